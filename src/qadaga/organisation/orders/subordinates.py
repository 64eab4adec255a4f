"""Whom an order or directive of an office binds: officers and employees, its own and those below (O.13.2)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from uuid import UUID

from django.db.models import Q, QuerySet

from qadaga.law.coverage import implements
from qadaga.offices import selectors as offices
from qadaga.offices.dated import in_force
from qadaga.organisation.orders.choices import Audience
from qadaga.organisation.orders.models import Order
from qadaga.staff.models import Appointment
from qadaga.staff.selectors import people_in


def offices_bound(office_id: UUID, on: date) -> frozenset[UUID]:
    """The office and every office below it on the day (L.1.2)."""
    return offices.descendants(office_id, on) | {office_id}


@implements("O.13.2")
def outside(office_id: UUID, appointments: Iterable[UUID], on: date) -> list[Appointment]:
    """Those of the appointments that the head of the office has no word over on the day.

    Somebody of an office that is neither this one nor below it, or whose appointment is not in force.
    """
    rows = Appointment.objects.select_related("person", "office").filter(id__in=list(appointments))
    return list(rows.filter(unbound(office_id, on)))


def unbound(office: UUID | str, on: date, prefix: str = "") -> Q:
    """The condition "no order of the office binds this appointment on the day"; `prefix` leads to it.

    `office` is an id, or the SQL of the column that tells it.
    """
    below = offices.with_those_below(office, on)
    return ~(in_force(on, prefix) & Q(**{f"{prefix}office__in": below}))


@implements("O.P4")
def audience(order: Order, on: date) -> QuerySet[Appointment]:
    """Who has to know the order that goes to everybody: people of the office, or also of those below."""
    if order.audience == Audience.OFFICE:
        return people_in([order.office_id], on)
    return people_in(offices_bound(order.office_id, on), on)
