"""Keeps the columns of offices and units that repeat the dated rows in force today; can always be rebuilt."""

from __future__ import annotations

from datetime import date

from qadaga.offices.models import Office, OfficeName, Unit, UnitName


def refresh(office: Office, on: date) -> bool:
    """Take over the name in force on the day, not saved yet; tells whether anything differs."""
    name = office.names.on(on).first()
    if name is None or not _differs(office, name):
        return False
    _take_over(office, name)
    return True


def refresh_all(on: date) -> int:
    """Bring today's columns of all offices up to date: changes entered beforehand begin. How many."""
    in_force = OfficeName.objects.on(on).select_related("office")
    behind = [name for name in in_force if _differs(name.office, name)]
    for name in behind:
        _take_over(name.office, name)
    Office.objects.bulk_update([name.office for name in behind], ["name_ru", "name_kk", "name_en"])
    return len(behind)


def refresh_unit(unit: Unit, on: date) -> bool:
    """The same for a unit."""
    name = unit.names.on(on).first()
    if name is None or not _differs(unit, name):
        return False
    _take_over(unit, name)
    return True


def refresh_units(on: date) -> int:
    """Bring today's names of all units up to date: how many changed."""
    in_force = UnitName.objects.on(on).select_related("unit")
    behind = [name for name in in_force if _differs(name.unit, name)]
    for name in behind:
        _take_over(name.unit, name)
    Unit.objects.bulk_update([name.unit for name in behind], ["name_ru", "name_kk", "name_en"])
    return len(behind)


def _take_over(office: Office | Unit, name: OfficeName | UnitName) -> None:
    office.name_ru, office.name_kk, office.name_en = name.name_ru, name.name_kk, name.name_en


def _differs(office: Office | Unit, name: OfficeName | UnitName) -> bool:
    return (office.name_ru, office.name_kk, office.name_en) != (name.name_ru, name.name_kk, name.name_en)
