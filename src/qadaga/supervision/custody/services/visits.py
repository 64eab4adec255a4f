"""Visits: planned and given to an officer, begun, the list answered, carried out; reports of holding."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from django.db import transaction

from qadaga.authority.actor import Actor
from qadaga.authority.alarms import services as alarms
from qadaga.authority.alarms.declared import raises
from qadaga.common import clock
from qadaga.common.errors import AlreadyDone, Conflict, InvalidInput, Problems
from qadaga.common.i18n import N_
from qadaga.journal import services as journal
from qadaga.law.coverage import implements
from qadaga.matters import change
from qadaga.matters import services as matters
from qadaga.matters.dates import choice
from qadaga.matters.models import Violation
from qadaga.matters.services.base import text
from qadaga.matters.step import Step
from qadaga.staff.models import Appointment
from qadaga.supervision.custody.choices import Verdict, VisitGround, VisitStatus
from qadaga.supervision.custody.lists import lists
from qadaga.supervision.custody.models import Answer, Place, Talk, Visit
from qadaga.supervision.custody.services import base
from qadaga.supervision.custody.services.finding import GO, open_matter
from qadaga.supervision.custody.subject import place_subject, visit_subject

VISITING, PLAN, REPORT = "custody.visit", "custody.plan_visit", "custody.take_report"
AHEAD = timedelta(days=400)


@dataclass(frozen=True, slots=True)
class Reported:
    """What somebody reported about holding in a place, and who of the office goes there."""

    what: str
    officer_id: UUID


@dataclass(frozen=True, slots=True)
class Answered:
    """The answer to one point: the verdict, and what was seen where it is not kept."""

    verdict: str
    remark: str = ""


@implements("L.3.6")
@transaction.atomic
def plan(*, place_id: UUID, officer_id: UUID, planned_on: date, by: Actor, on: date) -> Visit:
    """Give a visit to an officer of the place's office for a day. Raises InvalidInput, NotPermitted."""
    place = base.place(place_id, by=by, on=on)
    step = base.PLACES.ask(place, PLAN, place_subject(place, by, on), by=by, on=on)
    base.refuse_closed(place)
    if not on <= planned_on <= on + AHEAD:
        raise InvalidInput.of("planned_on", "out_of_plan", N_("Choose a day from today on, within a year."))
    row = _visit(step, VisitGround.SCHEDULED, officer_id, planned_on)
    row.save(force_insert=True)
    step.journal(visit=row.id, officer=officer_id, planned_on=planned_on)
    return row


@implements("O.8.d6")
@raises(GO)
@transaction.atomic
def report(*, place_id: UUID, reported: Reported, by: Actor, on: date) -> Visit:
    """Take a report of unlawful holding: somebody has to go there within the minutes of the duty."""
    place, now = base.place(place_id, by=by, on=on), clock.now()
    step = base.PLACES.ask(place, REPORT, place_subject(place, by, on), by=by, on=on)
    base.refuse_closed(place)
    row = _visit(step, VisitGround.REPORTED, reported.officer_id, on)
    row.reported = text("what", reported.what)
    row.save(force_insert=True)
    with journal.gathered():
        alarms.begin(GO, subject=("custody_place", place.id), office=place.office, at=now, by=by)
        step.journal(visit=row.id, officer=reported.officer_id)
    return row


@implements("L.3.6", "O.8.d6")
@transaction.atomic
def begin(*, visit_id: UUID, version: int, by: Actor, on: date) -> Visit:
    """Begin a visit on the spot; the clock of a report ends. Whoever begins it is who visits.

    Raises Conflict where it was begun already, or the officer is visiting the place by another one.
    """
    row, now = base.visit(visit_id, by=by, on=on), clock.now()
    step = base.VISITS.ask(row, VISITING, visit_subject(row, by, on), by=by, on=on, ground=row.ground)
    if row.status != VisitStatus.PLANNED:
        raise AlreadyDone()
    change.expect(row, version)
    if Visit.objects.filter(place=row.place, officer=by.appointment_id, status=VisitStatus.GOING).exists():
        raise Conflict("visiting", N_("You are visiting this place already. Finish that visit first."))
    version_of_list = lists().on(on).version
    step.save(started_at=now, list_version=version_of_list, officer_id=by.appointment_id)
    with journal.gathered():
        alarms.fulfil(subject=("custody_place", row.place_id), power=VISITING, by=by, at=now)
        step.journal(place=row.place_id, started_at=now.isoformat())
    return row


