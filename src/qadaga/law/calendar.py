"""The working calendar: what each day is, why, and by which norm.

Holidays by the `holidays` library, moved days off by our dated table; a year the table does not know is never
guessed at.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from pathlib import Path

from qadaga.common.i18n import N_
from qadaga.law.days import days_of
from qadaga.law.errors import TermError
from qadaga.law.model import Citation
from qadaga.law.reader import Entry, read_file
from qadaga.law.records import NO_TEXT, Text

TABLE = Path(__file__).parent / "calendars" / "kazakhstan.yaml"
DAY = timedelta(days=1)
_HOLIDAY = Citation("HOL", "HOL.days", "HOL")
_MOVED = Citation("HOL", "HOL.moved", "HOL")
# The library's data are whole in these years, from the first Kurban Ait on; outside nothing is known.
FIRST_YEAR, LAST_YEAR = 2006, 2100
_SUFFIXES = re.compile(r" \((observed|estimated|observed, estimated)\)$")
_SUBSTITUTED = "Day off (substituted from"


@dataclass(frozen=True, slots=True)
class MovedDay:
    """A day off moved by a decision: `rest` became a day of rest, `worked` is worked in its place."""

    rest: date
    worked: date
    act: str
    status: str


@dataclass(frozen=True, slots=True)
class DeclaredDay:
    """A day that a decision made one of rest (`rest` True), or a holiday that is worked (False)."""

    on: date
    rest: bool
    name: Text
    status: str


@dataclass(frozen=True, slots=True)
class Day:
    """What a day is.

    `kind`: working, weekend, holiday, observed (rest moved from a holiday that fell on a day off), moved_off,
    moved_work. `other`: the day it was exchanged with. `estimated`: the date is not yet announced.
    """

    on: date
    working: bool
    kind: str
    citation: Citation
    name: Text = NO_TEXT
    other: date | None = None
    status: str = "found"
    estimated: bool = False


class Calendar:
    """The working calendar of the country. Safe to share between threads."""

    def __init__(
        self,
        *,
        moved: Iterable[MovedDay],
        known: Iterable[int],
        names: Mapping[str, Text],
        declared: Iterable[DeclaredDay] = (),
    ) -> None:
        moved = tuple(moved)
        self.moved = moved
        self.known = frozenset(known)
        self._off = {day.rest: day for day in moved}
        self._worked = {day.worked: day for day in moved}
        self._declared = {day.on: day for day in declared}
        self._names = names
        self._years: dict[int, dict[date, Day]] = {}

    def with_moved(
        self, moved: Iterable[MovedDay], known: Iterable[int], declared: Iterable[DeclaredDay] = ()
    ) -> "Calendar":
        """The same calendar with another table of moved and declared days and of the years known wholly."""
        return Calendar(moved=moved, known=known, names=self._names, declared=declared)

    def day(self, on: date) -> Day:
        """What that day is, and why. Raises TermError for a year that no calendar knows."""
        if on in self._worked:
            swap = self._worked[on]
            return Day(on, True, "moved_work", _MOVED, other=swap.rest, status=swap.status)
        declared = self._declared.get(on)
        if declared is not None and declared.rest:
            return Day(on, False, "holiday", _MOVED, name=declared.name, status=declared.status)
        named = None if declared else self._holidays(on.year).get(on)
        if named is not None:
            return named
        if on in self._off:
            swap = self._off[on]
            return Day(on, False, "moved_off", _MOVED, other=swap.worked, status=swap.status)
        rest = on.weekday() >= 5
        return Day(on, not rest, "weekend" if rest else "working", _HOLIDAY)

    def working_day(self, on: date) -> bool:
        """Whether the day is worked."""
        return self.day(on).working

    def next_working_day(self, on: date) -> date:
        """That day if it is worked, else the first one after it that is."""
        while not self.working_day(on):
            on += DAY
        return on

    def add_working_days(self, start: date, count: int) -> date:
        """The `count`-th working day after `start`; `start` itself is not counted. `count` is at least 1."""
        day = start
        for _ in range(count):
            day = self.next_working_day(day + DAY)
        return day

    def working_days(self, start: date, end: date) -> int:
        """How many working days lie from `start` (inclusive) to `end` (exclusive)."""
        return sum(self.working_day(start + n * DAY) for n in range((end - start).days))

    def unknown_years(self, start: date, end: date) -> list[int]:
        """The years between the two days (both inclusive) whose moved days are not in the table."""
        return [year for year in range(start.year, end.year + 1) if year not in self.known]

    def _holidays(self, year: int) -> dict[date, Day]:
        if year not in self._years:
            if not FIRST_YEAR <= year <= LAST_YEAR:
                raise TermError(
                    "no_calendar",
                    N_("No calendar of %(year)s is known: the days of rest of that year cannot be told."),
                    year=str(year),
                )
            self._years[year] = {
                on: self._named(on, name)
                for on, name in days_of(year).items()
                if on.year == year and not name.startswith(_SUBSTITUTED)
            }
        return self._years[year]

    def _named(self, on: date, names: str) -> Day:
        first = next(name for name in names.split("; ") if not name.startswith(_SUBSTITUTED))
        suffix = _SUFFIXES.search(first)
        plain = first[: suffix.start()] if suffix else first
        marks = suffix.group(1) if suffix else ""
        title = self._names.get(plain, Text(plain, plain, plain))
        kind = "observed" if "observed" in marks else "holiday"
        return Day(on, False, kind, _HOLIDAY, name=title, estimated="estimated" in marks)


def load(path: Path = TABLE) -> Calendar:
    """The calendar of a table file. Raises CatalogueError naming the file and the fault."""
    data = read_file(path)
    header = Entry(path.name, "calendar", data, 1)
    known = header.take("known", list)
    moved = [_moved(entry) for entry in header.nested("moved")]
    names = dict(_name(entry) for entry in header.nested("names"))
    header.done()
    if not all(isinstance(year, int) for year in known):
        raise header.fault("known", "must list years")
    return Calendar(moved=moved, known=known, names=names)


@cache
def kazakhstan() -> Calendar:
    """The shipped calendar, loaded once a process."""
    return load()


def _moved(entry: Entry) -> MovedDay:
    rest, worked = entry.day("rest"), entry.day("worked")
    if rest is None or worked is None or rest == worked:
        raise entry.fault("worked", "must be another day than rest")
    found = MovedDay(rest, worked, entry.word("act"), entry.status())
    entry.done()
    return found


def _name(entry: Entry) -> tuple[str, Text]:
    found = entry.word("library"), entry.text("title")
    entry.done()
    return found
