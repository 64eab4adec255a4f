"""Visits: planned and given to an officer, begun, carried out; reports of holding."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from django.db import IntegrityError, transaction

from qadaga.authority.actor import Actor
from qadaga.authority.alarms import services as alarms
from qadaga.authority.alarms.declared import raises
from qadaga.common import clock
from qadaga.common.errors import AlreadyDone, Conflict, FieldError, InvalidInput
from qadaga.common.i18n import N_
from qadaga.journal import services as journal
from qadaga.law.coverage import implements
from qadaga.matters import change
from qadaga.matters.services.base import text
from qadaga.matters.step import Step
from qadaga.organisation.refusals import refused_by
from qadaga.staff.models import Appointment
from qadaga.supervision.custody.choices import Standing, VisitGround, VisitStatus
from qadaga.supervision.custody.lists import lists
from qadaga.supervision.custody.models import Place, Talk, Visit
from qadaga.supervision.custody.services import base
from qadaga.supervision.custody.services.finding import GO
from qadaga.supervision.custody.subject import place_subject, visit_subject

PLAN, REPORT = "custody.plan_visit", "custody.take_report"
VISITING = base.VISITING
AHEAD = timedelta(days=400)
TWICE = {
    "visit_planned_once": FieldError(
        "planned_on",
        "planned",
        N_("This officer goes there on that day already. Choose another day or another officer."),
    )
}


@dataclass(frozen=True, slots=True)
class Reported:
    """What somebody reported about holding in a place, and who of the office goes there."""

    what: str
    officer_id: UUID


@implements("L.3.6")
@transaction.atomic
def plan(*, place_id: UUID, officer_id: UUID, planned_on: date, by: Actor, on: date) -> Visit:
    """Give a visit to an officer of the place's office for a day, once. Raises InvalidInput, NotPermitted."""
    place = base.place(place_id, by=by, on=on)
    step = base.PLACES.ask(place, PLAN, place_subject(place, by, on), by=by, on=on)
    base.refuse_closed(place)
    refuse_far(planned_on, on)
    officer = base.officer_for(place, officer_id, planned_on)
    row = _visit(step, VisitGround.SCHEDULED, officer, planned_on)
    with refused_by(TWICE):
        row.save(force_insert=True)
    step.journal(visit=row.id, officer=officer_id, planned_on=planned_on)
    return row


def refuse_far(planned_on: date, on: date) -> None:
    """Raise InvalidInput for a day that is past or too far to plan a visit for."""
    if not on <= planned_on <= on + AHEAD:
        raise InvalidInput.of("planned_on", "out_of_plan", N_("Choose a day from today on, within a year."))


@implements("O.8.d6")
@raises(GO)
@transaction.atomic
def report(*, place_id: UUID, reported: Reported, by: Actor, on: date) -> Visit:
    """Take a report of unlawful holding: somebody has to go there within the minutes of the duty.

    Whoever is to go there today anyway goes on this report: what was reported stands with that visit.
    Raises InvalidInput, NotPermitted, Conflict (a closed place).
    """
    place, now = base.place(place_id, by=by, on=on), clock.now()
    step = base.PLACES.ask(place, REPORT, place_subject(place, by, on), by=by, on=on)
    base.refuse_closed(place)
    # Of a visit planned earlier too: its officer may have left the post or the office since.
    officer = base.officer_for(place, reported.officer_id, on)
    row = _today(place, officer, on) or _visit(step, VisitGround.REPORTED, officer, on)
    row.ground = VisitGround.REPORTED
    row.reported = "\n\n".join(filter(None, (row.reported, text("what", reported.what))))
    row.save()
    with journal.gathered():
        alarms.begin(GO, subject=("custody_place", place.id), office=place.office, at=now, by=by)
        step.journal(visit=row.id, officer=reported.officer_id)
    return row


@implements("L.3.6", "O.8.d6")
@transaction.atomic
def begin(*, visit_id: UUID, version: int, by: Actor, on: date) -> Visit:
    """Begin a visit on the spot; the clock of a report ends. Whoever begins it is who visits.

    Raises Conflict where it was begun already, or the officer is on another visit.
    """
    row, now = base.visit(visit_id, by=by, on=on), clock.now()
    if row.status == VisitStatus.PLANNED:
        change.expect(row, version)
    return begin_locked(row, at=now, told_at=now, by=by, on=on)


