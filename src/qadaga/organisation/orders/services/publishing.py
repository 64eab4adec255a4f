"""Publication of a signed order on the service's site (O.P2)."""

from datetime import date
from uuid import UUID

from django.db import transaction

from qadaga.authority.actor import Actor
from qadaga.common.errors import AlreadyDone, InvalidInput
from qadaga.common.i18n import N_
from qadaga.law.coverage import implements
from qadaga.matters.dates import within
from qadaga.matters.services.base import text
from qadaga.organisation.orders.models import Order
from qadaga.organisation.orders.personal import personal_data
from qadaga.organisation.orders.services.base import begin

UNCONFIRMED = N_(
    "This looks like personal data: %(found)s. "
    "Confirm that what is published does not show it, or that it may."
)


@implements("O.P2", "O.8.d5")
def publish(
    *,
    order_id: UUID,
    version: int,
    where: str,
    published_on: date,
    by: Actor,
    on: date,
    confirmed: bool = False,
) -> Order:
    """Record where and when the order was published. Raises AlreadyDone, InvalidInput on either.

    What looks like personal data has to be `confirmed` first: InvalidInput on that field names it (O.8.d5).
    """
    where = text("where", where, 300, multiline=False)
    with transaction.atomic():
        step = begin(order_id, "order.publish", version=version, by=by, on=on)
        if step.row.published_on is not None:
            raise AlreadyDone()
        found = personal_data(step.row)
        if found and not confirmed:
            raise InvalidInput.of("confirmed", "personal_data", UNCONFIRMED, found=str(found))
        day = within("published_on", published_on, earliest=step.row.signed_on, latest=on)
        step.save(published_on=day, published_where=where, published_by_id=by.appointment_id)
        step.journal(published_on=day, personal=len(found.numbers) + len(found.names))
        return step.row
