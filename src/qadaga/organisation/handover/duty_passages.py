"""The giver's place in the distribution of duties, and the seals in the giver's hands, on their way."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from uuid import UUID

from qadaga.law import catalogue
from qadaga.law.coverage import implements
from qadaga.law.model import Ruling
from qadaga.organisation.exercise import Exercise
from qadaga.organisation.handover.items import Key, Kind, OpenItem
from qadaga.organisation.handover.passage import POWER, Entry, Passage, Passing
from qadaga.organisation.seals.models import Seal, SealEvent
from qadaga.staff.duties.models import Distribution, Duty, Replacement


def load(items: Sequence[OpenItem]) -> Mapping[Key, Passage]:
    """Seals, then distributions, locked in the order of their ids."""
    ids = {kind: {item.id for item in items if item.kind == kind} for kind in (Kind.SEAL, Kind.DUTIES)}
    seals = Seal.objects.select_for_update(of=("self",)).filter(id__in=ids[Kind.SEAL])
    found: dict[Key, Passage] = {(Kind.SEAL.value, row.id): SealPassage(row) for row in seals.order_by("id")}
    duties = Distribution.objects.select_for_update(of=("self",)).filter(id__in=ids[Kind.DUTIES])
    return found | {(Kind.DUTIES.value, row.id): DutiesPassage(row) for row in duties.order_by("id")}


@dataclass(frozen=True, slots=True)
class SealPassage:
    """A seal: it is offered to the receiver, who answers for it from the day of taking it (O.3)."""

    seal: Seal

    def still_held(self, giver_id: UUID) -> bool:
        """See Passage."""
        return self.seal.status == "held" and giver_id in (self.seal.holder_id, self.seal.offered_id)

    def ruling(self, to: Passing) -> Ruling:
        """See Passage."""
        return to.ask("seal", set())

    @implements("O.3")
    def carry_out(self, to: Passing, ruling: Ruling) -> Entry:
        """See Passage; what comes back to its own holder is offered no more."""
        row = self.seal
        row.offered = None if row.holder_id == to.receiver.id else to.receiver
        row.version += 1
        row.save()
        SealEvent.objects.create(
            seal=row,
            power=POWER,
            on=to.on,
            by_id=to.by.appointment_id,
            holder_id=row.holder_id,
            note=to.note,
            order=row.order,
        )
        data = {"holder": row.holder_id, "offered": row.offered_id}
        done = Exercise(to.by, to.on, ruling)
        return Entry(row.office_id, partial(done.record, POWER, row.office_id, ("seal", row.id), data))


@dataclass(frozen=True, slots=True)
class DutiesPassage:
    """The giver's lines and place in a distribution; the head takes none and leads everything (O.12)."""

    row: Distribution

    def still_held(self, giver_id: UUID) -> bool:
        """See Passage."""
        mine = self.row.duties.filter(appointment=giver_id)
        return mine.exists() or self.row.replacements.filter(appointment=giver_id).exists()

    def ruling(self, to: Passing) -> Ruling:
        """See Passage; supervision is for officers only."""
        return to.ask("duties", set() if to.receiver.officer else {"assignee_employee"})

    @implements("O.14.1", "O.14.3", "O.11")
    def carry_out(self, to: Passing, ruling: Ruling) -> Entry:
        """See Passage. Before the day it stays as it was: from the day on a copy holds, by the same order."""
        row = self.row if self.row.starts_on >= to.on else _from_day_on(self.row, to)
        _lines(row, to)
        _place(row, to)
        data = {"distribution": row.id, "giver": to.giver.id, "receiver": to.receiver.id}
        done = Exercise(to.by, to.on, ruling)
        return Entry(row.office_id, partial(done.record, POWER, row.office_id, ("duties", row.id), data))


def _from_day_on(old: Distribution, to: Passing) -> Distribution:
    new = Distribution(office_id=old.office_id, starts_on=to.on, ends_on=old.ends_on, ground=old.ground)
    old.ends_on = to.on
    old.save(update_fields=["ends_on"])
    new.save(force_insert=True)
    duties, places = list(old.duties.all()), list(old.replacements.all())
    for duty in duties:
        duty.pk, duty.distribution = None, new
    for place in places:
        place.pk, place.distribution = None, new
    Duty.objects.bulk_create(duties)
    Replacement.objects.bulk_create(places)
    return new


def _lines(row: Distribution, to: Passing) -> None:
    mine = row.duties.filter(appointment=to.giver)
    if not to.receiver.heads:
        own = {_what(duty) for duty in row.duties.filter(appointment=to.receiver)}
        kept = [duty.pk for duty in mine if _what(duty) not in own]
        leads = catalogue.load().posts[to.receiver.post].deputy
        row.duties.filter(pk__in=kept).update(appointment=to.receiver, leads=leads)
    row.duties.filter(appointment=to.giver).delete()


def _what(duty: Duty) -> tuple[str, UUID | None, str, str]:
    return duty.direction, duty.unit_id, duty.body_kind, duty.kato


def _place(row: Distribution, to: Passing) -> None:
    """The receiver keeps the better of the two places; the head is nobody's replacement (O.14.2)."""
    mine = row.replacements.filter(appointment=to.giver).first()
    if mine is None:
        return
    mine.delete()
    own = row.replacements.filter(appointment=to.receiver).first()
    if to.receiver.heads or (own is not None and own.place < mine.place):
        return
    if own is not None:
        own.delete()
    row.replacements.create(appointment=to.receiver, place=mine.place)
