"""Founds the structure of the data files: the one write without an actor, before there are any posts."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

from django.db import transaction

from qadaga.journal import services as journal
from qadaga.journal.models import Entry
from qadaga.law.coverage import implements
from qadaga.offices.models import Office, Unit
from qadaga.offices.structure import Plan, PlannedOffice, PlannedUnit, plan
from qadaga.organisation.rows import OfficeRows
from qadaga.organisation.units.entries import UnitInput
from qadaga.organisation.units.services import enter

Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Founded:
    """How many offices and units were added, and how many offices stood there before."""

    offices: int
    units: int
    present: int


@implements("O.1", "L.1.4", "L.1.6", "L.1.8", "L.1.9")
@transaction.atomic
def found(*, on: date, progress: Progress | None = None, source: Plan | None = None) -> Founded:
    """Add every planned office and unit that is missing; what exists is never touched, as people edit it.

    `on` is the day of the journal's entries; the structure itself holds from the plan's `known_from`.
    `progress` is told (done, of) after each office.
    """
    planned = source or plan()
    present = {office.code: office for office in Office.objects.select_related("region")}
    missing = [office for office in planned.offices if office.code not in present]
    rows = OfficeRows(present)
    for done, office in enumerate(missing, start=1):
        rows.add(office, planned.known_from)
        if progress is not None:
            progress(done, len(missing))
    rows.save()
    units = _found_units(planned.units, rows.by_code, planned.known_from)
    journal.record_many(_entry(rows.by_code[office.code], office, on) for office in missing)
    return Founded(len(missing), units, len(present))


def _found_units(planned: Iterable[PlannedUnit], offices: dict[str, Office], since: date) -> int:
    there = set(Unit.objects.values_list("office__code", "code"))
    missing = [unit for unit in planned if (unit.office, unit.code) not in there]
    for unit in missing:
        office = offices[unit.office]
        enter(office, UnitInput(unit.code, unit.kind, unit.names, max(since, office.opened_on)), None)
    return len(missing)


def _entry(office: Office, planned: PlannedOffice, on: date) -> Entry:
    return journal.draft(
        office_id=office.id,
        action="structure.load",
        subject_kind="office",
        subject_id=office.id,
        by=None,
        ruling=None,
        on=on,
        data={"code": office.code, "kind": office.kind, "parent": planned.parent or ""},
    )
