"""Periods of reports: a month, quarter, half-year or year, and the same one a year before."""

from dataclasses import dataclass
from datetime import date

from qadaga.common.errors import InvalidInput
from qadaga.common.i18n import N_
from qadaga.matters.dates import FIRST_YEAR, choice
from qadaga.reports.choices import MONTHS, PeriodKind


@dataclass(frozen=True, slots=True)
class Span:
    """Days from `start` up to, but not with, `end`; both are first days of months."""

    start: date
    end: date

    def months(self) -> list["Span"]:
        """The months it is made of."""
        found, start = [], self.start
        while start < self.end:
            end = later(start, 1)
            found.append(Span(start, end))
            start = end
        return found

    def year_before(self) -> "Span":
        """The same period of the year before."""
        return Span(later(self.start, -12), later(self.end, -12))


def later(first: date, months: int) -> date:
    """The first day of the month so many months on."""
    month = first.year * 12 + first.month - 1 + months
    return date(month // 12, month % 12 + 1, 1)


def span(kind: str, starts_on: date, on: date) -> Span:
    """The period of that kind that begins on the day.

    Raises InvalidInput on `period` for a kind that is none, on `starts_on` for a day on which no such period
    begins (so that two reports of a kind never overlap) and for a period that has not begun by `on`.
    """
    months = MONTHS[PeriodKind(choice("period", kind, PeriodKind.values))]
    if starts_on > on:
        raise InvalidInput.of(
            "starts_on", "in_future", N_("The period has not begun yet: there is nothing to report on.")
        )
    if starts_on.day != 1 or (starts_on.month - 1) % months or starts_on.year <= FIRST_YEAR:
        raise InvalidInput.of(
            "starts_on",
            "not_first_day",
            N_("No such period begins on %(day)s. The one that holds the day begins on %(first)s."),
            day=starts_on,
            first=beginning(months, starts_on),
        )
    return Span(starts_on, later(starts_on, months))


def beginning(months: int, day: date) -> date:
    """The first day of the period of so many months that holds the day."""
    return date(day.year, (day.month - 1) // months * months + 1, 1)
