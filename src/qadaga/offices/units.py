"""The units inside an office as they stood or will stand on a day (L.1.4)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Protocol
from uuid import UUID

from qadaga.common.errors import NotFound
from qadaga.offices.dated import in_force
from qadaga.offices.models import Office, Unit, UnitName, UnitPlace


@dataclass(frozen=True, slots=True)
class UnitOn:
    """One unit on the day; `parent` is the unit it stands in, `depth` how many stand above it."""

    id: UUID
    code: str
    kind: str
    name_ru: str
    name_kk: str
    name_en: str
    parent: UUID | None
    depth: int = 0


def units_on(office_id: UUID, on: date) -> list[UnitOn]:
    """The units of the office on the day, each followed by those inside it. One query."""
    rows = UnitName.objects.filter(in_force(on), in_force(on, "unit__places__"), office=office_id)
    return _ordered(UnitOn(*found) for found in rows.values_list(*_COLUMNS))


class InUnit(Protocol):
    """A row that names a unit: an appointment, a line of a staffing table."""

    @property
    def unit(self) -> Unit | None: ...


def call_as_of(rows: Iterable[InUnit], on: date) -> None:
    """Let the units of the rows bear the names they had or will have on the day, not today's. One query.

    Nothing is saved; a unit that does not exist on the day keeps its name of today.
    """
    found = [row.unit for row in rows if row.unit is not None]
    if not found:
        return
    named = UnitName.objects.on(on).filter(unit__in={unit.id for unit in found})
    names = {name.unit_id: name for name in named}
    for unit in found:
        name = names.get(unit.id)
        if name is not None:
            unit.name_ru, unit.name_kk, unit.name_en = name.name_ru, name.name_kk, name.name_en


def units_among(names: Iterable[UnitName], places: Iterable[UnitPlace], on: date) -> list[UnitOn]:
    """The same, where the whole history of the office's units has been read already."""
    parents = {place.unit_id: place.parent_id for place in places if place.holds(on)}
    return _ordered(
        UnitOn(
            name.unit_id,
            name.unit.code,
            name.unit.kind,
            name.name_ru,
            name.name_kk,
            name.name_en,
            parents.get(name.unit_id),
        )
        for name in names
        if name.holds(on)
    )


_COLUMNS = ("unit_id", "unit__code", "unit__kind", "name_ru", "name_kk", "name_en", "unit__places__parent_id")


def _ordered(units: Iterable[UnitOn]) -> list[UnitOn]:
    below: dict[UUID | None, list[UnitOn]] = {}
    for unit in sorted(units, key=lambda unit: unit.code):
        below.setdefault(unit.parent, []).append(unit)
    return list(_walk(None, 0, below))


def _walk(parent: UUID | None, depth: int, below: Mapping[UUID | None, Sequence[UnitOn]]) -> Iterator[UnitOn]:
    for unit in below.get(parent, ()):
        yield replace(unit, depth=depth)
        yield from _walk(unit.id, depth + 1, below)


def unit_in(office: Office, unit_id: UUID) -> Unit:
    """The unit if it is one of that office, of whatever time; NotFound otherwise."""
    found = Unit.objects.filter(id=unit_id, office=office).first()
    if found is None:
        raise NotFound()
    return found


def office_of(unit_id: UUID) -> Office:
    """The office of the unit; NotFound where there is none."""
    found = Unit.objects.select_related("office").filter(id=unit_id).first()
    if found is None:
        raise NotFound()
    return found.office


def history_of(office: Office) -> tuple[list[UnitName], list[UnitPlace]]:
    """Names and places of every unit the office has had or will have, each with its unit. Two queries."""
    names = UnitName.objects.filter(office=office).select_related("unit")
    places = UnitPlace.objects.filter(unit__office=office).select_related("unit", "parent")
    return list(names), list(places)