def begin_locked(
    row: Visit, *, at: datetime, told_at: datetime, by: Actor, on: date, away: bool = False
) -> Visit:
    """The same of a visit that is locked: begun at one moment, which may be heard of later.

    `away` is said of one begun without a network: whoever did had not heard that it was called off.
    """
    step = base.VISITS.ask(row, VISITING, visit_subject(row, by, on), by=by, on=on, ground=row.ground)
    if not away:
        base.refuse_called_off(row)
    if row.started_at is not None:
        raise AlreadyDone()
    if Visit.objects.filter(officer=by.appointment_id, status=VisitStatus.GOING).exists():
        raise elsewhere()
    with _nowhere_else(), transaction.atomic():
        step.save(
            started_at=at,
            list_version=lists().on(row.place.kind, clock.local(at).date()).version,
            officer_id=by.appointment_id,
        )
    with journal.gathered():
        # The duty ends when the service hears of it: until then nobody knew that somebody had gone.
        alarms.fulfil(subject=("custody_place", row.place_id), power=VISITING, by=by, at=told_at)
        step.journal(place=row.place_id, started_at=at.isoformat())
    return row


def elsewhere() -> Conflict:
    """What is told to whoever begins a visit while another of theirs is under way."""
    return Conflict("visiting", N_("You are on another visit. Finish that one first."))


@implements("L.3.6")
@transaction.atomic
def finish(
    *,
    visit_id: UUID,
    version: int,
    outcome: str,
    participants: str = "",
    talks: Sequence[tuple[str, str]] = (),
    by: Actor,
    on: date,
) -> Visit:
    """Carry the visit to its end: what was found, who took part, who was spoken to and what they said.

    Raises Conflict while a point of the list has no answer. The next visit is due from this day on.
    """
    step = base.going(visit_id, version=version, by=by, on=on)
    row = step.row
    # Whoever corrects or closes the place meanwhile waits: neither overwrites the other's day.
    place = Place.objects.select_for_update(of=("self",)).get(pk=row.place_id)
    if row.said.filter(standing=Standing.DISPUTED).exists():
        raise Conflict(
            "disputed", N_("Some points were answered twice. Choose which answer stands, then finish.")
        )
    if row.answers.count() < len(lists().items(row.list_version)):
        raise Conflict(
            "unanswered", N_("Some points of the check list have no answer yet. Answer them first.")
        )
    Talk.objects.bulk_create(
        Talk(visit=row, name=text("name", name, 300, multiline=False), said=text("said", said))
        for name, said in talks
    )
    took_part = text("participants", participants, 500, multiline=False, required=False)
    said = text("outcome", outcome, 8000)
    step.save(to=VisitStatus.DONE, finished_at=clock.now(), participants=took_part, outcome=said)
    place.visited_on, place.due_on = on, lists().due(place.kind, on) if place.closed_on is None else None
    place.save(update_fields=["visited_on", "due_on"])
    step.journal(place=place.id, talks=len(talks))
    return row


@contextmanager
def _nowhere_else() -> Iterator[None]:
    try:
        yield
    except IntegrityError as error:
        diagnosis = getattr(error.__cause__, "diag", None)
        if getattr(diagnosis, "constraint_name", None) != "visit_going_one_place":
            raise
        raise elsewhere() from error


def _today(place: Place, officer: Appointment, on: date) -> Visit | None:
    """The visit that the officer is to make there today, locked."""
    planned = Visit.objects.filter(place=place, officer=officer, status=VisitStatus.PLANNED)
    row = planned.filter(planned_on=on).select_for_update(of=("self",)).first()
    if row is not None:
        row.version += 1
    return row


def _visit(step: Step[Place], ground: str, officer: Appointment, planned_on: date) -> Visit:
    place = step.row
    return Visit(
        place=place,
        office=place.office,
        region_id=place.region_id,
        status=VisitStatus.PLANNED,
        ground=ground,
        officer=officer,
        planned_on=planned_on,
        planned_by_id=step.by.appointment_id,
    )
