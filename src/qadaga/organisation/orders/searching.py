"""What is found of an order: its number and what it is about."""

from qadaga.authority.lists.search import entries
from qadaga.organisation.orders.models import Order


def put(order: Order) -> None:
    """Write the order's search entry; in the transaction of the change, before its number and the journal.

    The text stays out: orders on people are not for everybody who sees the register.
    """
    entries.put(
        entries.Entry(
            kind="order",
            id=order.id,
            office_id=order.office_id,
            region_id=order.region_id,
            day=order.drafted_on,
            number=order.number_text or "",
            title=order.title,
            texts=(order.title_kk, order.title_ru),
        )
    )
