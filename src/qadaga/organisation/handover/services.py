"""Handing work over: every item is ruled on for its receiver, all of them pass, or none does."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import partial
from typing import Any
from uuid import UUID

from django.db import transaction

from qadaga.acts.models import Act
from qadaga.acts.services import handing as acts
from qadaga.authority import standing
from qadaga.authority.actor import Actor
from qadaga.common.errors import Conflict, FieldError, InvalidInput
from qadaga.common.i18n import N_
from qadaga.common.text import clean
from qadaga.law.coverage import implements
from qadaga.law.model import Ruling
from qadaga.matters.models import Matter
from qadaga.matters.services import handing as matters
from qadaga.offices.dated import in_force
from qadaga.organisation import subjects
from qadaga.organisation.exercise import Exercise, exercise
from qadaga.organisation.handover.models import HandOver, HandOverItem, Reason
from qadaga.organisation.handover.work import DRAFT, Key, OpenItem, open_work
from qadaga.staff import selectors as staff
from qadaga.staff.models import Appointment

POWER = "work.hand_over"
Journal = Callable[[], None]
Plan = Sequence[tuple[OpenItem, UUID]]
NOT_IN_POST = N_("This person holds no such post on that day. Choose another.")
NO_RECEIVER = N_("Choose who takes this over; nothing may be left without an owner.")
OPEN_WORK = N_(
    "%(count)s matters and drafts are open in this officer's hands. Say who takes each over: they pass in "
    "the same act."
)


@dataclass(frozen=True, slots=True)
class Passing:
    """To whom the work goes: `to_all` takes what `receivers` (by kind and id) does not name."""

    reason: str
    to_all: UUID | None = None
    receivers: Mapping[Key, UUID] = field(default_factory=dict)
    note: str = ""

    def receiver_of(self, key: Key) -> UUID | None:
        """Who takes the item; None for nobody."""
        return self.receivers.get(key) or self.to_all

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
    plan = _plan(open_work(giver_id), passing, complete=complete)
    moves = _moves(plan, _people({who for _, who in plan}, on), giver_id)
    note = clean(passing.note, field="note", max_length=300)
    handover = HandOver.objects.create(
        giver=giver,
        office=giver.office,
        reason=_reason(passing.reason),
        note=note,
        on=on,
        by_id=by.appointment_id,
    )
    steps = _pass(moves, by, on, note)
    HandOverItem.objects.bulk_create(
        HandOverItem(
            handover=handover, kind=item.kind, subject_id=item.id, name=item.name, receiver_id=receiver
        )
        for item, receiver in plan
    )
    return handover, lambda: _journal(handover, steps, done)


def lock_people(ids: set[UUID]) -> dict[UUID, Appointment]:
    """Lock the appointments in the order of their ids: nobody may end or be given work meanwhile."""
    rows = Appointment.objects.select_for_update(of=("self",), no_key=True).filter(id__in=ids)
    return {row.id: row for row in rows.order_by("id")}


def require_nothing_open(giver_id: UUID) -> None:
    """Raises Conflict `open_work` while anything is open in the officer's hands."""
    count = len(open_work(giver_id))
    if count:
        raise Conflict("open_work", OPEN_WORK, count=count)


def _reason(reason: str) -> str:
    if reason not in Reason.values:
        raise InvalidInput.of("reason", "unknown", N_("There is no such reason. Choose from the list."))
    return reason


def _plan(items: Sequence[OpenItem], passing: Passing, *, complete: bool) -> Plan:
    plan = [(item, who) for item in items if (who := passing.receiver_of(item.key)) is not None]
    if complete and len(plan) < len(items):
        missing = [item for item in items if passing.receiver_of(item.key) is None]
        raise InvalidInput(
            *(FieldError(field_name(item.key), "no_receiver", NO_RECEIVER) for item in missing)
        )
    if not plan:
        raise InvalidInput.of("to_all", "nothing", N_("Nothing would pass. Choose who takes what over."))
    return plan


def _people(ids: set[UUID], on: date) -> dict[UUID, Appointment]:
    rows = Appointment.objects.filter(in_force(on), id__in=ids).select_related("office", "person")
    return {row.id: row for row in rows}


@dataclass(frozen=True, slots=True)
class _Move:
    """One item on its way to a receiver, with the law's answer; the rows are locked."""

    item: OpenItem
    receiver: Appointment | None
    matter: Matter
    draft: Act | None

    def ruling(self, by: Actor, on: date) -> Ruling | None:
        """None where the receiver holds no post on the day."""
        if self.receiver is None:
            return None
        if self.draft is not None:
            return acts.hand_over_ruling(self.draft, self.receiver, by, on)
        return matters.hand_over_ruling(self.matter, self.receiver, by, on)

    def still_held(self, giver_id: UUID) -> bool:
        """Whether it is in the giver's hands now that it is locked."""
        return (self.draft.author_id if self.draft else self.matter.assignee_id) == giver_id

    def carry_out(self, ruling: Ruling, by: Actor, on: date, note: str) -> Journal:
        """Change the row; what comes back writes its journal entry."""
        assert self.receiver is not None  # a receiver without a post was a fault
        about: Any = {"receiver": self.receiver, "ruling": ruling, "by": by, "on": on, "note": note}
        step = (
            acts.hand_over(act=self.draft, **about)
            if self.draft is not None
            else matters.hand_over(matter=self.matter, **about)
        )
        return partial(step.journal, receiver=self.receiver.id)


def _moves(plan: Plan, people: Mapping[UUID, Appointment], giver_id: UUID) -> list[_Move]:
    held = matters.lock_matters({item.matter_id for item, _ in plan})
    drafts = acts.lock_drafts({item.id for item, _ in plan if item.kind == DRAFT}, held)
    moves = [_Move(item, people.get(who), held[item.matter_id], drafts.get(item.id)) for item, who in plan]
    if not all(move.still_held(giver_id) for move in moves):
        raise Conflict("moved", N_("Part of this work changed hands meanwhile. Look at the list again."))
    return moves


def _pass(moves: Sequence[_Move], by: Actor, on: date, note: str) -> list[Journal]:
    rulings = [move.ruling(by, on) for move in moves]
    faults = [f for move, ruling in zip(moves, rulings, strict=True) if (f := _fault(move.item, ruling))]
    if faults:
        raise InvalidInput(*faults)
    return [
        move.carry_out(ruling, by, on, note)
        for move, ruling in zip(moves, rulings, strict=True)
        if ruling is not None
    ]


def _fault(item: OpenItem, ruling: Ruling | None) -> FieldError | None:
    if ruling is None:
        return FieldError(field_name(item.key), "not_in_post", NOT_IN_POST)
    if ruling.allowed:
        return None
    missing = ruling.missing[0]
    return FieldError(field_name(item.key), "refused", missing.message, dict(missing.data))


def _journal(handover: HandOver, steps: Sequence[Journal], done: Exercise) -> None:
    for step in steps:
        step()
    data = {"giver": handover.giver_id, "reason": handover.reason, "items": len(steps)}
    done.record(POWER, handover.office_id, ("appointment", handover.giver_id), data)
