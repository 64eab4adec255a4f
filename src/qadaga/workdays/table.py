"""A year's special days as plain values, and the calendar that they make over the shipped one."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from qadaga.law import calendar as law
from qadaga.law.calendar import Calendar, DeclaredDay, MovedDay
from qadaga.law.moving import changed_days
from qadaga.law.records import Text


@dataclass(frozen=True, slots=True)
class Special:
    """A row of the table; see `models.SpecialDay` for what its fields mean."""

    kind: str
    rest: date | None
    worked: date | None
    act: str
    decided_on: date | None = None
    name_ru: str = ""
    name_kk: str = ""
    status: str = "found"

    def name_in(self, language: str) -> str:
        """The name of a declared day; empty where it has none."""
        return self.name_kk or self.name_ru if language == "kk" else self.name_ru

    @property
    def first(self) -> date:
        """Its day of rest, or the worked day of a holiday that is none: what it is known by."""
        day = self.rest or self.worked
        assert day is not None, "the database refuses a row without a day"
        return day


@dataclass(frozen=True, slots=True)
class YearTable:
    """All special days of a year. `version` 0: the shipped table, kept nowhere here yet."""

    year: int
    days: tuple[Special, ...]
    complete: bool
    version: int


def shipped(year: int) -> YearTable:
    """The table of a year that came with the product."""
    calendar = law.kazakhstan()
    days = [
        Special("moved", day.rest, day.worked, day.act, status=day.status)
        for day in calendar.moved
        if day.rest.year == year
    ]
    return YearTable(year, tuple(days), year in calendar.known, 0)


def combined(tables: Iterable[YearTable]) -> Calendar:
    """The shipped calendar with these years' tables in place of its own."""
    own: Mapping[int, YearTable] = {table.year: table for table in tables}
    base = law.kazakhstan()
    kept = [day for day in base.moved if day.rest.year not in own]
    days = [day for table in own.values() for day in table.days]
    moved = [MovedDay(d.rest, d.worked, d.act, d.status) for d in days if d.rest and d.worked]
    declared = [_declared(day) for day in days if not (day.rest and day.worked)]
    known = {year for year in base.known if year not in own} | {
        y for y, table in own.items() if table.complete
    }
    return base.with_moved([*kept, *moved], known, declared)


def _declared(day: Special) -> DeclaredDay:
    name = day.name_ru or day.act
    return DeclaredDay(day.first, day.rest is not None, Text(name, day.name_kk or name, name), day.status)


def changed(before: Calendar, after: Calendar, year: int) -> Sequence[date]:
    """The days round the year that are worked in one of the two calendars and not in the other.

    A moved day may fall into the next year: the last days of December are exchanged with days of January.
    """
    return changed_days(before, after, date(year - 1, 12, 1), date(year + 1, 1, 31))
