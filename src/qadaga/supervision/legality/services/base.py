"""What the services of the direction share: records locked in scope, who may be given work, a place."""

from datetime import date
from uuid import UUID

from qadaga.authority import barred
from qadaga.authority.actor import Actor
from qadaga.common.errors import InvalidInput
from qadaga.common.i18n import N_
from qadaga.law.catalogue import load
from qadaga.matters import change, terms
from qadaga.matters.dates import choice
from qadaga.matters.step import Course, Step
from qadaga.offices.kato import units
from qadaga.staff.models import Appointment
from qadaga.supervision.legality.models import Analysis, LegalAct
from qadaga.supervision.legality.reading import KIND
from qadaga.supervision.legality.subject import ANALYSIS, LEGAL_ACT, analysis_subject, legal_act_subject

ANSWER = "contrary_act_answer"
ACTS: Course[LegalAct] = Course("legal_act", LEGAL_ACT, lambda row: row.holder_id)
ANALYSES: Course[Analysis] = Course("legality_analysis", ANALYSIS, lambda row: row.office_id)


def begin(act_id: UUID, power: str, *, version: int, by: Actor, on: date) -> Step[LegalAct]:
    """The power on the act: locked in scope, at the version seen, ruled on. Call inside a transaction.

    Raises NotFound (404), Stale (412), NotPermitted (403).
    """
    rows = LegalAct.objects.select_related("holder", "office", "body", "matter", "protest")
    row = change.locked(barred.without(rows, by.person_id, KIND), act_id, by=by, on=on)
    change.expect(row, version)
    return ACTS.ask(row, power, legal_act_subject(row, by, on), by=by, on=on)


def analysis(analysis_id: UUID, power: str, *, version: int, by: Actor, on: date) -> Step[Analysis]:
    """The power on the analysis, the same way."""
    row = change.locked(Analysis.objects.select_related("office"), analysis_id, by=by, on=on)
    change.expect(row, version)
    return ANALYSES.ask(row, power, analysis_subject(row, by, on), by=by, on=on)


def to_answer(row: LegalAct, on: date, by: Actor) -> date:
    """Begin the term in which whoever holds the contrary act answers it; its last day (L.3.1)."""
    owner = terms.Owner("legal_act", row.id, row.holder_id, row.holder.region_id)
    return terms.start(owner=owner, rule=ANSWER, on=on, by=by).due_on


def answered(row: LegalAct, on: date, by: Actor) -> None:
    """End that term: the act that answers is begun, or nothing is left to answer."""
    terms.finish_open(kind="legal_act", subject_id=row.id, on=on, by=by)


def officer(field: str, appointment_id: UUID, office_id: UUID, on: date) -> Appointment:
    """An officer who serves in the office on the day; InvalidInput on `field` otherwise."""
    found = Appointment.objects.filter(id=appointment_id, office=office_id, officer=True).first()
    if found is None or not found.holds(on):
        raise InvalidInput.of(
            field, "not_of_office", N_("Choose an officer who serves in this office on that day.")
        )
    return found


def not_past(field: str, value: date, on: date) -> date:
    """The day, if it has not passed; InvalidInput on `field` otherwise."""
    if value < on:
        raise InvalidInput.of(field, "in_past", N_("Choose a day from today on."))
    return value


def place(kato: str | None, sphere: str | None) -> dict[str, str | None]:
    """The territory and the sphere, each known or none. Raises InvalidInput."""
    if kato and kato not in units():
        raise InvalidInput.of("kato", "unknown", N_("There is no such KATO unit. Choose one from the list."))
    if sphere:
        choice("sphere", sphere, list(load().spheres))
    return {"kato": kato or None, "sphere": sphere or None}
