"""Every change of a seal, stamp or blank, each ruled on and journalled (O.3)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db import transaction

from qadaga import authority
from qadaga.authority.actor import Actor
from qadaga.authority.scope import get_or_404, scope_of
from qadaga.common.errors import FieldError, InvalidInput
from qadaga.common.i18n import N_
from qadaga.law.coverage import implements
from qadaga.matters import change
from qadaga.matters.dates import choice
from qadaga.matters.services.base import text
from qadaga.offices.selectors import office_by_id
from qadaga.organisation.exercise import Exercise, exercise
from qadaga.organisation.orders import services as orders
from qadaga.organisation.refusals import refused_by
from qadaga.organisation.seals.choices import SealKind, SealStatus
from qadaga.organisation.seals.models import Seal, SealEvent
from qadaga.organisation.seals.subject import SEAL, seal_subject
from qadaga.staff.models import Appointment

TAKEN = {"seal_mark_once": FieldError("mark", "taken", N_("This office has one with this mark already."))}


@dataclass(frozen=True, slots=True)
class Registered:
    """What is registered: its kind, mark (number, series, run of numbers), the name on it, who holds it."""

    kind: str
    mark: str
    name_kk: str
    holder_id: UUID
    inventory_on: date | None = None


@implements("O.3")
@transaction.atomic
def register(*, seal: Registered, by: Actor, on: date) -> Seal:
    """Put a seal, stamp or run of blanks into the register of the actor's office.

    Raises InvalidInput (an unknown kind, a mark that is there, a holder of another office), NotPermitted.
    """
    office = office_by_id(by.office_id)
    row = Seal(office=office, region_id=office.region_id, status=SealStatus.HELD, registered_on=on)
    row.kind = choice("kind", seal.kind, SealKind.values)
    row.mark = text("mark", seal.mark, 100, multiline=False)
    row.name_kk = text("name_kk", seal.name_kk, 300, multiline=False)
    row.holder = _colleague(row, seal.holder_id, on, "holder")
    row.due_on = _later(seal.inventory_on, on)
    done = exercise(by, "seal.register", seal_subject(row, by, on), on)
    with refused_by(TAKEN):
        row.save(force_insert=True)
    _record(row, done)
    return row


@implements("O.3")
@transaction.atomic
def offer(*, seal_id: UUID, version: int, to_id: UUID, by: Actor, on: date) -> Seal:
    """Hand it over to a colleague; it changes hands when that person takes it."""
    row, done = _begin(seal_id, "seal.hand_over", version, by=by, on=on)
    to = _colleague(row, to_id, on, "to")
    if to.id == row.holder_id:
        raise InvalidInput.of("to", "holder", N_("This person holds it already. Choose somebody else."))
    return _finish(row, done, offered=to)


@implements("O.3")
@transaction.atomic
def take(*, seal_id: UUID, version: int, by: Actor, on: date) -> Seal:
    """Take what a colleague hands over: from now on the taker answers for it."""
    row, done = _begin(seal_id, "seal.take", version, by=by, on=on)
    return _finish(row, done, holder_id=by.appointment_id, offered=None)


@implements("O.3")
@transaction.atomic
def check(*, seal_id: UUID, version: int, found: str, next_on: date, by: Actor, on: date) -> Seal:
    """Record an inventory: what was found, and by when it is looked at next."""
    note = text("found", found)
    row, done = _begin(seal_id, "seal.check", version, by=by, on=on)
    return _finish(row, done, note, due_on=_later(next_on, on))


@implements("O.3")
@transaction.atomic
def lose(*, seal_id: UUID, version: int, how: str, by: Actor, on: date) -> Seal:
    """Report a loss at once; it stays an alarm until the head decides on it by an order."""
    note = text("how", how)
    row, done = _begin(seal_id, "seal.report_loss", version, by=by, on=on, ground="seal_lost")
    return _finish(row, done, note, offered=None, due_on=None)


@implements("O.3")
@transaction.atomic
def settle(*, seal_id: UUID, version: int, order_id: UUID | None, by: Actor, on: date) -> Seal:
    """Name the order that decides on a loss; the alarm ends. Raises InvalidInput on `order`."""
    row, done = _begin(seal_id, "seal.settle", version, by=by, on=on)
    return _by_order(row, done, order_id, "")


@implements("O.3")
@transaction.atomic
def destroy(
    *, seal_id: UUID, version: int, order_id: UUID | None, ground: str, act: str, by: Actor, on: date
) -> Seal:
    """Record the destruction by an act (its number, day and commission) under an order on seals.

    `ground` is one of those the power names: it is worn, or the office was renamed or closed.
    """
    note = text("act", act)
    row, done = _begin(seal_id, "seal.destroy", version, by=by, on=on, ground=ground)
    return _by_order(row, done, order_id, note, offered=None, due_on=None)


def _by_order(row: Seal, done: Exercise, order_id: UUID | None, note: str, **changes: Any) -> Seal:
    order = orders.basis(order_id, kind="seals", office=row.office, on=done.on)
    orders.carried_out(
        order,
        what=done.ruling.power,
        subject_kind="seal",
        subject_id=row.id,
        starts_on=done.on,
        done=done,
    )
    return _finish(row, done, note, order=order, **changes)


def _begin(
    seal_id: UUID, power: str, version: int, *, by: Actor, on: date, ground: str | None = None
) -> tuple[Seal, Exercise]:
    rows = Seal.objects.select_related("office").select_for_update(of=("self",))
    row = get_or_404(rows, scope_of(by, on), seal_id)
    change.expect(row, version)
    ruling = authority.require(by, power, seal_subject(row, by, on), on=on, ground=ground)
    row.status = SEAL.move(row.status, power)
    return row, Exercise(by, on, ruling)


def _finish(row: Seal, done: Exercise, note: str = "", **changes: Any) -> Seal:
    for name, value in changes.items():
        setattr(row, name, value)
    row.version += 1
    row.save()
    _record(row, done, note)
    return row


def _record(row: Seal, done: Exercise, note: str = "") -> None:
    SealEvent.objects.create(
        seal=row,
        power=done.ruling.power,
        on=done.on,
        by_id=done.by.appointment_id,
        holder_id=row.holder_id,
        note=note,
        order=row.order,
    )
    data = {"status": row.status, "holder": row.holder_id, "offered": row.offered_id, "order": row.order_id}
    done.record(done.ruling.power, row.office_id, ("seal", row.id), data)


def _colleague(row: Seal, appointment_id: UUID, on: date, field: str) -> Appointment:
    held = Appointment.objects.filter(id=appointment_id, office=row.office).first()
    if held is None or not held.holds(on):
        raise InvalidInput.of(
            field, "not_of_office", N_("It is held by somebody of this office. Choose from the list.")
        )
    return held


def _later(day: date | None, on: date) -> date | None:
    if day is not None and day <= on:
        raise InvalidInput.of("next_on", "past", N_("The next inventory is on a day still to come."))
    return day
