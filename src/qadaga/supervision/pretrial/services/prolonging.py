"""A longer term of an investigation or of custody: asked by the body, agreed by whom the law lets."""

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db import transaction

from qadaga.authority.actor import Actor
from qadaga.authority.alarms import services as alarms
from qadaga.common import clock
from qadaga.common.errors import AlreadyDone, Conflict, FieldError, InvalidInput
from qadaga.common.i18n import N_
from qadaga.journal import services as journal
from qadaga.law.counting import add_months
from qadaga.law.coverage import implements
from qadaga.matters import deaths, terms
from qadaga.matters.models import Term
from qadaga.matters.services.base import text
from qadaga.supervision.pretrial.choices import ProlongStatus
from qadaga.supervision.pretrial.limits import limits
from qadaga.supervision.pretrial.models import Case, Party, Prolongation
from qadaga.supervision.pretrial.services import base
from qadaga.supervision.pretrial.services.cases import TERM
from qadaga.supervision.pretrial.services.sanctions import CUSTODY
from qadaga.supervision.pretrial.subject import KEEP

PROLONG = "investigation.prolong"
TAKEN = {"prolongation_asked_once": FieldError("until", "taken", N_("The same is asked already and waits."))}


@dataclass(frozen=True, slots=True)
class Longer:
    """Until when the body wants to go on and why; with `party_id` the custody of that person."""

    until: date
    asked_on: date
    asked_by: str
    why: str
    party_id: UUID | None = None


@implements("L.3.2")
@transaction.atomic
def ask(*, case_id: UUID, version: int, longer: Longer, by: Actor, on: date) -> Prolongation:
    """Register what the body asks, while the term runs. Raises Conflict after it, InvalidInput twice."""
    case = base.lock(case_id, version, by=by, on=on)
    step = base.begin(case, KEEP, by=by, on=on)
    party = base.row_of(case, Party, longer.party_id, "party") if longer.party_id else None
    term = _running(case, party)
    if term.due_on < on:
        raise Conflict("term_over", N_("The term has run out: it is prolonged before its last day only."))
    if longer.until <= term.due_on:
        raise InvalidInput.of("until", "too_early", N_("Choose a day after %(due)s."), due=term.due_on)
    row = Prolongation(party=party, status=ProlongStatus.ASKED, until=longer.until)
    base.asked(step, row, longer, TAKEN)
    step.journal(prolongation=row.id, until=row.until)
    return row


@implements("L.3.2", "L.1.2")
@transaction.atomic
def decide(
    *,
    case_id: UUID,
    version: int,
    prolongation_id: UUID,
    agree: bool,
    outside: str,
    said: base.Reasoned,
    by: Actor,
    on: date,
) -> Prolongation:
    """Agree to the longer term or not, by a resolution; beyond the limit of data a higher level only.

    `outside`: who else decides and how, as a court does on custody. Raises AlreadyDone, NotPermitted (also
    for the custody of somebody who has died).
    """
    case = base.lock(case_id, version, by=by, on=on)
    asked = base.found(case, Prolongation, prolongation_id)
    term = _running(case, asked.party) if asked and asked.status == ProlongStatus.ASKED else None
    marks = _bars(asked, term) if agree and asked and term else ()
    step = base.begin(case, PROLONG, by=by, on=on, marks=marks)
    row = base.there(asked, "prolongation")
    if term is None:
        raise AlreadyDone()
    to = ProlongStatus.AGREED if agree else ProlongStatus.REFUSED
    columns = base.sign(step, said, "resolution", f"{to.label}: {row.until:%d.%m.%Y}")
    told = text("outside", outside, 300, multiline=False, required=agree and row.party is not None)
    base.write(row, status=to, outside=told, **columns)
    changes = _apply(row, term, case, by, on) if agree else {}
    step.save(to=case.status, **changes)
    with journal.gathered():
        alarms.fulfil(subject=("investigation", case.id), power=PROLONG, by=by, at=clock.now())
        step.journal(prolongation=row.id, agreed=agree, until=row.until, number=row.number)
    return row


def long(term: Term, until: date) -> bool:
    """Whether the term becomes so long that a higher level agrees to it: a figure of data, unverified."""
    known = limits()
    months = known.custody_months if term.rule == CUSTODY else known.investigation_months
    return until > add_months(term.started_on, months)


def _bars(asked: Prolongation, term: Term) -> tuple[str, ...]:
    above = ("long_term",) if long(term, asked.until) else ()
    return (*above, deaths.MARK) if asked.party is not None and base.dead(asked.party) else above


def _running(case: Case, party: Party | None) -> Term:
    found = (
        terms.open_term("case_party", party.id, CUSTODY)
        if party is not None
        else terms.open_term("investigation", case.id, TERM)
    )
    if found is None or found.state != "running":
        raise Conflict("no_term", N_("No term runs there that could be prolonged."))
    return found


def _apply(row: Prolongation, term: Term, case: Case, by: Actor, on: date) -> dict[str, Any]:
    due = terms.prolong(term=term, on=on, by=by, reason=row.why, until=row.until).due_on
    if row.party is None:
        return {"due_on": due}
    base.write(row.party, due_on=due)
    return {}