@implements("L.3.6")
@transaction.atomic
def fill(*, visit_id: UUID, version: int, answers: Mapping[str, Answered], by: Actor, on: date) -> Visit:
    """Save answers to points of the visit's list, as often as wanted while it is under way."""
    step = _going(visit_id, version, by, on)
    row: Visit = step.row
    checked = _checked(answers, {item.id for item in lists().items(row.list_version)})
    kept = {answer.item: answer for answer in row.answers.all()}
    for item, answered in checked.items():
        answer = kept.get(item) or Answer(visit=row, item=item)
        answer.verdict, answer.remark = answered.verdict, answered.remark
        answer.save()
    step.save(to=VisitStatus.GOING)
    step.journal(answers=len(checked))
    return row


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
    step = _going(visit_id, version, by, on)
    row: Visit = step.row
    place = row.place
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


@implements("O.6.2", "L.3.6")
def pass_violation(
    *, visit_id: UUID, item: str, matter_id: UUID, norm: str, by: Actor, on: date
) -> Violation:
    """Record what was not kept as a violation of a matter (O.6.2).

    Raises AlreadyDone, InvalidInput, NotPermitted.
    """
    norm = text("norm", norm, 500, multiline=False)
    with transaction.atomic():
        row = base.visit(visit_id, by=by, on=on)
        base.VISITS.ask(row, VISITING, visit_subject(row, by, on), by=by, on=on, ground=row.ground)
        matter = open_matter(matter_id, row.place, by)
        answer = Answer.objects.filter(visit=row, item=item, verdict=Verdict.NOT_HELD).first()
        if answer is None or matter is None:
            raise InvalidInput.of("item", "not_found", N_("Choose a point that was not kept."))
        if answer.violation_id is not None:
            raise AlreadyDone()
        violated = matters.Violated(
            norm=norm,
            what=answer.remark,
            violator_kind="body",
            violator_body=row.place.body,
            rights_of="indefinite",
            committed_on=None,
        )
        answer.violation = matters.record_violation(
            matter_id=matter.id, version=matter.version, violated=violated, by=by, on=on
        )
        answer.save(update_fields=["violation"])
        return answer.violation


def _going(visit_id: UUID, version: int, by: Actor, on: date) -> Step[Visit]:
    row = base.visit(visit_id, by=by, on=on)
    step = base.VISITS.ask(row, VISITING, visit_subject(row, by, on), by=by, on=on, ground=row.ground)
    if row.status == VisitStatus.DONE:
        raise AlreadyDone()
    change.expect(row, version)
    if row.status != VisitStatus.GOING:
        raise Conflict("not_begun", N_("The visit has not been begun. Begin it on the spot first."))
    return step


def _checked(answers: Mapping[str, Answered], known: set[str]) -> dict[str, Answered]:
    problems, checked = Problems(), {}
    for item, answered in answers.items():
        with problems.collect():
            choice(f"verdict_{item}", item, sorted(known))
            verdict = choice(f"verdict_{item}", answered.verdict, Verdict.values)
            needed = verdict == Verdict.NOT_HELD
            remark = text(f"remark_{item}", answered.remark, 1000, multiline=False, required=needed)
            checked[item] = Answered(verdict, remark)
    problems.check()
    return checked


def _visit(step: Step[Place], ground: str, officer_id: UUID, planned_on: date) -> Visit:
    place = step.row
    held = Appointment.objects.filter(id=officer_id, office=place.office, officer=True).first()
    if held is None or not held.holds(planned_on):
        raise InvalidInput.of(
            "officer", "not_of_office", N_("Choose an officer who serves in the place's office on that day.")
        )
    return Visit(
        place=place,
        office=place.office,
        region_id=place.region_id,
        status=VisitStatus.PLANNED,
        ground=ground,
        officer=held,
        planned_on=planned_on,
        planned_by_id=step.by.appointment_id,
    )
