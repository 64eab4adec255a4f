"""A check of the records of a body over a period: begun on a ground, finished with what it found (L.3.8)."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import transaction

from qadaga.authority.actor import Actor
from qadaga.common.errors import Conflict, FieldError, InvalidInput, Problems
from qadaga.common.i18n import N_
from qadaga.law import catalogue
from qadaga.law.coverage import implements
from qadaga.matters import change, terms
from qadaga.matters.dates import choice, within
from qadaga.matters.models import Body
from qadaga.matters.of_direction import matter_at_work
from qadaga.offices.kato import units
from qadaga.offices.selectors import office_by_id
from qadaga.organisation.refusals import refused_by
from qadaga.supervision.statistics import selectors
from qadaga.supervision.statistics.choices import DIRECTION, CheckGround, CheckStatus, Outcome, RecordKind
from qadaga.supervision.statistics.models import RecordsCheck
from qadaga.supervision.statistics.services import base
from qadaga.supervision.statistics.subject import CHECK, CHECKS, check_subject

TWICE = {
    "records_check_once": FieldError(
        "period_from",
        "taken",
        N_("Your office is checking these records of this body over these days already. Finish that first."),
    )
}


@dataclass(frozen=True, slots=True)
class Begun:
    """Which records of which body, over which days, on which ground, until when, by which officer."""

    body: Body
    kind: str
    ground: str
    period_from: date
    period_to: date
    due_on: date
    officer_id: UUID | None = None
    matter_id: UUID | None = None
    kato: str | None = None
    sphere: str | None = None


@implements("L.3.8", "O.7.1")
@transaction.atomic
def begin(*, begun: Begun, by: Actor, on: date) -> RecordsCheck:
    """Begin a check in the actor's office and give it to an officer, or to oneself.

    Raises InvalidInput (the same check twice, a period to come, a closed matter), NotPermitted (no ground,
    another's territory or sphere, neither a leader nor the officer of a matter of the direction).
    """
    office = office_by_id(by.office_id)
    row = RecordsCheck(office=office, region_id=office.region_id, status=CheckStatus.BEGUN, begun_on=on)
    row.body, row.kato, row.sphere, row.year = begun.body, begun.kato or None, begun.sphere or None, on.year
    _place(row)
    if begun.matter_id is not None:
        row.matter = matter_at_work(begun.matter_id, office_id=office.id, direction=DIRECTION, by=by)
    # Asked before the officer is noted: whoever begins a check is not in charge of it by that.
    step = CHECKS.ask(row, CHECK, check_subject(row, by, on), by=by, on=on, ground=begun.ground)
    _fill(row, begun, by, on)
    row.number, row.number_text = change.number(office, on, "records_check")
    with refused_by(TWICE):
        row.save(force_insert=True)
    step.journal(kind=row.kind, body=row.body_id, officer=row.officer_id)
    return row


@implements("L.3.8")
@transaction.atomic
def finish(*, check_id: UUID, version: int, by: Actor, on: date) -> RecordsCheck:
    """Finish the check: with discrepancies a correction is demanded, without any it is closed."""
    step = base.asked(check_id, version, by=by, on=on)
    row = step.row
    if row.status != CheckStatus.BEGUN:
        raise Conflict("not_under_way", N_("This check is finished already."))
    if row.asked_on is not None and row.came_on is None and row.silent_on is None:
        raise Conflict(
            "figures_awaited",
            N_("Figures were asked for: record first that they came, or after their term the silence."),
        )
    if row.discrepancies.exists():
        step.save(to=CheckStatus.FOUND, finished_on=on, due_on=None)
    else:
        step.save(to=CheckStatus.CLOSED, finished_on=on, closed_on=on, outcome=Outcome.TRUE, due_on=None)
    terms.finish_open(kind=CHECKS.kind, subject_id=row.id, on=on, by=by)
    step.journal(outcome=row.outcome or "")
    return row


def _place(row: RecordsCheck) -> None:
    problems = Problems()
    with problems.collect():
        if row.kato is not None and row.kato not in units():
            raise InvalidInput.of(
                "kato", "unknown", N_("There is no such KATO unit. Choose one from the list.")
            )
    with problems.collect():
        if row.sphere is not None and row.sphere not in catalogue.load().spheres:
            raise InvalidInput.of("sphere", "unknown", N_("Choose a sphere of the list, or none."))
    problems.check()


def _fill(row: RecordsCheck, begun: Begun, by: Actor, on: date) -> None:
    problems = Problems()
    with problems.collect():
        row.kind = choice("kind", begun.kind, RecordKind.values)
    with problems.collect():
        row.ground = choice("ground", begun.ground, CheckGround.values)
    with problems.collect():
        row.period_from = within("period_from", begun.period_from, earliest=None, latest=on)
        row.period_to = within("period_to", begun.period_to, earliest=row.period_from, latest=on)
    with problems.collect():
        row.due_on = _last_day(begun.due_on, on)
    with problems.collect():
        row.officer_id = _officer(begun.officer_id, by, on)
    problems.check()


def _last_day(due_on: date, on: date) -> date:
    if due_on < on:
        raise InvalidInput.of("due_on", "past", N_("The last day of a check is today or later."))
    return due_on


def _officer(officer_id: UUID | None, by: Actor, on: date) -> UUID:
    if officer_id is None or officer_id == by.appointment_id:
        return by.appointment_id
    if officer_id not in {held.id for held in selectors.officers(by.office_id, on)}:
        raise InvalidInput.of("officer", "no_officer", N_("Choose an officer of your office."))
    return officer_id
