"""Open work of the service about itself in somebody's hands: orders, seals, places in the distribution."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet

from qadaga.organisation.handover.items import Kind, OpenItem
from qadaga.organisation.handover.owners import held_by
from qadaga.organisation.orders.models import Order, OrderAddressee, OrderPoint
from qadaga.organisation.seals.models import Seal
from qadaga.staff.duties.models import Distribution, Duty, Replacement


def service_questions(held: UUID, on: date) -> dict[str, QuerySet[Any]]:
    """What to ask: drafts of orders, orders under control, points, orders to read, seals, distributions.

    A seal is what the person holds, or what is offered to them and not taken yet.
    """
    mine = Q(holder=held, offered__isnull=True) | Q(offered=held)
    named = [held_by(held, model, "appointment", on).values("distribution") for model in (Duty, Replacement)]
    points = held_by(held, OrderPoint, "executor", on).select_related("order")
    readings = held_by(held, OrderAddressee, "appointment", on).select_related("order")
    return {
        "order_drafts": held_by(held, Order, "author", on).order_by("drafted_on", "id"),
        "controls": held_by(held, Order, "controller", on).order_by("due_on", "id"),
        "points": points.order_by("due_on", "id"),
        "readings": readings.order_by("id"),
        "seals": Seal.objects.filter(mine, status="held").order_by("registered_on", "id"),
        "duties": Distribution.objects.filter(Q(id__in=named[0]) | Q(id__in=named[1])).order_by("starts_on"),
    }


def service_items(rows: Mapping[str, list[Any]]) -> list[OpenItem]:
    """What was found, each one thing."""
    return [_MAKE[name](row) for name in _MAKE for row in rows[name]]


def _order_draft(row: Order) -> OpenItem:
    return OpenItem(Kind.ORDER_DRAFT.value, row.id, row.title, status=row.status)


def _control(row: Order) -> OpenItem:
    return OpenItem(Kind.CONTROL.value, row.id, str(row), row.title, row.status, row.due_on)


def _point(row: OrderPoint) -> OpenItem:
    return OpenItem(
        Kind.POINT.value, row.id, f"{row.order}, {row.no}", row.what, row.order.status, row.due_on
    )


def _reading(row: OrderAddressee) -> OpenItem:
    return OpenItem(Kind.READING.value, row.id, str(row.order), row.order.title, row.order.status)


def _seal(row: Seal) -> OpenItem:
    return OpenItem(Kind.SEAL.value, row.id, row.mark, row.name_kk, row.status, row.due_on)


def _distribution(row: Distribution) -> OpenItem:
    return OpenItem(Kind.DUTIES.value, row.id, row.ground or str(row.starts_on))


_MAKE: dict[str, Callable[[Any], OpenItem]] = {
    "order_drafts": _order_draft,
    "controls": _control,
    "points": _point,
    "readings": _reading,
    "seals": _seal,
    "duties": _distribution,
}
