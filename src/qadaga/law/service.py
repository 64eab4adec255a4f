"""Service length (L.2.6): which days count, each once, and the sum as years, months and days, line by line.

Days are counted from a period's first up to, and not with, its end; a sum "on a day" holds what lies before
that day. A stretch without a break is measured by the calendar; of a sum thirty days make a month and twelve
months a year. Pure Python: kinds and factors come in as values.
"""

from calendar import monthrange
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from itertools import pairwise
from typing import NamedTuple

MONTH_DAYS, YEAR_MONTHS = 30, 12
ONCE = Fraction(1)


class Length(NamedTuple):
    """A length of service."""

    years: int = 0
    months: int = 0
    days: int = 0

    @property
    def in_days(self) -> int:
        """The length in days, with thirty in a month: for comparing and multiplying."""
        return (self.years * YEAR_MONTHS + self.months) * MONTH_DAYS + self.days


@dataclass(frozen=True, slots=True)
class Span:
    """One period as its evidence says; `end` is the first day that no longer counts, None while it goes on.

    Raises ValueError for a period without a day, or a factor that is not above zero.
    """

    kind: str
    start: date
    end: date | None = None
    factor: Fraction = ONCE

    def __post_init__(self) -> None:
        if (self.end is not None and self.end <= self.start) or self.factor <= 0:
            raise ValueError(f"no period: {self}")


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the sum: days without a break under one factor, and which periods (by number) gave them."""

    start: date
    end: date
    spans: tuple[int, ...]
    factor: Fraction
    plain: Length
    counted: Length


@dataclass(frozen=True, slots=True)
class Left:
    """A period that added nothing, and why: not_counted (its kind), later (than the day), overlapped."""

    span: int
    reason: str


@dataclass(frozen=True, slots=True)
class Reckoning:
    """The sum on a day with its lines in order, and what was left out of it."""

    on: date
    lines: tuple[Line, ...]
    left: tuple[Left, ...]
    total: Length


def reckon(spans: Sequence[Span], on: date, counts: Collection[str]) -> Reckoning:
    """The length on the day `on` of the periods whose kind is among `counts`; numbers of periods begin at 1.

    Where periods overlap a day counts once, by the highest factor; among equal ones for the earlier period.
    """
    numbered = list(enumerate(spans, start=1))
    counted = [(number, span) for number, span in numbered if span.kind in counts and span.start < on]
    lines = tuple(_lines(counted, on))
    used = {number for line in lines for number in line.spans}
    left = tuple(Left(n, _reason(s, on, counts)) for n, s in numbered if n not in used)
    return Reckoning(on, lines, left, total(line.counted for line in lines))


def between(start: date, end: date) -> Length:
    """Whole months by the calendar (the same day of the month, or the month's last day), then days."""
    months = (end.year - start.year) * YEAR_MONTHS + end.month - start.month
    if months_later(start, months) > end:
        months -= 1
    return Length(*divmod(months, YEAR_MONTHS), (end - months_later(start, months)).days)


def months_later(day: date, months: int) -> date:
    """The same day of a later month, or that month's last day where it has no such day."""
    year, month = divmod(day.year * YEAR_MONTHS + day.month - 1 + months, YEAR_MONTHS)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def total(lengths: Iterator[Length]) -> Length:
    """The sum: days carried into months by thirty, months into years by twelve."""
    return _carried(sum(length.in_days for length in lengths))


def _carried(days: int) -> Length:
    months, rest = divmod(days, MONTH_DAYS)
    return Length(*divmod(months, YEAR_MONTHS), rest)


def _reason(span: Span, on: date, counts: Collection[str]) -> str:
    if span.kind not in counts:
        return "not_counted"
    return "later" if span.start >= on else "overlapped"


def _lines(spans: Sequence[tuple[int, Span]], on: date) -> Iterator[Line]:
    """Stretches of one factor without a break, in order."""
    begun: list[tuple[date, date, int, Fraction]] = []
    for start, end, number, factor in _pieces(spans, on):
        if begun and (begun[-1][1] != start or begun[-1][3] != factor):
            yield _line(begun)
            begun = []
        begun.append((start, end, number, factor))
    if begun:
        yield _line(begun)


def _pieces(spans: Sequence[tuple[int, Span]], on: date) -> Iterator[tuple[date, date, int, Fraction]]:
    """Between any two neighbouring bounds the one period that counts there."""
    bounds = sorted({day for _, span in spans for day in (span.start, _end(span, on))})
    for start, end in pairwise(bounds):
        here = [(number, span) for number, span in spans if span.start <= start and end <= _end(span, on)]
        if here:
            number, best = min(here, key=lambda one: (-one[1].factor, one[1].start, one[0]))
            yield start, end, number, best.factor


def _end(span: Span, on: date) -> date:
    return on if span.end is None else min(span.end, on)


def _line(pieces: Sequence[tuple[date, date, int, Fraction]]) -> Line:
    start, end, factor = pieces[0][0], pieces[-1][1], pieces[0][3]
    plain = between(start, end)
    # A part of a day that a factor leaves is not counted.
    counted = plain if factor == ONCE else _carried(int(plain.in_days * factor))
    numbers = tuple(dict.fromkeys(number for _, _, number, _ in pieces))
    return Line(start, end, numbers, factor, plain, counted)
