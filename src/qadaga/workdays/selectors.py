"""The calendar in force, the same in every process from the moment a change of it is committed."""

from __future__ import annotations

from threading import Lock
from uuid import UUID

from qadaga.common.errors import NotFound
from qadaga.database.prepared import prepared_cursor
from qadaga.law import calendar as law
from qadaga.law.calendar import Calendar
from qadaga.workdays.models import Recount, SpecialDay, Year
from qadaga.workdays.table import Special, YearTable, combined, shipped

# One lock for all: who counts a term shares it, who changes the calendar takes it alone.
LOCK = (20300, 2)
_TOKEN = "SELECT token FROM workdays_state WHERE id = 1"  # noqa: S105 - the mark of a change, no secret
_kept: dict[UUID, Calendar] = {}
_keeping = Lock()


def current() -> Calendar:
    """The calendar as last committed; for reading. One small query, the days themselves are kept."""
    with prepared_cursor() as cursor:
        cursor.execute(_TOKEN)
        row = cursor.fetchone()
    return by_token(row[0] if row else None)


def counting() -> Calendar:
    """The calendar to count a term by in a transaction that stores the date.

    A change of the calendar waits for such transactions and they for it: no date is stored by a table that
    a recount has gone past already.
    """
    with prepared_cursor() as cursor:
        # One call, but the function reads the mark by a snapshot of its own, taken when it has the lock.
        cursor.execute("SELECT workdays_hold(%s::integer, %s::integer)", LOCK)
        token = cursor.fetchone()[0]
    return by_token(token)


def by_token(token: UUID | None) -> Calendar:
    """The calendar of the mark of the last change, for whoever has read it along; None: the shipped one."""
    if token is None:
        return law.kazakhstan()
    with _keeping:
        found = _kept.get(token)
        if found is None:
            _kept.clear()
            found = _kept[token] = combined(_tables())
        return found


def _tables() -> list[YearTable]:
    days: dict[int, list[Special]] = {}
    for row in SpecialDay.objects.order_by("rest", "worked"):
        days.setdefault(row.year_id, []).append(special(row))
    years = Year.objects.all()
    return [YearTable(y.year, tuple(days.get(y.year, ())), y.complete, y.version) for y in years]


def special(row: SpecialDay) -> Special:
    """A row as a plain value."""
    return Special(
        kind=row.kind,
        rest=row.rest,
        worked=row.worked,
        act=row.act,
        decided_on=row.decided_on,
        name_ru=row.name_ru,
        name_kk=row.name_kk,
        status=row.status,
    )


def table_of(year: int) -> YearTable:
    """The table of a year: kept here, or else the shipped one."""
    return next((table for table in _tables() if table.year == year), None) or shipped(year)


def recount_of(recount_id: UUID) -> Recount:
    """A recount by its id. Raises NotFound."""
    found = Recount.objects.filter(id=recount_id).first()
    if found is None:
        raise NotFound
    return found


def recounts_of(year: int, most: int = 5) -> list[Recount]:
    """The last recounts that changes of a year brought, the newest first."""
    return list(Recount.objects.filter(year=year).order_by("-created_at")[:most])
