"""Orders on their way to a receiver: drafts, control of execution, points, and what is still to be read."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any
from uuid import UUID

from qadaga.law.coverage import implements
from qadaga.law.model import Ruling, Subject
from qadaga.matters.step import Step
from qadaga.organisation.handover.items import Key, Kind, OpenItem
from qadaga.organisation.handover.passage import POWER, Entry, Passage, Passing
from qadaga.organisation.orders.models import Order, OrderAddressee, OrderPoint
from qadaga.organisation.orders.services.base import COURSE


def load(items: Sequence[OpenItem]) -> Mapping[Key, Passage]:
    """Orders, locked in the order of their ids, with the points, then what is to be read."""
    ids: dict[str, set[UUID]] = {kind.value: set() for kind in Kind}
    for item in items:
        ids[item.kind].add(item.id)
    points = {row.id: row for row in OrderPoint.objects.filter(id__in=ids[Kind.POINT])}
    wanted = ids[Kind.ORDER_DRAFT] | ids[Kind.CONTROL] | {row.order_id for row in points.values()}
    orders = _locked(wanted)
    found: dict[Key, Passage] = {}
    for kind, column in ((Kind.ORDER_DRAFT, "author"), (Kind.CONTROL, "controller")):
        found |= {(kind.value, key): OrderPassage(orders[key], column) for key in ids[kind]}
    for point in OrderPoint.objects.filter(id__in=points):  # again: as they are under the lock
        found[Kind.POINT.value, point.id] = PointPassage(point, orders[point.order_id])
    return found | _readings(ids[Kind.READING])


def _locked(ids: set[UUID]) -> dict[UUID, Order]:
    rows = Order.objects.select_related("office").select_for_update(of=("self",)).filter(id__in=ids)
    return {row.id: row for row in rows.order_by("id")}


def _readings(ids: set[UUID]) -> dict[Key, Passage]:
    """Only the rows of the giver are locked: thousands may confirm one order at the same time."""
    rows = OrderAddressee.objects.select_related("order__office").select_for_update(of=("self",))
    return {
        (Kind.READING.value, row.id): ReadingPassage(row) for row in rows.filter(id__in=ids).order_by("id")
    }


def _step(order: Order, to: Passing, ruling: Ruling) -> Step[Order]:
    subject = Subject(kind="order", office=to.path[-1], path=to.path, status=order.status)
    return COURSE.ruled(order, POWER, subject, ruling, by=to.by, on=to.on)


def _entry(step: Step[Order], to: Passing, **what: object) -> Entry:
    return Entry(step.row.office_id, partial(step.journal, receiver=to.receiver.id, **what))


@dataclass(frozen=True, slots=True)
class OrderPassage:
    """A draft in the hands of its author, or an order whose execution is watched; `column` says which."""

    order: Order
    column: str

    def still_held(self, giver_id: UUID) -> bool:
        """See Passage."""
        held: UUID | None = getattr(self.order, f"{self.column}_id")
        return held == giver_id

    @implements("O.P3", "O.14.1")
    def ruling(self, to: Passing) -> Ruling:
        """See Passage; whoever agreed a draft cannot become its author."""
        agreed = self.column == "author" and self.order.agreed_by_id == to.receiver.id
        return to.ask("order", {"assignee_agreed"} if agreed else set())

    def carry_out(self, to: Passing, ruling: Ruling) -> Entry:
        """See Passage."""
        step = _step(self.order, to, ruling)
        passed: dict[str, Any] = {self.column: to.receiver}
        step.save(to.note, **passed)
        return _entry(step, to, part=self.column)


@dataclass(frozen=True, slots=True)
class PointPassage:
    """A point that an order has somebody carry out."""

    point: OrderPoint
    order: Order

    def still_held(self, giver_id: UUID) -> bool:
        """See Passage."""
        return self.point.executor_id == giver_id and self.point.done_on is None

    def ruling(self, to: Passing) -> Ruling:
        """See Passage."""
        return to.ask("order", set())

    def carry_out(self, to: Passing, ruling: Ruling) -> Entry:
        """See Passage."""
        step = _step(self.order, to, ruling)
        self.point.executor = to.receiver
        self.point.save(update_fields=["executor"])
        step.save(to.note)
        return _entry(step, to, point=self.point.no)


@dataclass(frozen=True, slots=True)
class ReadingPassage:
    """An order that the giver has not become familiar with: whoever takes the place over has to (O.P4)."""

    row: OrderAddressee

    def still_held(self, giver_id: UUID) -> bool:
        """See Passage."""
        return self.row.appointment_id == giver_id and self.row.familiar_on is None

    def ruling(self, to: Passing) -> Ruling:
        """See Passage."""
        return to.ask("order", set())

    @implements("O.P4")
    def carry_out(self, to: Passing, ruling: Ruling) -> Entry:
        """See Passage; a receiver who is on the list already answers for the order once."""
        step = _step(self.row.order, to, ruling)
        if OrderAddressee.objects.filter(order=self.row.order, appointment=to.receiver).exists():
            self.row.delete()
        else:
            self.row.appointment = to.receiver
            self.row.save(update_fields=["appointment"])
        step.log(to.note)
        return _entry(step, to, addressee=to.giver.id)
