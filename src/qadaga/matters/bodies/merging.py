"""Two records of one body become one, and are parted again (O.7.1); nothing that names them is rewritten."""

from collections.abc import Mapping
from datetime import date
from typing import Any
from uuid import UUID

from django.db import transaction

from qadaga import authority
from qadaga.authority import standing
from qadaga.authority.actor import Actor
from qadaga.common.errors import AlreadyDone, Conflict, InvalidInput, NotFound
from qadaga.common.i18n import N_
from qadaga.law.coverage import implements
from qadaga.law.model import Ruling
from qadaga.matters import change
from qadaga.matters.bodies.models import Merge
from qadaga.matters.bodies.subject import BODY, MERGE, PART
from qadaga.matters.models import Body
from qadaga.matters.services.base import text


@implements("O.7.1")
@transaction.atomic
def merge(*, survivor_id: UUID, duplicate_id: UUID, version: int, reason: str, by: Actor, on: date) -> Merge:
    """Decide that the duplicate is the same body as the survivor, which stands for both from now on.

    Raises NotFound, NotPermitted, Stale, InvalidInput (the same record, two different BINs), Conflict where
    either is merged already or others were merged into the duplicate: no chain, no circle.
    """
    standing.hold(by)
    if survivor_id == duplicate_id:
        raise InvalidInput.of("duplicate", "same", N_("This is the record itself: choose the other one."))
    ruling = authority.require(by, MERGE, BODY, on=on)
    rows = _locked(survivor_id, duplicate_id)
    survivor, duplicate = rows[survivor_id], rows[duplicate_id]
    change.expect(survivor, version)
    _check(survivor, duplicate)
    made = Merge.objects.create(
        survivor=survivor,
        duplicate=duplicate,
        reason=text("reason", reason, 2000),
        merged_on=on,
        merged_by_id=by.appointment_id,
    )
    duplicate.merged_into = survivor
    _saved(survivor, duplicate)
    _journal(survivor, MERGE, ruling, {"merge": made.id, "duplicate": duplicate.id}, by=by, on=on)
    return made


@implements("O.7.1")
@transaction.atomic
def part(*, merge_id: UUID, version: int, reason: str, by: Actor, on: date) -> Merge:
    """Undo a merge: the duplicate stands again with everything that names it. Raises AlreadyDone."""
    standing.hold(by)
    ruling = authority.require(by, PART, BODY, on=on)
    made = Merge.objects.filter(id=merge_id).first()
    if made is None:
        raise NotFound
    rows = _locked(made.survivor_id, made.duplicate_id)
    made.refresh_from_db()
    if made.undone_on is not None:
        raise AlreadyDone()
    survivor, duplicate = rows[made.survivor_id], rows[made.duplicate_id]
    change.expect(survivor, version)
    made.undone_reason = text("reason", reason, 2000)
    made.undone_on, made.undone_by_id = on, by.appointment_id
    made.save(update_fields=["undone_reason", "undone_on", "undone_by"])
    duplicate.merged_into = None
    _saved(survivor, duplicate)
    _journal(survivor, PART, ruling, {"merge": made.id, "duplicate": duplicate.id}, by=by, on=on)
    return made


def _locked(*ids: UUID) -> Mapping[UUID, Body]:
    # Always in the order of their ids: two merges that cross wait for each other instead of dying.
    rows = {row.id: row for row in Body.objects.select_for_update().filter(id__in=ids).order_by("id")}
    if len(rows) < len(ids):
        raise NotFound
    return rows


def _check(survivor: Body, duplicate: Body) -> None:
    if duplicate.merged_into_id is not None:
        raise Conflict("merged", N_("That record is merged already: part it first, or choose another."))
    if survivor.merged_into_id is not None:
        raise Conflict("merged", N_("This record is itself merged into another: decide on that one's card."))
    if Body.objects.filter(merged_into=duplicate).exists():
        raise Conflict(
            "has_merged", N_("Others are merged into that record: part them first, or let that record stand.")
        )
    if survivor.bin and duplicate.bin:
        raise InvalidInput.of(
            "duplicate", "two_bins", N_("Each has a BIN of its own: these are two organisations.")
        )


def _saved(survivor: Body, duplicate: Body) -> None:
    for row in (survivor, duplicate):
        row.version += 1
        row.save(update_fields=["merged_into", "version"])


def _journal(
    survivor: Body, power: str, ruling: Ruling, data: Mapping[str, Any], *, by: Actor, on: date
) -> None:
    change.write(
        office_id=by.office_id,
        power=power,
        subject=survivor,
        kind="body",
        by=by,
        on=on,
        ruling=ruling,
        data=data,
    )
