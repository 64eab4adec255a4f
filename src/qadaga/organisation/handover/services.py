"""Handing work over: every item is ruled on for its receiver, all of them pass, or none does."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from django.db import transaction

from qadaga.authority import standing
from qadaga.authority.actor import Actor
from qadaga.common.errors import Conflict, FieldError, InvalidInput
from qadaga.common.i18n import N_
from qadaga.common.text import clean
from qadaga.law.coverage import implements
from qadaga.law.model import Ruling
from qadaga.matters.subject import path_of
from qadaga.offices.dated import in_force
from qadaga.organisation import subjects
from qadaga.organisation.exercise import Exercise, exercise
from qadaga.organisation.handover import case_passages as cases
from qadaga.organisation.handover import duty_passages as duties
from qadaga.organisation.handover import order_passages as orders
from qadaga.organisation.handover.items import Key, OpenItem
from qadaga.organisation.handover.models import HandOver, HandOverItem, Reason
from qadaga.organisation.handover.passage import POWER, Entry, Passage
from qadaga.organisation.handover.passage import Passing as To
from qadaga.organisation.handover.work import open_work
from qadaga.staff import selectors as staff
from qadaga.staff.models import Appointment

# After these nobody comes back to the post: what belongs to it passes too.
POST_OVER = (Reason.TRANSFER, Reason.DISMISSAL, Reason.LOST)
Journal = Callable[[], None]
Plan = Sequence[tuple[OpenItem, UUID]]
NOT_IN_POST = N_("This person holds no such post on that day. Choose another.")
NO_RECEIVER = N_("Choose who takes this over; nothing may be left without an owner.")
OPEN_WORK = N_(
    "%(count)s things are open in this officer's hands: matters, drafts, orders, seals, duties. Say who "
    "takes each over: they pass in the same act."
)


@dataclass(frozen=True, slots=True)
class Passing:
    """To whom the work goes: `to_all` takes what `receivers` (by kind and id) does not name."""

    reason: str
    to_all: UUID | None = None
    receivers: Mapping[Key, UUID] = field(default_factory=dict)
    note: str = ""

    def takes(self, item: OpenItem) -> bool:
        """Whether the item has to pass: what belongs to the post stays with whoever comes back to it."""
        return self.reason in POST_OVER or not item.of_the_post

    def receiver_of(self, item: OpenItem) -> UUID | None:
        """Who takes the item; None for nobody."""
        return self.receivers.get(item.key) or (self.to_all if self.takes(item) else None)

    @property
    def names(self) -> set[UUID]:
        """Every receiver named."""
        return {*self.receivers.values(), *([self.to_all] if self.to_all else [])}


def field_name(key: Key) -> str:
    """How a fault names the item: the name of its field in forms."""
    return f"receiver_{key[0]}_{key[1].hex}"


@implements("O.13.1", "O.14.1")
@transaction.atomic
def make(*, by: Actor, on: date, giver_id: UUID, passing: Passing, complete: bool = False) -> HandOver:
    """Hand over what the passing names a receiver for; `complete`: an item without one is a fault.

    Raises InvalidInput with a fault for each item (`receiver_matter_…`), NotPermitted, NotFound.
    """
    standing.hold(by)
    lock_people({giver_id, *passing.names})
    handover, journal = carry_out(by=by, on=on, giver_id=giver_id, passing=passing, complete=complete)
    journal()
    return handover


def carry_out(
    *, by: Actor, on: date, giver_id: UUID, passing: Passing, complete: bool
) -> tuple[HandOver, Journal]:
    """The rows of a hand-over, and what writes its journal entries: called last in the transaction.

    For services whose own act it is a part of; they have locked the people by `lock_people` first.
    """
    giver = staff.appointment_by_id(giver_id)
    done = exercise(by, POWER, subjects.of_office(giver.office, on, kind="appointment"), on)
    plan = _plan(open_work(giver_id, on), passing, complete=complete)
    note = clean(passing.note, field="note", max_length=300)
    moves = _moves(plan, giver, by, on, note)
    handover = HandOver.objects.create(
        giver=giver,
        office=giver.office,
        reason=_reason(passing.reason),
        note=note,
        on=on,
        by_id=by.appointment_id,
    )
    entries = _pass(moves)
    HandOverItem.objects.bulk_create(
        HandOverItem(
            handover=handover, kind=item.kind, subject_id=item.id, name=item.name, receiver_id=receiver
        )
        for item, receiver in plan
    )
    return handover, lambda: _journal(handover, entries, done)


def lock_people(ids: set[UUID]) -> dict[UUID, Appointment]:
    """Lock the appointments in the order of their ids: nobody may end or be given work meanwhile."""
    rows = Appointment.objects.select_for_update(of=("self",), no_key=True).filter(id__in=ids)
    return {row.id: row for row in rows.order_by("id")}


def require_nothing_open(giver_id: UUID, on: date, *, comes_back: bool = False) -> None:
    """Raises Conflict `open_work` while anything is open that has to pass when the officer goes."""
    count = sum(not (comes_back and item.of_the_post) for item in open_work(giver_id, on))
    if count:
        raise Conflict("open_work", OPEN_WORK, count=count)


def _reason(reason: str) -> str:
    if reason not in Reason.values:
        raise InvalidInput.of("reason", "unknown", N_("There is no such reason. Choose from the list."))
    return reason


def _plan(items: Sequence[OpenItem], passing: Passing, *, complete: bool) -> Plan:
    plan = [(item, who) for item in items if (who := passing.receiver_of(item)) is not None]
    missing = [item for item in items if passing.takes(item) and passing.receiver_of(item) is None]
    if complete and missing:
        raise InvalidInput(
            *(FieldError(field_name(item.key), "no_receiver", NO_RECEIVER) for item in missing)
        )
    if not plan and not (complete and items):
        raise InvalidInput.of("to_all", "nothing", N_("Nothing would pass. Choose who takes what over."))
    return plan


def _people(ids: set[UUID], on: date) -> dict[UUID, Appointment]:
    rows = Appointment.objects.filter(in_force(on), id__in=ids).select_related("office", "person")
    return {row.id: row for row in rows}


@dataclass(frozen=True, slots=True)
class _Move:
    """One item on its way; `to` is None where the receiver holds no post on the day."""

    item: OpenItem
    passage: Passage
    to: To | None

    def fault(self, ruling: Ruling | None) -> FieldError | None:
        """Why it may not pass."""
        if ruling is None:
            return FieldError(field_name(self.item.key), "not_in_post", NOT_IN_POST)
        if ruling.allowed:
            return None
        missing = ruling.missing[0]
        return FieldError(field_name(self.item.key), "refused", missing.message, dict(missing.data))


def _moves(plan: Plan, giver: Appointment, by: Actor, on: date, note: str) -> list[_Move]:
    items = [item for item, _ in plan]
    # One order of locking for everybody: casework, orders, seals, duties.
    passages = {**cases.load(items), **orders.load(items), **duties.load(items)}
    if any(not passages[item.key].still_held(giver.id) for item in items):
        raise Conflict("moved", N_("Part of this work changed hands meanwhile. Look at the list again."))
    path = path_of(giver.office, by, on)
    people = {
        row.id: To(giver, row, by, on, note, path) for row in _people({who for _, who in plan}, on).values()
    }
    return [_Move(item, passages[item.key], people.get(who)) for item, who in plan]


def _pass(moves: Sequence[_Move]) -> list[Entry]:
    """Everything is ruled on before anything changes."""
    ruled = [(move, move.passage.ruling(move.to) if move.to else None) for move in moves]
    faults = [fault for move, ruling in ruled if (fault := move.fault(ruling))]
    if faults:
        raise InvalidInput(*faults)
    return [move.passage.carry_out(move.to, ruling) for move, ruling in ruled if move.to and ruling]


def _journal(handover: HandOver, entries: Sequence[Entry], done: Exercise) -> None:
    for entry in sorted(entries, key=lambda one: str(one.office_id)):  # chains in one order for everybody
        entry.write()
    data = {"giver": handover.giver_id, "reason": handover.reason, "items": len(entries)}
    done.record(POWER, handover.office_id, ("appointment", handover.giver_id), data)
