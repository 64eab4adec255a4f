"""What every service of an order does: lock it, rule, move by the table, keep the log, journal."""

from datetime import date
from uuid import UUID

from qadaga.authority.actor import Actor
from qadaga.matters import change
from qadaga.matters.step import Course, Step
from qadaga.organisation.orders.models import Order, OrderMove, OrderVersion
from qadaga.organisation.orders.selectors.reach import reachable
from qadaga.organisation.orders.subject import order_subject
from qadaga.organisation.orders.transitions import ORDER

COURSE: Course[Order] = Course("order", ORDER, lambda order: order.office_id, log=OrderMove, key="order")


def lock(order_id: UUID, *, by: Actor, on: date) -> Order:
    """The order within the actor's reach, locked to the end of the transaction; NotFound otherwise."""
    rows = Order.objects.select_related("office", "author").select_for_update(of=("self",))
    return reachable(rows, by, on, order_id)


def begin(
    order_id: UUID,
    power: str,
    *,
    version: int | None,
    by: Actor,
    on: date,
    extra: frozenset[str] = frozenset(),
) -> Step[Order]:
    """Lock the order, compare its version, ask the law, look up the move. Call inside a transaction.

    `version` None is for what adds a row without changing what others read. Raises NotFound (404),
    Stale (412), NotPermitted (403), Conflict (409).
    """
    order = lock(order_id, by=by, on=on)
    if version is not None:
        change.expect(order, version)
    return rule(order, power, by=by, on=on, extra=extra)


def rule(
    order: Order, power: str, *, by: Actor, on: date, extra: frozenset[str] = frozenset()
) -> Step[Order]:
    """Ask the law about a locked order and look up the move."""
    return COURSE.rule(order, power, order_subject(order, by, on, extra), by=by, on=on)


def latest(order: Order) -> OrderVersion:
    """The last saved text."""
    return order.versions.order_by("-no")[0]
