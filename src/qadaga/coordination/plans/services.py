"""Drafting a plan, approving it, reporting on its items (O.13.1, O.9; joint plans O.7.4)."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import transaction
from django.db.models import Max, Min

from qadaga.authority.actor import Actor
from qadaga.common.errors import AlreadyDone, Conflict, FieldError, InvalidInput, NotFound
from qadaga.common.i18n import N_
from qadaga.coordination.choices import CouncilStatus
from qadaga.coordination.models import Council
from qadaga.coordination.plans.choices import (
    APPROVE,
    DRAFTING,
    MONTHS,
    REPORT,
    PlanKind,
    PlanPeriod,
    PlanStatus,
)
from qadaga.coordination.plans.models import BINDING, Plan, PlanItem
from qadaga.coordination.plans.subject import PLAN, plan_subject
from qadaga.law import catalogue
from qadaga.law.coverage import implements
from qadaga.matters import change
from qadaga.matters.dates import choice
from qadaga.matters.models import Body
from qadaga.matters.services.base import text
from qadaga.matters.step import Course, Step
from qadaga.offices.selectors import office_by_id
from qadaga.organisation.orders.subordinates import outside
from qadaga.organisation.refusals import refused_by
from qadaga.staff.models import Appointment

COURSE: Course[Plan] = Course("work_plan", PLAN, lambda plan: plan.office_id)
_ONCE = FieldError("starts_on", "planned", N_("There is a plan of that period already. Add to it."))
TWICE = {"workplan_office_once": _ONCE, "workplan_person_once": _ONCE}


@dataclass(frozen=True, slots=True)
class Drafted:
    """Whose plan, for which period; `person_id` for a plan of a person."""

    kind: str
    period: str
    starts_on: date
    title: str
    person_id: UUID | None = None


@dataclass(frozen=True, slots=True)
class Measure:
    """What is to be done: on which norm, in which direction, by whom (of ours, or a body), until when."""

    what: str
    norm: str
    due_on: date
    direction: str = ""
    executor_id: UUID | None = None
    body: Body | None = None


@implements("O.13.1", "O.12")
@transaction.atomic
def draft(*, drafted: Drafted, by: Actor, on: date) -> Plan:
    """Draft a plan of the actor's office, of somebody there, or a joint one of its council.

    Raises InvalidInput (the first day of the period, the person, a plan that is there), NotPermitted.
    """
    office = office_by_id(by.office_id)
    row = Plan(office=office, region_id=office.region_id, status=PlanStatus.DRAFT)
    row.kind = choice("kind", drafted.kind, PlanKind.values)
    row.period = choice("period", drafted.period, PlanPeriod.values)
    row.title = text("title", drafted.title, 300, multiline=False)
    row.starts_on, row.ends_on = _period(row.period, drafted.starts_on)
    row.author_id = by.appointment_id
    _of_whom(row, drafted, on)
    power = DRAFTING[PlanKind(row.kind)]
    step = COURSE.ask(row, power, plan_subject(row, by, on, power=power), by=by, on=on)
    with refused_by(TWICE):
        row.save(force_insert=True)
    step.journal(kind=row.kind, starts_on=row.starts_on)
    return row


@implements("O.13.1", "O.9", "O.7.4")
@transaction.atomic
def add(*, plan_id: UUID, version: int, measure: Measure, by: Actor, on: date) -> PlanItem:
    """Add a measure to a draft. Raises InvalidInput: no norm, a day outside the period, nobody to do it."""
    step = _begin(plan_id, "", version, by, on)
    row = step.row
    _check(row, measure, on)
    made = PlanItem.objects.create(
        plan=row,
        no=(row.items.aggregate(last=Max("no"))["last"] or 0) + 1,
        direction=measure.direction,
        what=text("what", measure.what, 1000),
        norm=text("norm", measure.norm, 500, multiline=False),
        executor_id=measure.executor_id,
        body=measure.body,
        due_on=measure.due_on,
    )
    step.save()
    step.journal(item=made.no, due_on=made.due_on)
    return made


@transaction.atomic
def remove(*, plan_id: UUID, version: int, item_id: UUID, by: Actor, on: date) -> Plan:
    """Take an item out of a draft again. Raises NotFound, Conflict once the plan is approved."""
    step = _begin(plan_id, "", version, by, on)
    item = step.row.items.filter(id=item_id).first()
    if item is None:
        raise NotFound()
    item.delete()
    step.save()
    step.journal(removed=item.no)
    return step.row


@implements("O.12", "O.13.1")
@transaction.atomic
def approve(*, plan_id: UUID, version: int, by: Actor, on: date) -> Plan:
    """Approve a draft: its items are under control, those of a body once it has consented.

    Raises Conflict where it has no item, or none that its body did not decline.
    """
    step = _begin(plan_id, APPROVE, version, by, on)
    if settled(step.row):
        raise Conflict("no_items", _nothing(step.row))
    step.save(approved_on=on, approved_by_id=by.appointment_id, due_on=next_due(step.row))
    step.journal()
    return step.row


@implements("O.13.1")
@transaction.atomic
def report(*, plan_id: UUID, version: int, item_id: UUID, result: str, by: Actor, on: date) -> PlanItem:
    """Record that an item was done, and with what result; the last one closes the plan.

    Raises AlreadyDone, Conflict (its body has not consented), NotFound, NotPermitted.
    """
    row = change.locked(Plan.objects.select_related("office"), plan_id, by=by, on=on)
    change.expect(row, version)
    item = PlanItem.objects.filter(plan=row, id=item_id).first()
    if item is None:
        raise NotFound()
    subject = plan_subject(row, by, on, power=REPORT, item=item)
    step = COURSE.ask(row, REPORT, subject, by=by, on=on)
    if item.done_on is not None or item.dropped_on is not None:
        raise AlreadyDone()
    if item.body_id is not None and item.agreed_on is None:
        message = N_("The body has not consented to this item: record its consent first (O.7.4).")
        raise Conflict("no_consent", message)
    item.result, item.done_on, item.done_by_id = text("result", result), on, by.appointment_id
    item.save(update_fields=["result", "done_on", "done_by"])
    go_on(step)
    step.journal(item=item.no)
    return item


def go_on(step: Step[Plan]) -> None:
    """Save an approved plan after something of it was settled; with the last item it is closed."""
    to = PlanStatus.CLOSED if settled(step.row) else PlanStatus.APPROVED
    step.save(to=to, due_on=next_due(step.row))


def next_due(row: Plan) -> date | None:
    """The day of the earliest item that binds and is still to be done; None where there is none."""
    waiting = row.items.filter(BINDING, done_on__isnull=True, dropped_on__isnull=True)
    due: date | None = waiting.aggregate(due=Min("due_on"))["due"]
    return due


def settled(row: Plan) -> bool:
    """Whether every item is done, given up, or declined by its body."""
    waiting = row.items.filter(done_on__isnull=True, dropped_on__isnull=True, declined_on__isnull=True)
    return not waiting.exists()


def _nothing(row: Plan) -> str:
    if row.items.exists():
        return N_("Every item was declined by its body: ask for its consent anew, or add an item that binds.")
    return N_("The plan has no item yet. Add one first.")


def _begin(plan_id: UUID, power: str, version: int, by: Actor, on: date) -> Step[Plan]:
    row = change.locked(Plan.objects.select_related("office"), plan_id, by=by, on=on)
    change.expect(row, version)
    power = power or DRAFTING[PlanKind(row.kind)]
    return COURSE.rule(row, power, plan_subject(row, by, on, power=power), by=by, on=on)


def _period(period: str, starts_on: date) -> tuple[date, date]:
    months = MONTHS[PlanPeriod(period)]
    if starts_on.day != 1 or (starts_on.month - 1) % months:
        message = N_(
            "A quarter begins on 1 January, April, July or October, a half-year on 1 January or July."
        )
        raise InvalidInput.of("starts_on", "no_period", message)
    last = starts_on.month - 1 + months
    return starts_on, date(starts_on.year + last // 12, last % 12 + 1, 1)


def _of_whom(row: Plan, drafted: Drafted, on: date) -> None:
    if row.kind == PlanKind.JOINT:
        row.council = Council.objects.filter(office=row.office, status=CouncilStatus.OPEN).first()
        if row.council is None:
            raise Conflict("no_council", N_("The office has no coordination council. Form it first."))
    if row.kind == PlanKind.PERSON:
        own = Appointment.objects.filter(office=row.office)
        held = own.filter(id=drafted.person_id).first() if drafted.person_id else None
        if held is None or not held.holds(on):
            raise InvalidInput.of("person", "unknown", N_("There is no such person. Choose from the list."))
        row.person = held


def _check(row: Plan, measure: Measure, on: date) -> None:
    if not row.starts_on <= measure.due_on < row.ends_on:
        raise InvalidInput.of("due_on", "outside", N_("This day is outside the period of the plan."))
    known = catalogue.law().at(on).directions
    if measure.direction and measure.direction not in known:
        raise InvalidInput.of("direction", "unknown", N_("There is no such direction. Choose from the list."))
    if (measure.executor_id is None) == (measure.body is None):
        message = N_("Name who carries it out: somebody of the service, or a body.")
        raise InvalidInput.of("executor", "required", message)
    if measure.body is not None and row.kind != PlanKind.JOINT:
        message = N_("Only a joint plan gives measures to bodies (O.7.4).")
        raise InvalidInput.of("body", "not_joint", message)
    if measure.executor_id is None:
        return
    if not Appointment.objects.filter(id=measure.executor_id).exists():
        raise InvalidInput.of("executor", "unknown", N_("There is no such person. Choose from the list."))
    if outside(row.office_id, [measure.executor_id], on):
        message = N_("The plan cannot bind this person: they serve in no office of this line (O.13.2).")
        raise InvalidInput.of("executor", "not_bound", message)
