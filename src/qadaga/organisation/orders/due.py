"""The term of a point under control: its ledger, the days that repeat it, what follows a recount (O.P3)."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from django.db.models import Min

from qadaga.authority.actor import Actor
from qadaga.law.coverage import implements
from qadaga.matters import terms
from qadaga.matters.due import repeat
from qadaga.organisation.orders.models import Order, OrderPoint

KIND = RULE = "order_point"


@implements("O.P3")
def begin(point: OrderPoint, order: Order, *, by: Actor, days: int | None, until: date | None) -> date:
    """Start the term of a new point on the day it is set; its last day, moved off a day of rest."""
    owner = terms.Owner(KIND, point.id, order.office_id, order.office.region_id)
    return terms.start(owner=owner, rule=RULE, on=point.set_on, by=by, days=days, until=until).due_on


@implements("O.P3")
def prolong(
    point: OrderPoint, *, by: Actor, on: date, reason: str, until: date | None, days: int | None
) -> date:
    """Lengthen the term of an open point to a day or by working days after its last one; its new last day.

    Raises TermError once it has run out.
    """
    term = terms.open_term(KIND, point.id)
    assert term is not None  # an open point has its term
    return terms.prolong(term=term, on=on, by=by, reason=reason, until=until, days=days).due_on


def end(point: OrderPoint, *, by: Actor, on: date, reason: str = "") -> None:
    """The point is off control."""
    terms.finish_open(kind=KIND, subject_id=point.id, on=on, by=by, reason=reason)


def end_all(order: Order, *, by: Actor, on: date, reason: str) -> None:
    """The order has no force any more: nothing of it is awaited."""
    for point in order.points.filter(done_on__isnull=True):
        end(point, by=by, on=on, reason=reason)


def earliest(order_id: UUID) -> date | None:
    """The earliest last day of the open points; lists sort and warn by it."""
    rows = OrderPoint.objects.filter(order=order_id, done_on__isnull=True)
    found: date | None = rows.aggregate(due=Min("due_on"))["due"]
    return found


def _follow(point_id: UUID) -> None:
    order_id = OrderPoint.objects.values_list("order_id", flat=True).get(id=point_id)
    Order.objects.filter(id=order_id).update(due_on=earliest(order_id))


repeat(KIND, OrderPoint, then=_follow)
