"""Keeps the columns of offices and units that repeat the dated rows in force today; can always be rebuilt."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from qadaga.offices.models import Office, OfficeName, Unit, UnitName


def refresh(row: Office | Unit, on: date) -> bool:
    """Take over the name in force on the day, not saved yet; tells whether anything differs."""
    name = row.names.on(on).first()
    return name is not None and _take_over(row, name)


def refresh_all(on: date) -> int:
    """Bring today's columns of all offices up to date: changes entered beforehand begin. How many."""
    in_force = OfficeName.objects.on(on).select_related("office")
    return _begin(Office, ((name.office, name) for name in in_force))


def refresh_units(on: date) -> int:
    """Bring today's names of all units up to date: how many changed."""
    in_force = UnitName.objects.on(on).select_related("unit")
    return _begin(Unit, ((name.unit, name) for name in in_force))


def _begin(
    model: type[Office] | type[Unit], named: Iterable[tuple[Office | Unit, OfficeName | UnitName]]
) -> int:
    behind = [row for row, name in named if _take_over(row, name)]
    model.objects.bulk_update(behind, ["name_ru", "name_kk", "name_en"])  # type: ignore[arg-type]  # rows of the model
    return len(behind)


def _take_over(row: Office | Unit, name: OfficeName | UnitName) -> bool:
    had, has = (row.name_ru, row.name_kk, row.name_en), (name.name_ru, name.name_kk, name.name_en)
    row.name_ru, row.name_kk, row.name_en = has
    return had != has
