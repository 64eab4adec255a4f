"""Which open terms another calendar would move: asked before the days off of a year are changed."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from qadaga.law.calendar import Calendar
from qadaga.law.errors import TermError
from qadaga.law.terms import Event, Ledger, due


@dataclass(frozen=True, slots=True)
class Running:
    """A term on its way: whatever `key` the caller knows it by, its catalogue id and its events."""

    key: str
    term: str
    events: Sequence[Event]


@dataclass(frozen=True, slots=True)
class Moved:
    """A term that the other calendar moves: its ledger before and after.

    `after` None: under the other calendar its events make no term any more, and `problem` says why (a
    prolongation that would come too late, say): somebody has to look at it.
    """

    running: Running
    before: Ledger
    after: Ledger | None
    problem: TermError | None = None

    @property
    def days(self) -> int | None:
        """By how many days the last day moves; negative: earlier. None where nothing can be said."""
        return (self.after.due - self.before.due).days if self.after else None


def moved(running: Iterable[Running], before: Calendar, after: Calendar) -> list[Moved]:
    """The terms whose last day differs between the two calendars, in the order given; ended ones stay.

    Raises TermError where a term cannot be worked out under the calendar it runs by.
    """
    return [found for one in running for found in _moved(one, before, after)]


def changed_days(before: Calendar, after: Calendar, first: date, last: date) -> list[date]:
    """The days of that span (both ends inclusive) that are worked under one calendar only."""
    days = (date.fromordinal(n) for n in range(first.toordinal(), last.toordinal() + 1))
    return [day for day in days if before.working_day(day) is not after.working_day(day)]


def _moved(one: Running, before: Calendar, after: Calendar) -> Iterator[Moved]:
    was = due(one.events, one.term, before)
    if was.state == "ended":
        return
    try:
        now = due(one.events, one.term, after)
    except TermError as problem:
        yield Moved(one, was, None, problem)
        return
    if now.due != was.due:
        yield Moved(one, was, now)
