"""What every service of an order does: lock it, rule, move by the table, keep the log, journal."""

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from qadaga import authority
from qadaga.acts.services.base import stored
from qadaga.authority.actor import Actor
from qadaga.law.model import Ruling, Subject
from qadaga.matters import change
from qadaga.organisation.orders.models import Order, OrderMove, OrderVersion
from qadaga.organisation.orders.selectors.reach import reachable
from qadaga.organisation.orders.subject import order_subject
from qadaga.organisation.orders.transitions import ORDER


@dataclass(frozen=True, slots=True)
class Step:
    """One exercise of a power on an order: who, which, when, on what ruling, from which status to which."""

    order: Order
    power: str
    by: Actor
    on: date
    subject: Subject
    ruling: Ruling
    before: str
    after: str

    def save(self, reason: str = "", **changes: Any) -> None:
        """Write the changed columns, the new status and version, and the line in the log of moves."""
        change.advance(self.order, self.after, **changes)
        log(self, reason)

    def stored_ruling(self) -> dict[str, Any]:
        """The ruling with the facts it was given on, so that an old decision can be run again."""
        return stored(self.ruling, self.by, self.power, self.subject, self.on)

    def journal(self, **data: Any) -> None:
        """The last line of the transaction."""
        change.write(
            office_id=self.order.office_id,
            power=self.power,
            subject=self.order,
            kind="order",
            by=self.by,
            on=self.on,
            ruling=self.ruling,
            data={"from": self.before, "to": self.after, **data},
        )


def log(step: Step, reason: str) -> OrderMove:
    """A line in the order's log of moves."""
    return OrderMove.objects.create(
        order=step.order,
        power=step.power,
        from_status=step.before,
        to_status=step.after,
        on=step.on,
        by_id=step.by.appointment_id,
        reason=reason,
    )


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
) -> Step:
    """Lock the order, compare its version, ask the law, look up the move. Call inside a transaction.

    `version` None is for what adds a row without changing what others read. Raises NotFound (404),
    Stale (412), NotPermitted (403), Conflict (409).
    """
    order = lock(order_id, by=by, on=on)
    if version is not None:
        change.expect(order, version)
    return rule(order, power, by=by, on=on, extra=extra)


def rule(order: Order, power: str, *, by: Actor, on: date, extra: frozenset[str] = frozenset()) -> Step:
    """Ask the law about a locked order and look up the move."""
    subject = order_subject(order, by, on, extra)
    ruling = authority.require(by, power, subject, on=on)
    return Step(order, power, by, on, subject, ruling, order.status, ORDER.move(order.status, power))


def latest(order: Order) -> OrderVersion:
    """The last saved text."""
    return order.versions.order_by("-no")[0]
