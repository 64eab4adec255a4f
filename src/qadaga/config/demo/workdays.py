"""A day off moved in the calendar of the demonstration: its page and open terms show what that does."""

from __future__ import annotations

from datetime import date, timedelta

from qadaga.appeals.due import REPEATED
from qadaga.config.demo.people import actor
from qadaga.organisation import recounts
from qadaga.organisation import workdays as service
from qadaga.workdays import selectors
from qadaga.workdays.models import Year
from qadaga.workdays.table import Special

# No decision of the Government moves this day: the calendar says so where it shows it.
SOURCE = "Демонстрация, не акт Правительства"
AHEAD, FRIDAY, UNTIL_WORKED = 7, 4, timedelta(days=15)


def load(on: date) -> None:
    """Move a Friday soon to come to a Saturday two weeks later; open terms are counted again. Once."""
    if Year.objects.exists():
        return
    rest = friday_after(on)
    held = selectors.table_of(rest.year)
    moved = Special("moved", rest, rest + UNTIL_WORKED, SOURCE, on, status="unverified")
    change = service.Change(rest.year, (*held.days, moved), held.complete, held.version)
    recount = service.replace_year(by=actor("gp.staff", on), on=on, change=change)
    if recount is not None:
        recounts.run(recount.id, REPEATED)


def friday_after(on: date) -> date:
    """The first worked Friday a week ahead; the Saturday two weeks later is a day off of the same year."""
    day = on + timedelta(days=AHEAD)
    while not _may_be_moved(day):
        day += timedelta(days=1)
    return day


def _may_be_moved(day: date) -> bool:
    calendar, worked = selectors.current(), day + UNTIL_WORKED
    plain = day.weekday() == FRIDAY and day.year == worked.year
    return plain and calendar.working_day(day) and calendar.day(worked).kind == "weekend"
