"""Service length: the worked cases of service.csv, and what must hold for any periods (L.2.6)."""

import re
from datetime import date, timedelta
from fractions import Fraction
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qadaga.law import catalogue
from qadaga.law.service import Length, Span, between, months_later, reckon
from tests.law.golden_tables import table

CASES = table("service.csv")
COUNTS = {kind.id for kind in catalogue.load().service_kinds.values() if kind.counts}
_PERIOD = re.compile(r"(\w+) (\S+?)\.\.(\S*?)(?: x(\d+)(?:/(\d+))?)?$")


def spans(text: str) -> list[Span]:
    return [_span(part.strip()) for part in text.split(";") if part.strip()]


def _span(text: str) -> Span:
    found = _PERIOD.match(text)
    assert found, text
    kind, start, end, over, under = found.groups()
    assert kind in catalogue.load().service_kinds
    factor = Fraction(int(over or 1), int(under or 1))
    return Span(kind, date.fromisoformat(start), date.fromisoformat(end) if end else None, factor)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["case"])
def test_a_worked_case_gives_what_the_lawyer_wrote(case: dict[str, str]) -> None:
    found = reckon(spans(case["periods"]), date.fromisoformat(case["on"]), COUNTS)
    assert "-".join(str(part) for part in found.total) == case["result"]
    assert len(found.lines) == int(case["lines"])


def test_the_table_has_sixty_cases_or_more_each_with_its_clause() -> None:
    assert len(CASES) >= 60
    assert all(case["clause"] in catalogue.load().provisions for case in CASES)
    used = {span.kind for case in CASES for span in spans(case["periods"])}
    assert used == set(catalogue.load().service_kinds)


def test_what_added_nothing_is_told_with_its_reason() -> None:
    text = "other_work 2000-01-01..2005-01-01; courts 2006-01-01..2008-01-01; "
    text += "state_bodies 2006-02-01..2007-01-01; courts 2030-01-01.."
    found = reckon(spans(text), date(2020, 1, 1), COUNTS)
    assert [(left.span, left.reason) for left in found.left] == [
        (1, "not_counted"),
        (3, "overlapped"),
        (4, "later"),
    ]
    assert [line.spans for line in found.lines] == [(2,)]


@pytest.mark.parametrize(("end", "factor"), [(date(2020, 1, 1), 1), (date(2019, 1, 1), 1), (None, 0)])
def test_a_period_without_a_day_or_a_factor_of_nothing_cannot_be(end: date | None, factor: int) -> None:
    with pytest.raises(ValueError, match="no period"):
        Span("courts", date(2020, 1, 1), end, Fraction(factor))


days = st.dates(date(1980, 1, 1), date(2030, 12, 31))
factors = st.sampled_from([Fraction(1), Fraction(3, 2), Fraction(2), Fraction(3)])


@st.composite
def periods(draw: st.DrawFn, factor: st.SearchStrategy[Fraction] = factors) -> Span:
    start = draw(days)
    end = draw(st.none() | st.integers(1, 6000).map(lambda length: start + timedelta(days=length)))
    return Span(draw(st.sampled_from(sorted(COUNTS))), start, end, draw(factor))


lists = st.lists(periods(), max_size=6)
ONE = st.just(Fraction(1))


@given(st.permutations(range(5)), st.lists(periods(), min_size=5, max_size=5), days)
def test_the_order_of_the_records_changes_nothing(order: list[int], given_: list[Span], on: date) -> None:
    assert reckon([given_[at] for at in order], on, COUNTS).total == reckon(given_, on, COUNTS).total


@given(lists, days)
def test_the_same_period_twice_counts_once(given_: list[Span], on: date) -> None:
    assert reckon(given_ * 2, on, COUNTS).total == reckon(given_, on, COUNTS).total


@given(periods(), st.integers(1, 3000), days)
def test_a_period_cut_in_two_without_a_break_is_as_long(span: Span, at: int, on: date) -> None:
    middle = span.start + timedelta(days=at)
    if span.end is not None and middle >= span.end:
        return
    halves = [
        Span(span.kind, span.start, middle, span.factor),
        Span(span.kind, middle, span.end, span.factor),
    ]
    assert reckon(halves, on, COUNTS).total == reckon([span], on, COUNTS).total


@given(lists, days, st.integers(0, 400))
def test_time_never_takes_service_away(given_: list[Span], on: date, later: int) -> None:
    before, after = (reckon(given_, day, COUNTS).total for day in (on, on + timedelta(days=later)))
    assert before.in_days <= after.in_days


@given(lists, periods(), days)
def test_lines_never_overlap_and_lie_before_the_day(given_: list[Span], more: Span, on: date) -> None:
    lines = reckon([*given_, more], on, COUNTS).lines
    assert all(line.start < line.end <= on for line in lines)
    assert all(one.end <= other.start for one, other in pairwise(lines))


@given(lists, days)
def test_days_are_counted_as_a_calendar_struck_off_by_hand_counts_them(given_: list[Span], on: date) -> None:
    struck = {
        span.start + timedelta(days=n)
        for span in given_
        for n in range(max(0, (min(span.end or on, on) - span.start).days))
    }
    lines = reckon(given_, on, COUNTS).lines
    assert sum((line.end - line.start).days for line in lines) == len(struck)


@given(days, st.integers(0, 600))
def test_a_length_leads_from_the_beginning_to_the_end(start: date, length: int) -> None:
    end = start + timedelta(days=length)
    found = between(start, end)
    assert months_later(start, found.years * 12 + found.months) + timedelta(days=found.days) == end
    assert 0 <= found.days <= 30
    assert 0 <= found.months < 12


def test_a_length_in_days_has_thirty_to_the_month() -> None:
    assert Length(1, 2, 3).in_days == 423
