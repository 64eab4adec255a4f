"""Control of execution: who watches it, points with executors and terms, reports, points done (O.P3)."""

from datetime import date
from uuid import UUID

from django.db import transaction
from django.db.models import Max

from qadaga.authority.actor import Actor
from qadaga.common.errors import AlreadyDone, InvalidInput, NotFound
from qadaga.common.i18n import N_
from qadaga.law.coverage import implements
from qadaga.matters.services.base import text
from qadaga.organisation.orders import due
from qadaga.organisation.orders.models import Order, OrderPoint, PointReport, PointTerm
from qadaga.organisation.orders.selectors.reach import reachable
from qadaga.organisation.orders.services.base import begin, rule
from qadaga.organisation.orders.subject import not_subordinate
from qadaga.staff.models import Appointment

LONGEST = 1000  # working days


@implements("O.P3")
def set_controller(*, order_id: UUID, version: int, controller_id: UUID, by: Actor, on: date) -> Order:
    """Say who watches the execution: somebody of the office that issued the order."""
    with transaction.atomic():
        step = begin(order_id, "order.control", version=version, by=by, on=on)
        held = Appointment.objects.filter(id=controller_id, office=step.row.office_id).first()
        if held is None or not held.holds(on):
            raise InvalidInput.of(
                "controller",
                "not_of_office",
                N_("Execution is watched by somebody of this office. Choose from the list."),
            )
        step.save(controller_id=controller_id)
        step.journal(controller=controller_id)
        return step.row


@implements("O.P3", "O.13.2")
def add_point(
    *,
    order_id: UUID,
    version: int,
    what: str,
    executor_id: UUID,
    by: Actor,
    on: date,
    due_on: date | None = None,
    days: int | None = None,
) -> OrderPoint:
    """Put a point under control until a last day, or for so many working days, today counted.

    A last day that is one of rest moves on, as every term does. An executor who is not subordinate is refused
    with the clause (O.13.2).
    """
    what = text("what", what, 1000)
    _check_length(due_on, days, on)
    if not Appointment.objects.filter(id=executor_id).exists():
        raise InvalidInput.of("executor", "unknown", N_("There is no such person. Choose from the list."))
    with transaction.atomic():
        seen = reachable(Order.objects.select_related("office"), by, on, order_id)
        extra = not_subordinate(seen, [executor_id], on)
        step = begin(order_id, "order.control", version=version, by=by, on=on, extra=extra)
        no = (step.row.points.aggregate(last=Max("no"))["last"] or 0) + 1
        point = OrderPoint(order=step.row, no=no, what=what, executor_id=executor_id, set_on=on)
        point.due_on = due.begin(point, step.row, by=by, days=days, until=due_on)
        point.save(force_insert=True)
        step.save(due_on=due.earliest(order_id))
        step.journal(point=no, executor=executor_id, due_on=point.due_on)
        return point


@implements("O.P3")
def report(*, order_id: UUID, point_id: UUID, words: str, by: Actor, on: date) -> PointReport:
    """Report on one's own point; whoever watches the execution reads it. NotFound for another's point."""
    words = text("words", words, 8000)
    with transaction.atomic():
        order = reachable(Order.objects.select_related("office"), by, on, order_id)
        step = rule(order, "order.report", by=by, on=on)
        point = _point(order, point_id)
        if point.executor_id != by.appointment_id:
            raise NotFound()
        made = PointReport.objects.create(
            order=order, point=point, text=words, on=on, by_id=by.appointment_id
        )
        step.journal(point=point.no)
        return made


@implements("O.P3")
def accept(*, order_id: UUID, version: int, point_id: UUID, by: Actor, on: date) -> OrderPoint:
    """Take a point off control as carried out; never by its own executor."""
    with transaction.atomic():
        seen = reachable(Order.objects.select_related("office"), by, on, order_id)
        own = _point(seen, point_id, done=True).executor_id == by.appointment_id
        extra = frozenset({"own_report"} if own else ())
        step = begin(order_id, "order.accept", version=version, by=by, on=on, extra=extra)
        point = _point(step.row, point_id)
        point.done_on, point.done_by_id = on, by.appointment_id
        point.save(update_fields=["done_on", "done_by"])
        due.end(point, by=by, on=on)
        step.save(due_on=due.earliest(order_id))
        step.journal(point=point.no)
        return point


