"""Publication of a signed order on the service's site (O.P2)."""

from datetime import date
from uuid import UUID

from django.db import transaction

from qadaga.authority.actor import Actor
from qadaga.common.errors import AlreadyDone
from qadaga.law.coverage import implements
from qadaga.matters.dates import within
from qadaga.matters.services.base import text
from qadaga.organisation.orders.models import Order
from qadaga.organisation.orders.services.base import begin


@implements("O.P2")
def publish(*, order_id: UUID, version: int, where: str, published_on: date, by: Actor, on: date) -> Order:
    """Record where and when the order was published. Raises AlreadyDone, InvalidInput on either."""
    where = text("where", where, 300, multiline=False)
    with transaction.atomic():
        step = begin(order_id, "order.publish", version=version, by=by, on=on)
        if step.order.published_on is not None:
            raise AlreadyDone()
        day = within("published_on", published_on, earliest=step.order.signed_on, latest=on)
        step.save(published_on=day, published_where=where, published_by_id=by.appointment_id)
        step.journal(published_on=day)
        return step.order
