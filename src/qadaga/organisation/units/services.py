"""Creating, renaming, moving and closing the units of an office, by order, from a day on (L.1.4, O.5)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any
from uuid import UUID

from django.db import transaction

from qadaga.authority.actor import Actor
from qadaga.common.errors import InvalidInput
from qadaga.common.i18n import N_
from qadaga.law.coverage import implements
from qadaga.offices.models import Office, Unit, UnitName, UnitPlace
from qadaga.offices.naming import Names
from qadaga.offices.units import office_of
from qadaga.organisation import by_order, office_checks, subjects, today
from qadaga.organisation.exercise import Exercise, exercise
from qadaga.organisation.refusals import check_version, locked, refused_by
from qadaga.organisation.succession import close as close_rows
from qadaga.organisation.units import checks
from qadaga.organisation.units.entries import UnitInput

POWER = "unit.arrange"


@implements("L.1.4", "O.5")
@transaction.atomic
def create(*, by: Actor, on: date, office_id: UUID, unit: UnitInput) -> Unit:
    """Create a unit in the office from a day on.

    Raises InvalidInput (a kind that an office of the level has not, a code or name that is taken, a unit
    above that cannot hold it, no order), NotPermitted, NotFound.
    """
    office = locked(Office, office_id)
    done = _may(by, office, on)
    names = office_checks.names(unit.names)
    checks.new(unit.code, unit.kind, office, unit.starts_on)
    above = checks.place(unit.kind, office, unit.parent_id, unit.starts_on)
    order = by_order.ground(unit.order_id, unit.ground, office=office, on=on)
    row = enter(office, replace(unit, names=names, ground=order.text), above)
    _record("unit.create", row, done, order, {"kind": row.kind, "starts_on": unit.starts_on})
    return row


def enter(office: Office, unit: UnitInput, above: Unit | None) -> Unit:
    """The rows of a checked unit: itself, its name, its place. Raises InvalidInput where one is taken."""
    names, since = unit.names, {"starts_on": unit.starts_on, "ground": unit.ground}
    said = {"name_ru": names.ru, "name_kk": names.kk, "name_en": names.en}
    row = Unit(office=office, code=unit.code, kind=unit.kind, opened_on=unit.starts_on, **said)
    with refused_by(checks.REFUSALS):
        row.save(force_insert=True)
        UnitName.objects.create(unit=row, office=office, **since, **said)
        UnitPlace.objects.create(unit=row, parent=above, **since)
    return row


@implements("L.1.4", "O.5")
@transaction.atomic
def rename(
    *,
    by: Actor,
    on: date,
    unit_id: UUID,
    names: Names,
    starts_on: date,
    ground: str = "",
    order_id: UUID | None = None,
    version: int | None = None,
) -> Unit:
    """Give the unit another name from a day on. Raises InvalidInput, NotPermitted, NotFound, Stale."""
    row, done = _begin(by, on, unit_id, version)
    new = office_checks.names(names)
    checks.living(row, starts_on)
    order = by_order.ground(order_id, ground, office=row.office, on=on)
    said = {"name_ru": new.ru, "name_kk": new.kk, "name_en": new.en}
    _succeed(UnitName(unit=row, office=row.office, starts_on=starts_on, ground=order.text, **said), row.names)
    return _finish("unit.rename", row, done, order, {"starts_on": starts_on})


@implements("L.1.4", "O.5")
@transaction.atomic
def move(
    *,
    by: Actor,
    on: date,
    unit_id: UUID,
    parent_id: UUID | None,
    starts_on: date,
    ground: str = "",
    order_id: UUID | None = None,
    version: int | None = None,
) -> Unit:
    """Put the unit inside another one of its office, or directly in the office, from a day on.

    Raises InvalidInput (a cycle, a kind that cannot hold it, the place it has already), NotPermitted,
    NotFound, Stale.
    """
    row, done = _begin(by, on, unit_id, version)
    checks.living(row, starts_on)
    if parent_id == row.id:
        raise InvalidInput(checks.CYCLE)
    above = checks.place(row.kind, row.office, parent_id, starts_on)
    if row.places.on(starts_on).filter(parent=above).exists():
        raise InvalidInput.of("parent", "same", N_("The unit stands there already."))
    order = by_order.ground(order_id, ground, office=row.office, on=on)
    _succeed(UnitPlace(unit=row, parent=above, starts_on=starts_on, ground=order.text), row.places)
    data = {"starts_on": starts_on, "parent": above.code if above else ""}
    return _finish("unit.move", row, done, order, data)


@implements("L.1.4", "O.5")
@transaction.atomic
def close(
    *,
    by: Actor,
    on: date,
    unit_id: UUID,
    ends_on: date,
    ground: str = "",
    order_id: UUID | None = None,
    version: int | None = None,
) -> Unit:
    """Close the unit; `ends_on` is the first day without it.

    Raises InvalidInput naming who and what is still in it, or where a later change is entered; NotPermitted,
    NotFound, Stale.
    """
    row, done = _begin(by, on, unit_id, version)
    changeable(row, ends_on)
    checks.empty(row, ends_on)
    order = by_order.ground(order_id, ground, office=row.office, on=on)
    end(row, ends_on)
    return _finish("unit.close", row, done, order, {"starts_on": ends_on})


def changeable(row: Unit, ends_on: date) -> None:
    """Raises InvalidInput on `ends_on` where the unit does not exist before that day or is changed later."""
    if row.closed_on is not None or ends_on <= row.opened_on:
        message = N_("The unit does not exist before that day, or its closing is entered already.")
        raise InvalidInput.of("ends_on", "unit_closed", message)
    office_checks.no_later_change(row.names, ends_on)
    office_checks.no_later_change(row.places, ends_on)


def end(row: Unit, ends_on: date) -> None:
    """End the unit with its name and place on the day, the first without it."""
    close_rows(row.names.on(ends_on), ends_on)
    close_rows(row.places.on(ends_on), ends_on)
    row.closed_on = ends_on
    row.save(update_fields=["closed_on"])


def _may(by: Actor, office: Office, on: date) -> Exercise:
    return exercise(by, POWER, subjects.of_office(office, on, kind="unit"), on)


def _begin(by: Actor, on: date, unit_id: UUID, version: int | None) -> tuple[Unit, Exercise]:
    # Ruled on before the unit is locked: an appointment to it holds the standing of its office first.
    done = _may(by, office_of(unit_id), on)
    row = locked(Unit, unit_id)
    check_version(row, version)
    return row, done


def _succeed(row: UnitName | UnitPlace, rows: Any) -> None:
    office_checks.no_later_change(rows, row.starts_on)
    with refused_by(checks.REFUSALS):
        close_rows(rows.on(row.starts_on), row.starts_on)
        row.save(force_insert=True)


def _finish(
    action: str, row: Unit, done: Exercise, order: by_order.Ground, data: Mapping[str, object]
) -> Unit:
    today.refresh(row, done.on)
    row.version += 1
    row.save()
    _record(action, row, done, order, data)
    return row


def _record(
    action: str, row: Unit, done: Exercise, order: by_order.Ground, data: Mapping[str, object]
) -> None:
    starts_on = data["starts_on"]
    assert isinstance(starts_on, date)
    order.note(action, row.office, starts_on, done)
    done.record(action, row.office_id, ("unit", row.id), {"code": row.code, "version": row.version, **data})
