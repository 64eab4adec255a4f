"""Keeps the columns of Office that repeat the dated rows in force today; they can be rebuilt at any time."""

from __future__ import annotations

from datetime import date

from qadaga.offices.models import Office, OfficeName


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


def _take_over(office: Office, name: OfficeName) -> None:
    office.name_ru, office.name_kk, office.name_en = name.name_ru, name.name_kk, name.name_en


def _differs(office: Office, name: OfficeName) -> bool:
    return (office.name_ru, office.name_kk, office.name_en) != (name.name_ru, name.name_kk, name.name_en)
