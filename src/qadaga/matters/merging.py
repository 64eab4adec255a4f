"""Two records of one thing become one, and are parted again; nothing that names either is rewritten.

Bodies and people are merged alike: a survivor stands for both, no chain and no circle, the reason and the
undoing kept. What may not be merged is each kind's own to say.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Generic, TypeVar
from uuid import UUID

from django.db.models import Model

from qadaga import authority
from qadaga.authority import standing
from qadaga.authority.actor import Actor
from qadaga.common.errors import AlreadyDone, Conflict, InvalidInput, NotFound
from qadaga.common.i18n import N_
from qadaga.law.model import Ruling, Subject
from qadaga.matters import change
from qadaga.matters.services.base import text

R = TypeVar("R", bound=Any)
M = TypeVar("M", bound=Any)


@dataclass(frozen=True, slots=True)
class Merging(Generic[R, M]):
    """How records of one table are merged: the rows, the decisions, the powers, what the journal calls them.

    `check` raises what the kind itself refuses of a survivor and a duplicate.
    """

    rows: type[R]
    merges: type[M]
    kind: str
    subject: Subject
    merge_power: str
    part_power: str
    check: Callable[[R, R], None]

    def merge(
        self, *, survivor_id: UUID, duplicate_id: UUID, version: int, reason: str, by: Actor, on: date
    ) -> M:
        """Decide that the duplicate is the same as the survivor, within the caller's transaction.

        Raises NotFound, NotPermitted, Stale, InvalidInput (the same record), Conflict where either is merged
        already or others were merged into the duplicate.
        """
        standing.hold(by)
        if survivor_id == duplicate_id:
            raise InvalidInput.of("duplicate", "same", N_("This is the record itself: choose the other one."))
        ruling = authority.require(by, self.merge_power, self.subject, on=on)
        rows = self._locked(survivor_id, duplicate_id)
        survivor, duplicate = rows[survivor_id], rows[duplicate_id]
        change.expect(survivor, version)
        self._stand_apart(survivor, duplicate)
        self.check(survivor, duplicate)
        made: M = self.merges._default_manager.create(
            survivor=survivor,
            duplicate=duplicate,
            reason=text("reason", reason, 2000),
            merged_on=on,
            merged_by_id=by.appointment_id,
        )
        duplicate.merged_into = survivor
        self._done(made, survivor, duplicate, power=self.merge_power, ruling=ruling, by=by, on=on)
        return made

    def part(self, *, merge_id: UUID, version: int, reason: str, by: Actor, on: date) -> M:
        """Undo a merge within the caller's transaction: the duplicate stands again. Raises AlreadyDone."""
        standing.hold(by)
        ruling = authority.require(by, self.part_power, self.subject, on=on)
        made = self.merges._default_manager.filter(id=merge_id).first()
        if made is None:
            raise NotFound
        rows = self._locked(made.survivor_id, made.duplicate_id)
        made.refresh_from_db()
        if made.undone_on is not None:
            raise AlreadyDone()
        survivor, duplicate = rows[made.survivor_id], rows[made.duplicate_id]
        change.expect(survivor, version)
        made.undone_reason = text("reason", reason, 2000)
        made.undone_on, made.undone_by_id = on, by.appointment_id
        made.save(update_fields=["undone_reason", "undone_on", "undone_by"])
        duplicate.merged_into = None
        self._done(made, survivor, duplicate, power=self.part_power, ruling=ruling, by=by, on=on)
        found: M = made
        return found

    def _locked(self, *ids: UUID) -> Mapping[UUID, R]:
        # Always in the order of their ids: two merges that cross wait for each other instead of dying.
        wanted = self.rows._default_manager.select_for_update().filter(id__in=ids)
        rows: dict[UUID, R] = {row.id: row for row in wanted.order_by("id")}
        if len(rows) < len(ids):
            raise NotFound
        return rows

    def _stand_apart(self, survivor: R, duplicate: R) -> None:
        if duplicate.merged_into_id is not None:
            raise Conflict("merged", N_("That record is merged already: part it first, or choose another."))
        if survivor.merged_into_id is not None:
            raise Conflict(
                "merged", N_("This record is itself merged into another: decide on that one's card.")
            )
        if self.rows._default_manager.filter(merged_into=duplicate).exists():
            raise Conflict(
                "has_merged",
                N_("Others are merged into that record: part them first, or let that record stand."),
            )

    def _done(
        self, made: Model, survivor: R, duplicate: R, *, power: str, ruling: Ruling, by: Actor, on: date
    ) -> None:
        for row in (survivor, duplicate):
            row.version += 1
            row.save(update_fields=["merged_into", "version"])
        change.write(
            office_id=by.office_id,
            power=power,
            subject=survivor,
            kind=self.kind,
            by=by,
            on=on,
            ruling=ruling,
            data={"merge": made.pk, "duplicate": duplicate.id},
        )