@implements("O.P3")
def prolong(
    *,
    order_id: UUID,
    version: int,
    point_id: UUID,
    reason: str,
    by: Actor,
    on: date,
    until: date | None = None,
    days: int | None = None,
) -> OrderPoint:
    """Give an open point a later last day, or so many working days more; what it was before stays too.

    The days count from the day after the last one, by the calendar that every term counts by. Raises
    InvalidInput: neither or both of them, a day that is not later, a term that has run out.
    """
    reason = text("reason", reason, 1000)
    _check_one_of_two("until", until, days)
    with transaction.atomic():
        seen = reachable(Order.objects.select_related("office"), by, on, order_id)
        was = _point(seen, point_id, done=True)
        step = begin(order_id, "order.control", version=version, by=by, on=on)
        point = _point(step.row, was.id)
        _check_later(point, until, on)
        before, point.due_on = (
            point.due_on,
            due.prolong(point, by=by, on=on, reason=reason, until=until, days=days),
        )
        PointTerm.objects.create(
            order=step.row,
            point=point,
            was=before,
            until=point.due_on,
            reason=reason,
            on=on,
            by_id=by.appointment_id,
        )
        point.save(update_fields=["due_on"])
        step.save(reason, due_on=due.earliest(order_id))
        step.journal(point=point.no, was=before, until=point.due_on)
        return point


@implements("O.4", "O.P3")
def cancel_point(
    *, order_id: UUID, version: int, point_id: UUID, reason: str, by: Actor, on: date
) -> OrderPoint:
    """End the force of a single point from today; the rest of the order goes on."""
    reason = text("reason", reason, 1000)
    with transaction.atomic():
        seen = reachable(Order.objects.select_related("office"), by, on, order_id)
        found = _point(seen, point_id, done=True)
        step = begin(order_id, "order.cancel_point", version=version, by=by, on=on)
        point = _point(step.row, found.id)
        point.done_on, point.done_by_id, point.cancelled_for = on, by.appointment_id, reason
        point.save(update_fields=["done_on", "done_by", "cancelled_for"])
        due.end(point, by=by, on=on, reason=reason)
        step.save(reason, due_on=due.earliest(order_id))
        step.journal(point=point.no)
        return point


def _point(order: Order, point_id: UUID, *, done: bool = False) -> OrderPoint:
    point = OrderPoint.objects.filter(order=order, id=point_id).first()
    if point is None:
        raise NotFound()
    if point.done_on is not None and not done:
        raise AlreadyDone()
    return point


def _check_length(due_on: date | None, days: int | None, on: date) -> None:
    _check_one_of_two("due_on", due_on, days)
    if due_on is not None and due_on < on:
        raise InvalidInput.of("due_on", "past", N_("The last day of the term has passed already."))


def _check_one_of_two(field: str, day: date | None, days: int | None) -> None:
    if (day is None) == (days is None):
        message = N_("Give the last day, or the number of working days: one of the two.")
        raise InvalidInput.of(field, "one_of_two", message)
    if days is not None and not 1 <= days <= LONGEST:
        message = N_("A number from 1 to %(most)s is meant here.")
        raise InvalidInput.of("days", "range", message, most=LONGEST)


def _check_later(point: OrderPoint, until: date | None, on: date) -> None:
    if point.due_on < on:
        message = N_("The term ran out on %(due)s; it cannot be prolonged after that.")
        raise InvalidInput.of("until", "too_late", message, due=point.due_on)
    if until is not None and until <= point.due_on:
        message = N_("The term is until %(day)s already. Choose a later day, not before today.")
        raise InvalidInput.of("until", "not_later", message, day=point.due_on.isoformat())
