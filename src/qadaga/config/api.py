"""Puts the programming interface together: /api/v1, its routers, its one error handler."""

from qadaga.api import (
    acts,
    appeals,
    applications,
    assignments,
    bodies,
    calendar,
    career,
    collegia,
    conduct,
    coordination,
    court,
    covert,
    custody,
    custody_visits,
    day,
    delegations,
    duties,
    enforcement,
    exchange,
    exports,
    files,
    inspections,
    interference,
    judicial_acts,
    law,
    legality,
    limits,
    lookups,
    matters,
    me,
    measure_orders,
    measures,
    norms,
    offences,
    offices,
    orders,
    people,
    personnel,
    persons,
    plans,
    presence,
    pretrial,
    protected,
    reports,
    seals,
    search,
    shifts,
    statistics,
    structure,
    summonses,
    supervised,
    tokens,
    treaties,
    trust,
    units,
)
from qadaga.api.auth import TokenAuth, token_needed
from qadaga.api.document import Api
from qadaga.api.problems import register_handlers
from qadaga.web.registers.tasks import write_export
from qadaga.web.reports.tasks import work

api = Api(
    title="Qadaga",
    version="1",
    urls_namespace="api",
    description="Every change is the exercise of a power: a refusal carries the ruling with its clauses.",
    auth=TokenAuth(),
    # The interactive page loads scripts from elsewhere; the document itself is served.
    docs_url=None,
    openapi_url="/openapi.json",
    docs_decorator=token_needed,
)
register_handlers(api)
exports.start_with(write_export.enqueue)
reports.start_with(work.enqueue)
api.add_router("/me", me.router)
api.add_router("/me", day.router)
api.add_router("/exports", exports.router)
api.add_router("/files", files.router)
api.add_router("/appeals", appeals.router)
api.add_router("/matters", matters.router)
api.add_router("/supervised-bodies", supervised.bodies)
api.add_router("/persons", persons.persons)
api.add_router("/officials", supervised.officials)
api.add_router("/protected", protected.router)
api.add_router("/acts", acts.router)
api.add_router("/measures", measures.router)
api.add_router("/measures", measure_orders.router)
api.add_router("/look-ups", lookups.router)
api.add_router("/offices", offices.router)
api.add_router("/offices", delegations.router)
api.add_router("/offices", duties.router)
api.add_router("/inspections", inspections.router)
api.add_router("/orders", orders.router)
api.add_router("/structure", structure.router)
api.add_router("/structure", collegia.router)
api.add_router("/structure", units.router)
api.add_router("/seals", seals.router)
api.add_router("/symbols", seals.of_symbols)
api.add_router("/legal-acts", legality.legal_acts)
api.add_router("/analyses", legality.analyses)
api.add_router("/places", custody.places)
api.add_router("/visits", custody_visits.visits)
api.add_router("/held", custody.held)
api.add_router("/writs", enforcement.writs)
api.add_router("/bailiffs", enforcement.bailiffs)
api.add_router("/councils", coordination.councils)
api.add_router("/sessions", coordination.sessions)
api.add_router("/decisions", coordination.decisions)
api.add_router("/offences", offences.offences)
api.add_router("/covert", covert.covert)
api.add_router("/exchanges", exchange.router)
api.add_router("/applications", applications.router)
api.add_router("/norms", norms.norms)
api.add_router("/matters", norms.of_matters)
api.add_router("/appeals", trust.of_appeals)
api.add_router("/appeals", summonses.router)
api.add_router("/laid-duties", norms.duties)
api.add_router("/trust", trust.trust)
api.add_router("/proposals", trust.proposals)
api.add_router("/records", statistics.records)
api.add_router("/plans", plans.router)
api.add_router("/reports", reports.router)
api.add_router("/assignments", assignments.router)
api.add_router("/treaties", treaties.treaties)
api.add_router("/treaty-checks", treaties.checks)
api.add_router("/treaty-requests", treaties.requests)
api.add_router("/treaty-parts", treaties.parts)
api.add_router("/investigations", pretrial.investigations)
api.add_router("/sanctions", pretrial.sanctions)
api.add_router("/instructions", pretrial.instructions)
api.add_router("/complaints", pretrial.complaints)
api.add_router("/shifts", shifts.shifts)
api.add_router("/courtcases", court.cases)
api.add_router("/reviews", judicial_acts.reviews)
api.add_router("/hearings", court.hearings)
api.add_router("/people", people.router)
api.add_router("/people", career.router)
api.add_router("/people", personnel.router)
api.add_router("/people", conduct.of_people)
api.add_router("/service", presence.router)
api.add_router("/conduct", conduct.router)
api.add_router("/interference", interference.router)
api.add_router("/appointments", people.posts)
api.add_router("/appointments", career.posts)
api.add_router("/bodies", bodies.router)
api.add_router("/law", law.router)
api.add_router("/limits", limits.router)
api.add_router("/calendar", calendar.router)
api.add_router("/search", search.router)
api.add_router("/tokens", tokens.router)
