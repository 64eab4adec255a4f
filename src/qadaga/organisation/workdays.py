"""Changes of the working calendar, and the open terms counted again after them (O.9, HOL.moved)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID, uuid4, uuid5

from django.db import connection, transaction
from django.db.models import Q

from qadaga.authority.actor import Actor
from qadaga.common.errors import InvalidInput, Stale
from qadaga.common.i18n import N_
from qadaga.common.text import clean
from qadaga.law.calendar import Calendar
from qadaga.law.coverage import implements
from qadaga.law.model import Subject
from qadaga.matters import recounting
from qadaga.organisation.exercise import exercise
from qadaga.workdays import selectors
from qadaga.workdays.models import DayKind, Recount, SpecialDay, State, Year
from qadaga.workdays.table import Special, YearTable, changed, combined

SUBJECT = Subject(kind="calendar")
_NAMES = UUID("6f9a5f0e-7f2b-5c51-9d3f-2a0a3c9a11ce")
_FIRST, _LAST = 2000, 2099


@dataclass(frozen=True, slots=True)
class Change:
    """A year's table as somebody wants it, against the version they saw."""

    year: int
    days: tuple[Special, ...]
    complete: bool
    version: int


@dataclass(frozen=True, slots=True)
class Preview:
    """What a change would do: the days whose work changes, and the open terms that would move.

    `bounded`: more terms run over those days than were looked at.
    """

    days: Sequence[date]
    moves: Sequence[recounting.Move]
    looked: int
    bounded: bool


def calendar_subject(by: Actor, on: date) -> Subject:
    """The calendar is one for the country: it stands with the office of whoever edits it."""
    who = by.who(on)
    return SUBJECT if who is None else Subject(kind="calendar", office=who.office, path=who.path)


def preview(*, by: Actor, on: date, change: Change) -> Preview:
    """Which open terms the change would move; nothing changes. Raises NotPermitted, InvalidInput, Stale."""
    exercise(by, "calendar.edit", calendar_subject(by, on), on)
    table = _checked(change, selectors.table_of(change.year))
    before, after = selectors.current(), _calendar_with(table)
    days = changed(before, after, change.year)
    if not days:
        return Preview((), (), 0, False)
    moves, looked, bounded = recounting.preview(after, days[0], days[-1])
    return Preview(days, moves, looked, bounded)


@implements("O.9")
@transaction.atomic
def replace_year(*, by: Actor, on: date, change: Change) -> Recount | None:
    """Put a year's table in force; the recount to be run when days changed, else None.

    Raises NotPermitted, InvalidInput (a day twice, out of the year), Stale (somebody else changed the year).
    """
    done = exercise(by, "calendar.edit", calendar_subject(by, on), on)
    _alone()
    held = selectors.table_of(change.year)
    table = _checked(change, held)
    before = selectors.current()
    _store(table, held)
    State.objects.update_or_create(id=1, defaults={"token": uuid4()})
    days = changed(before, selectors.current(), change.year)
    recount = _recount(done.ruling.as_json(), by, on, change.year, days) if days else None
    old, new = {day.first: day for day in held.days}, {day.first: day for day in table.days}
    data = {
        "year": change.year,
        "complete": change.complete,
        "added": sorted(day for day in new if new[day] != old.get(day)),
        "removed": sorted(day for day in old if day not in new),
        "acts": sorted({day.act for day in table.days if day not in held.days}),
        "days": list(days),
        "recount": recount.id if recount else None,
    }
    done.record("calendar.edit", by.office_id, ("calendar", uuid5(_NAMES, str(change.year))), data)
    return recount


def _alone() -> None:
    """Wait for every transaction that counts a term, and let none begin before this one is over."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s, %s)", selectors.LOCK)


def _store(table: YearTable, held: YearTable) -> None:
    row, _ = Year.objects.update_or_create(
        year=table.year, defaults={"complete": table.complete, "version": held.version + 1}
    )
    row.days.all().delete()
    SpecialDay.objects.bulk_create(_row(row, day) for day in table.days)


def _row(year: Year, day: Special) -> SpecialDay:
    return SpecialDay(
        year=year,
        kind=day.kind,
        rest=day.rest,
        worked=day.worked,
        act=day.act,
        decided_on=day.decided_on,
        name_ru=day.name_ru,
        name_kk=day.name_kk,
        status=day.status,
    )


def _calendar_with(table: YearTable) -> Calendar:
    kept = [selectors.table_of(y.year) for y in Year.objects.exclude(year=table.year)]
    return combined([*kept, table])


def _recount(ruling: dict[str, object], by: Actor, on: date, year: int, days: Sequence[date]) -> Recount:
    who = by.journal()
    return Recount.objects.create(
        year=year,
        first=days[0],
        last=days[-1],
        person_id=who.person_id,
        appointment_id=who.appointment_id,
        office_id=who.office_id,
        ruling=ruling,
        decided_on=on,
        expected=recounting.expected(days[0], days[-1]),
    )


def _checked(change: Change, held: YearTable) -> YearTable:
    if held.version != change.version:
        raise Stale(held.version)
    if not _FIRST <= change.year <= _LAST:
        raise InvalidInput.of("year", "out_of_range", N_("The calendar is kept for the years 2000 to 2099."))
    seen = _elsewhere(change)
    now = selectors.current()
    for day in change.days:
        _one(day, change.year)
        if day not in held.days:
            _sensible(day, now)
        for used in (day.rest, day.worked):
            if used in seen:
                raise InvalidInput.of(
                    "rest", "twice", N_("%(day)s is in the table already."), day=f"{used:%d.%m.%Y}"
                )
            seen |= {used} if used else set()
    days = tuple(sorted(change.days, key=lambda day: day.first))
    return YearTable(change.year, days, change.complete, change.version)


def _elsewhere(change: Change) -> set[date]:
    """The days of this change that the tables of other years hold already."""
    used = [one for day in change.days for one in (day.rest, day.worked) if one]
    rows = SpecialDay.objects.exclude(year=change.year).filter(Q(rest__in=used) | Q(worked__in=used))
    return {one for row in rows for one in (row.rest, row.worked) if one}


def _sensible(day: Special, now: Calendar) -> None:
    """A day that is free already cannot become free, nor a worked one worked."""
    if day.rest and not now.working_day(day.rest):
        raise InvalidInput.of("rest", "free", N_("This day is a day of rest already. Choose a working day."))
    if day.worked and now.working_day(day.worked):
        raise InvalidInput.of("worked", "worked", N_("This day is worked already. Choose a day of rest."))


def _one(day: Special, year: int) -> None:
    wanted = {"moved": (day.rest, day.worked), "rest": (day.rest,), "work": (day.worked,)}
    if day.kind not in DayKind.values or not all(wanted[day.kind]):
        raise InvalidInput.of("rest", "missing", N_("Name the day of rest and the day worked in its place."))
    if day.rest == day.worked:
        raise InvalidInput.of("worked", "same", N_("Must be another day than the day of rest."))
    if day.first.year != year:
        raise InvalidInput.of("rest", "other_year", N_("The day lies in another year: open that year."))
    if not clean(day.act, max_length=60, field="act"):
        raise InvalidInput.of("act", "missing", N_("Give the number of the decision the change rests on."))
