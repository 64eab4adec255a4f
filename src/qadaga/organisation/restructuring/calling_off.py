"""A change of the structure that has not begun is called off by an order: all is as before (O.4, O.5)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from django.db import transaction
from django.db.models import F, ProtectedError

from qadaga.authority import standing
from qadaga.authority.actor import Actor
from qadaga.common.errors import Conflict, NotFound
from qadaga.common.i18n import N_
from qadaga.law.coverage import implements
from qadaga.offices.models import Office
from qadaga.organisation import subjects
from qadaga.organisation.by_order import ground as by_order
from qadaga.organisation.exercise import exercise
from qadaga.organisation.restructuring.models import Handover, PlannedChange, PlannedRow
from qadaga.organisation.restructuring.planning import WATCHED, Watched

POWER = "office.call_off"


@implements("O.4", "O.5")
@transaction.atomic
def call_off(
    *, by: Actor, on: date, change_id: UUID, ground: str = "", order_id: UUID | None = None
) -> PlannedChange:
    """Take a planned merger, move, closing or renaming back before its day.

    Its rows go, those that it ended hold as long as before; people keep their posts. Whoever was named to
    act for a head after that day has to be named again. Raises NotFound, NotPermitted, InvalidInput (the
    order), Conflict where the day has come, it was called off, or later changes rest on it.
    """
    offices = list(Office.objects.filter(planned_changes=change_id).order_by("id"))
    standing.move({*(office.id for office in offices), by.office_id})
    change = PlannedChange.objects.select_for_update().filter(pk=change_id).first()
    if change is None:
        raise NotFound()
    done = [exercise(by, POWER, subjects.of_office(office, on), on) for office in offices]
    _check(change, on)
    order = by_order(order_id, ground, office=_standing(offices, on), on=on)
    rows = list(change.rows.all())
    _take_back(rows, change.starts_on)
    change.called_off_on, change.called_off_by_id = on, by.appointment_id
    change.called_off_ground = order.text
    change.save(update_fields=["called_off_on", "called_off_by", "called_off_ground"])
    # An office that the change would have created is gone with it.
    staying = Office.objects.filter(id__in=[office.id for office in offices])
    staying.update(version=F("version") + 1)
    left = set(staying.values_list("id", flat=True))
    for office, exercised in zip(offices, done, strict=True):
        if office.id in left:
            order.note(POWER, office, on, exercised)
        data = {"change": change.id, "action": change.action, "starts_on": change.starts_on}
        exercised.record(POWER, by.office_id, ("office", office.id), {"code": office.code, **data})
    return change


def _standing(offices: Sequence[Office], on: date) -> Office:
    """One that exists today: the order is of it or of an office above; else what the new one stands under."""
    there = [office for office in offices if office.opened_on <= on]
    return there[0] if there else offices[0].parent or offices[0]


def _check(change: PlannedChange, on: date) -> None:
    if change.called_off_on is not None:
        raise Conflict("called_off", N_("This change was called off already."))
    begun = [row.row for row in change.rows.all() if row.table == "restructuring.Handover"]
    handovers = Handover.objects.select_for_update().filter(pk__in=begun)
    if change.starts_on <= on or any(row.moved or row.finished_at for row in handovers):
        raise Conflict(
            "begun", N_("This change has begun. What it did is changed by another order, not called off.")
        )


def _take_back(rows: Sequence[PlannedRow], starts_on: date) -> None:
    for watched in WATCHED:
        ended = [row for row in rows if row.table == watched.table and not row.added]
        added = [row.row for row in rows if row.table == watched.table and row.added]
        _delete(watched, added)
        for row in ended:
            _restore(watched, row, starts_on)


def _delete(watched: Watched, added: Sequence[str]) -> None:
    rows = watched.model._default_manager.filter(pk__in=added)
    if watched.until and rows.exclude(**{watched.until: None}).exists():
        raise _rested_on()
    try:
        rows.delete()
    except ProtectedError as error:
        raise _rested_on() from error


def _restore(watched: Watched, row: PlannedRow, starts_on: date) -> None:
    """The last day as it was. Where another decision set another day meanwhile, that one stays."""
    values: dict[str, object] = {watched.until: row.ended_before}
    if watched.ground:
        values[watched.ground] = row.ground_before
    watched.model._default_manager.filter(pk=row.row, **{watched.until: starts_on}).update(**values)


def _rested_on() -> Conflict:
    return Conflict(
        "rested_on", N_("Later decisions rest on this change. Take those back first, then call it off.")
    )
