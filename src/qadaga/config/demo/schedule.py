"""Plays many stories side by side in the order of their days, so that numbers and chains run as in real life.

A story is a generator: it does what happens on one day and yields how many days pass until it goes on.
"""

from collections.abc import Callable, Generator, Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from heapq import heapify, heappop, heappush

from qadaga.common import clock
from qadaga.law.calendar import kazakhstan

Story = Generator[int, None, None]
DAY, MINUTE = timedelta(days=1), timedelta(minutes=1)
OPENS, OFFICE_MINUTES = time(9), 8 * 60


@dataclass(slots=True)
class Stage:
    """Where a story is: `on` is its present day."""

    on: date


@dataclass(frozen=True, slots=True)
class Part:
    """A story, and how many days before today it begins."""

    began: int
    tell: Callable[[Stage], Story]


def play(parts: Iterable[Part], today: date, progress: Callable[[int, int], None] | None = None) -> int:
    """Tell every story up to today, the clock stopped at each step's moment. How many steps were made."""
    told = [(part.began, place, Stage(today), part.tell) for place, part in enumerate(parts)]
    waiting = [(-began, place, stage, tell(stage)) for began, place, stage, tell in told]
    heapify(waiting)
    steps = 0
    while waiting:
        ahead, place, stage, story = heappop(waiting)
        stage.on = _worked(today + ahead * DAY)
        with clock.frozen(_moment(stage.on, steps)):
            days = next(story, None)
        steps += 1
        if progress is not None:
            progress(steps, steps + len(waiting))
        if days is not None and ahead + days <= 0:
            heappush(waiting, (ahead + days, place, stage, story))
    return steps


def _worked(on: date) -> date:
    """The day, or the last working day before it: nobody here works on a day of rest."""
    while not kazakhstan().working_day(on):
        on -= DAY
    return on


def _moment(on: date, steps: int) -> datetime:
    return datetime.combine(on, OPENS, clock.ZONE) + (steps % OFFICE_MINUTES) * MINUTE
