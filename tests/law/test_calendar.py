"""The calendar: days of rest of Kazakhstan, moved days, and years it does not know."""

from datetime import date, timedelta
from pathlib import Path

import holidays
import pytest
from hypothesis import given
from hypothesis import strategies as st

from qadaga.law import calendar
from qadaga.law.calendar import Calendar, MovedDay
from qadaga.law.reader import CatalogueError

CALENDAR = calendar.kazakhstan()
DAYS = st.dates(date(2010, 1, 1), date(2036, 12, 31))
DAY = timedelta(days=1)


@given(st.integers(2010, 2036), st.integers(21, 23))
def test_nauryz_is_never_worked(year: int, day: int) -> None:
    assert not CALENDAR.working_day(date(year, 3, day))


@pytest.mark.parametrize("day", ["2023-06-28", "2024-06-16", "2025-06-06"])
def test_the_first_day_of_kurban_ait_is_a_holiday(day: str) -> None:
    found = CALENDAR.day(date.fromisoformat(day))
    assert (found.working, found.kind, found.name.ru) == (False, "holiday", "Курбан-айт")
    assert not found.estimated


def test_a_kurban_ait_not_yet_announced_is_marked_as_estimated() -> None:
    marked = [CALENDAR.day(date(2027, 1, 1) + n * DAY) for n in range(365)]
    assert [day.name.en for day in marked if day.estimated] == ["Kurban Ait"]


def test_christmas_on_a_day_off_moves_no_rest() -> None:
    assert CALENDAR.day(date(2023, 1, 7)).kind == "holiday"
    assert CALENDAR.working_day(date(2023, 1, 9))


def test_a_holiday_on_a_day_off_moves_the_rest() -> None:
    assert CALENDAR.day(date(2025, 3, 10)).kind == "observed"


def test_moved_days_change_places() -> None:
    off, worked = CALENDAR.day(date(2024, 5, 8)), CALENDAR.day(date(2024, 5, 4))
    assert (off.working, off.kind, off.other) == (False, "moved_off", date(2024, 5, 4))
    assert (worked.working, worked.kind, worked.other) == (True, "moved_work", date(2024, 5, 8))


@given(DAYS)
def test_the_next_working_day_is_worked_and_nothing_between_is(day: date) -> None:
    found = CALENDAR.next_working_day(day)
    assert CALENDAR.working_day(found)
    assert not any(CALENDAR.working_day(day + n * DAY) for n in range((found - day).days))


@given(DAYS, st.integers(1, 40))
def test_adding_working_days_passes_exactly_so_many(day: date, count: int) -> None:
    found = CALENDAR.add_working_days(day, count)
    assert CALENDAR.working_day(found)
    assert CALENDAR.working_days(day + DAY, found + DAY) == count


@given(DAYS, DAYS, DAYS)
def test_working_days_of_two_halves_are_those_of_the_whole(one: date, two: date, three: date) -> None:
    first, middle, last = sorted((one, two, three))
    whole = CALENDAR.working_days(first, last)
    assert whole == CALENDAR.working_days(first, middle) + CALENDAR.working_days(middle, last)


def test_our_moved_days_are_those_the_library_knows_for_the_same_years() -> None:
    known = [year for year in CALENDAR.known if year >= 2016]
    named = holidays.country_holidays("KZ", years=known, language="en_US")
    theirs = {day for day, name in named.items() if "substituted" in name}
    assert {moved.rest for moved in CALENDAR.moved} == theirs


def test_every_holiday_has_its_name_in_three_languages() -> None:
    for year in range(2010, 2037):
        days = [CALENDAR.day(date(year, 1, 1) + n * DAY) for n in range(366)]
        for day in days:
            if day.kind in ("holiday", "observed"):
                assert day.name.ru != day.name.en, day


def test_years_outside_the_table_are_told_and_not_guessed() -> None:
    assert CALENDAR.unknown_years(date(2025, 12, 1), date(2027, 1, 1)) == [2026, 2027]
    known = CALENDAR.with_moved([MovedDay(date(2026, 1, 9), date(2026, 1, 10), "X", "found")], [2026])
    assert known.unknown_years(date(2026, 1, 1), date(2026, 12, 31)) == []
    assert known.working_day(date(2026, 1, 10))
    assert not known.working_day(date(2026, 1, 9))


@pytest.mark.parametrize(
    ("text", "field"),
    [
        ("moved: []\nnames: []\n", "known"),
        ("known: [a]\nmoved: []\nnames: []\n", "known"),
        ("known: []\nmoved:\n  - {rest: 2025-01-03, act: X}\nnames: []\n", "worked"),
        ("known: []\nmoved:\n  - {rest: 2025-01-03, worked: 2025-01-03, act: X}\nnames: []\n", "worked"),
        ("known: []\nnames: []\nmore: 1\n", "more"),
    ],
)
def test_a_malformed_table_names_file_and_field(tmp_path: Path, text: str, field: str) -> None:
    path = tmp_path / "days.yaml"
    path.write_text(text)
    with pytest.raises(CatalogueError) as raised:
        calendar.load(path)
    assert (raised.value.file, raised.value.field) == ("days.yaml", field)


def test_an_empty_calendar_still_knows_weekends() -> None:
    bare = Calendar(moved=(), known=(), names={})
    assert not bare.working_day(date(2025, 2, 1))
    assert bare.working_day(date(2025, 2, 3))
