"""Cancellation by the head who issued the order, or by the head of an office above (L.1.2)."""

from datetime import date
from uuid import UUID

from django.db import transaction

from qadaga.authority.actor import Actor
from qadaga.common.errors import AlreadyDone, InvalidInput
from qadaga.common.i18n import N_
from qadaga.law.coverage import implements
from qadaga.matters import change
from qadaga.matters.services.base import text
from qadaga.offices.selectors import path
from qadaga.organisation.orders import due
from qadaga.organisation.orders.choices import OrderStatus
from qadaga.organisation.orders.models import Order
from qadaga.organisation.orders.services.base import lock, rule


@implements("O.4", "L.1.2")
def cancel(
    *, order_id: UUID, version: int, reason: str, by: Actor, on: date, cancelling_id: UUID | None = None
) -> Order:
    """End the order's force from today; `cancelling_id` is the signed order that says so, if there is one.

    What the order did (appointments, names, staffing) stays until another order changes it. Raises
    AlreadyDone, NotPermitted (403: an equal or lower head), InvalidInput on `cancelling`.
    """
    reason = text("reason", reason)
    with transaction.atomic():
        order = lock(order_id, by=by, on=on)
        if order.status == OrderStatus.CANCELLED:
            raise AlreadyDone()
        change.expect(order, version)
        step = rule(order, "order.cancel", by=by, on=on)
        cancelling = _cancelling(order, cancelling_id, on) if cancelling_id else None
        due.end_all(order, by=by, on=on, reason=reason)
        step.save(reason, cancelled_on=on, cancelled_by_id=by.appointment_id, cancelling=cancelling)
        step.journal(cancelling=cancelling_id)
        return order


def _cancelling(order: Order, cancelling_id: UUID, on: date) -> Order:
    found = Order.objects.select_related("office").filter(id=cancelling_id).first()
    in_line = found is not None and found.office.code in path(order.office, on)
    if found is None or not in_line or found.id == order.id or not found.in_force(on):
        raise InvalidInput.of(
            "cancelling",
            "not_in_force",
            N_("Name an order in force of the same office or of one above, by its number."),
        )
    return found
