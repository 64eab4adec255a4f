"""Units of offices that close: carried into the office that follows, or ended with their own (L.1.4, O.5)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from itertools import count
from uuid import UUID

from django.db.models import Q

from qadaga.law.coverage import implements
from qadaga.offices.models import Office, Unit, UnitName
from qadaga.offices.naming import Names
from qadaga.offices.units import UnitOn, units_on
from qadaga.organisation.exercise import Exercise
from qadaga.organisation.units.entries import UnitInput
from qadaga.organisation.units.services import changeable, end, enter


@implements("L.1.4", "O.5")
def carry(
    closing: Sequence[Office], into: Office, starts_on: date, ground: str, done: Exercise
) -> Mapping[UUID, Unit]:
    """Close every unit of the closing offices; by the id of each, the successor's unit that goes on with it.

    One of the same name and kind is joined; where there is none, one is opened. Raises InvalidInput where a
    later change of a unit is entered, or a unit of another kind bears the name there.
    """
    found: dict[UUID, Unit] = {}
    for office in closing:
        for unit in units_on(office.id, starts_on):
            found[unit.id] = _there(into, unit, starts_on) or _open(into, unit, found, starts_on, ground)
        end_all(office, starts_on, done)
    return found


def end_all(office: Office, ends_on: date, done: Exercise) -> None:
    """Close what is left of the office's units with the office itself."""
    for unit in Unit.objects.filter(Q(closed_on__isnull=True) | Q(closed_on__gt=ends_on), office=office):
        changeable(unit, ends_on)
        end(unit, ends_on)
        done.record("unit.close", office.id, ("unit", unit.id), {"code": unit.code, "starts_on": ends_on})


def _there(into: Office, unit: UnitOn, on: date) -> Unit | None:
    alike = UnitName.objects.on(on).filter(office=into, unit__kind=unit.kind, name_ru__iexact=unit.name_ru)
    row = alike.select_related("unit").first()
    return row.unit if row is not None else None


def _open(into: Office, unit: UnitOn, found: Mapping[UUID, Unit], starts_on: date, ground: str) -> Unit:
    names = Names(unit.name_ru, unit.name_kk, unit.name_en)
    taken = set(into.units.values_list("code", flat=True))
    code = next(code for code in _codes(unit.code) if code not in taken)
    above = found[unit.parent] if unit.parent else None
    return enter(into, UnitInput(code, unit.kind, names, starts_on, ground=ground), above)


def _codes(code: str) -> Iterator[str]:
    yield code
    yield from (f"{code[:28]}-{number}" for number in count(2))
