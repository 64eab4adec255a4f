"""Which orders a person reaches: those of their scope, and those that are addressed to them (O.P4)."""

from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.db.models import QuerySet

from qadaga.authority.actor import Actor
from qadaga.authority.scope import scope_of
from qadaga.common.errors import NotFound
from qadaga.organisation.orders.models import Order, OrderAddressee, OrderPoint


def reachable(rows: QuerySet[Order], actor: Actor, on: date, pk: Any) -> Order:
    """The order, if it is within the actor's scope or names the actor; NotFound otherwise.

    An order of an office above is out of scope, yet whoever it binds has to read it.
    """
    try:
        found = rows.filter(pk=pk).first()
    except (ValidationError, ValueError, TypeError) as error:
        raise NotFound() from error
    if found is None or not _reaches(found, actor, on):
        raise NotFound()
    return found


def _reaches(order: Order, actor: Actor, on: date) -> bool:
    if scope_of(actor, on).covers(order.office_id, order.region_id):
        return True
    if actor.who(on) is None or order.signed_on is None:
        return False
    mine = actor.appointment_id
    named = OrderAddressee.objects.filter(order=order, appointment=mine)
    return named.exists() or OrderPoint.objects.filter(order=order, executor=mine).exists()
