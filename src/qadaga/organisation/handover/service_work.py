"""Open work of the service about itself in somebody's hands: orders, seals, places in the distribution."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from uuid import UUID

from django.db.models import Q

from qadaga.organisation.handover.items import Kind, OpenItem
from qadaga.organisation.handover.owners import held_by
from qadaga.organisation.orders.models import Order, OrderAddressee, OrderPoint
from qadaga.organisation.seals.models import Seal
from qadaga.staff.duties.models import Distribution, Duty, Replacement


def open_service_work(appointment_id: UUID, on: date) -> list[OpenItem]:
    """Drafts of orders, orders under control, points, orders to read, seals, duties: each one thing."""
    return [
        *_drafts(appointment_id, on),
        *_controls(appointment_id, on),
        *_points(appointment_id, on),
        *_readings(appointment_id, on),
        *_seals(appointment_id),
        *_duties(appointment_id, on),
    ]


def _drafts(held: UUID, on: date) -> Iterator[OpenItem]:
    for row in held_by(held, Order, "author", on).order_by("drafted_on", "id"):
        yield OpenItem(Kind.ORDER_DRAFT.value, row.id, row.title, status=row.status)


def _controls(held: UUID, on: date) -> Iterator[OpenItem]:
    for row in held_by(held, Order, "controller", on).order_by("due_on", "id"):
        yield OpenItem(Kind.CONTROL.value, row.id, str(row), row.title, row.status, row.due_on)


def _points(held: UUID, on: date) -> Iterator[OpenItem]:
    rows = held_by(held, OrderPoint, "executor", on).select_related("order")
    for row in rows.order_by("due_on", "id"):
        name = f"{row.order}, {row.no}"
        yield OpenItem(Kind.POINT.value, row.id, name, row.what, row.order.status, row.due_on)


def _readings(held: UUID, on: date) -> Iterator[OpenItem]:
    rows = held_by(held, OrderAddressee, "appointment", on).select_related("order")
    for row in rows.order_by("id"):
        yield OpenItem(Kind.READING.value, row.id, str(row.order), row.order.title, row.order.status)


def _seals(held: UUID) -> Iterator[OpenItem]:
    """What the person holds, and what is offered to them and not taken yet."""
    mine = Q(holder=held, offered__isnull=True) | Q(offered=held)
    for row in Seal.objects.filter(mine, status="held").order_by("registered_on", "id"):
        yield OpenItem(Kind.SEAL.value, row.id, row.mark, row.name_kk, row.status, row.due_on)


def _duties(held: UUID, on: date) -> Iterator[OpenItem]:
    named = {
        *held_by(held, Duty, "appointment", on).values_list("distribution", flat=True),
        *held_by(held, Replacement, "appointment", on).values_list("distribution", flat=True),
    }
    for row in Distribution.objects.filter(id__in=named).order_by("starts_on"):
        yield OpenItem(Kind.DUTIES.value, row.id, row.ground or str(row.starts_on))
