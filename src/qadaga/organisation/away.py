"""Who is away in a month within a scope, who stands in for absent heads, and days without a signer (O.14)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from uuid import UUID

from django.db.models import Q

from qadaga import authority
from qadaga.authority.actor import Actor
from qadaga.authority.scope import scope_of
from qadaga.common.period import Period
from qadaga.database.together import together
from qadaga.law.coverage import implements
from qadaga.offices.models import Office
from qadaga.organisation.covering import covers
from qadaga.staff.models import Absence, ActingHead, Appointment

_DAY = timedelta(days=1)
SUDDEN = frozenset({"illness"})
SIZE = 100
"""How many absences of a month stand on a page."""


@dataclass(frozen=True, slots=True)
class Away:
    """One absence of somebody in the office; `stands_in` is who replaces them where they head it.

    `covers`: where they do not, who has their work by the distribution of duties; of the part shown only.
    """

    held: Appointment
    absence: Absence
    stands_in: tuple[ActingHead, ...] = ()
    covers: tuple[Appointment, ...] = ()

    @property
    def key(self) -> tuple[date, int, UUID]:
        """Where it stands in the list."""
        return self.absence.starts_on, self.absence.pk, self.held.id

    @property
    def sudden(self) -> bool:
        """Whether nobody could plan for it."""
        return self.absence.kind in SUDDEN


@dataclass(frozen=True, slots=True)
class Gap:
    """Days on which nobody may sign in the office; `until` is the first day when somebody may again."""

    office: Office
    since: date
    until: date


@dataclass(frozen=True, slots=True)
class Month:
    """The month: part of the absences by first day, how many are away each day, days without a signer.

    `more`: whether others follow, `total`: how many there are in the month. `people`:
    who serves there on the day of asking, of one office only.
    """

    away: list[Away]
    on_day: dict[date, int]
    gaps: list[Gap]
    people: list[Appointment]
    more: bool = False
    total: int = 0


@dataclass(slots=True)
class _Staff:
    posts: list[Appointment]
    absences: dict[UUID, list[Absence]] = field(default_factory=lambda: defaultdict(list))
    acting: dict[UUID, list[ActingHead]] = field(default_factory=lambda: defaultdict(list))

    def here(self, held: Appointment, day: date) -> bool:
        """Whether the holder is in the post and not away from it."""
        away = (row for row in self.absences[held.person_id] if row.appointment_id in (None, held.id))
        return held.holds(day) and not any(row.holds(day) for row in away)


@implements("O.14.2", "O.15", "O.13.1")
def month_of(
    by: Actor,
    on: date,
    month: Period,
    offices: Sequence[Office],
    *,
    after: tuple[date, int, UUID] | None = None,
    size: int = SIZE,
) -> Month:
    """The month in the offices, which are of the actor's scope (`offices_within`). Three queries.

    Of the absences `size`, those behind the key `after`, with who covers each.

    Raises NotPermitted: for leaders and staff officers, since a reason of absence is nobody else's business.
    """
    authority.require(by, "people.export", None, on=on)
    ids, one = [office.id for office in offices], len(offices) == 1
    people = _staff(Q(office__in=ids), month, everybody=one)
    found = [
        Away(held, row, _stand_ins(people, held, row))
        for held in people.posts
        for row in people.absences[held.person_id]
        if row.appointment_id in (None, held.id) and _meet(held, row)
    ]
    found.sort(key=lambda one: one.key)
    days = list(_days(month))
    counted = {day: len({one.held.person_id for one in found if one.absence.holds(day)}) for day in days}
    gaps = list(_gaps(people, offices, days))
    serving = [held for held in people.posts if held.holds(on)] if one else []
    behind = [one for one in found if after is None or one.key > after]
    shown = _covered(behind[:size], people, month.start)
    return Month(shown, counted, gaps, serving, len(behind) > size, len(found))


def _covered(rows: Sequence[Away], people: _Staff, since: date) -> list[Away]:
    found = covers([(one.held, one.absence) for one in rows], people.here, since)
    return [replace(one, covers=tuple(found.get((one.held.id, one.absence.pk), ()))) for one in rows]


def offices_within(by: Actor, on: date) -> list[Office]:
    """Offices of the actor's scope where somebody serves on the day, by code."""
    posts = Appointment.objects.on(on).filter(_within(by, on)).values("office")
    return list(Office.objects.filter(id__in=posts).order_by("level", "code"))


def _within(by: Actor, on: date) -> Q:
    scope = scope_of(by, on)
    if scope.nation:
        return Q()
    return Q(office__region__in=scope.regions) | Q(office__in=scope.offices)


def _staff(condition: Q, month: Period, *, everybody: bool) -> _Staff:
    """Those who are away some day of the month, heads, and those named to replace a head; or `everybody`."""
    assert month.end is not None  # a month ends
    acted = ActingHead.objects.overlapping(month.start, month.end).select_related("appointment__person")
    read = together(absences=Absence.objects.overlapping(month.start, month.end), acting=acted)
    absences, acting = read["absences"], read["acting"]
    wanted = Q(person__in={row.person_id for row in absences}) | Q(heads=True) | Q(acting__in=acting)
    rows = Appointment.objects.overlapping(month.start, month.end).filter(condition)
    rows = rows if everybody else rows.filter(wanted)
    rows = rows.select_related("person", "office").order_by("person__sort_key", "id").distinct()
    people = _Staff(list(rows))
    for row in absences:
        people.absences[row.person_id].append(row)
    for named in acting:
        people.acting[named.office_id].append(named)
    return people


def _stand_ins(people: _Staff, held: Appointment, row: Absence) -> tuple[ActingHead, ...]:
    if not held.heads:
        return ()
    return tuple(one for one in people.acting[held.office_id] if _meet(one, row))


def _meet(one: Appointment | ActingHead, row: Absence) -> bool:
    """Whether the two share a day."""
    last = row.ends_on or date.max
    return one.starts_on < last and row.starts_on < (one.ends_on or date.max)


def _gaps(people: _Staff, offices: Sequence[Office], days: Sequence[date]) -> Iterator[Gap]:
    """Runs of days without a signer, office by office; offices without a head at all among them."""
    posts: dict[UUID, list[Appointment]] = defaultdict(list)
    for held in people.posts:
        posts[held.office_id].append(held)
    for office in offices:
        unsigned = [day for day in days if not _signed_for(people, posts[office.id], office, day)]
        for run in _runs(unsigned):
            yield Gap(office, run[0], run[-1] + _DAY)


def _runs(days: Sequence[date]) -> list[list[date]]:
    found: list[list[date]] = []
    for day in days:
        if found and found[-1][-1] + _DAY == day:
            found[-1].append(day)
        else:
            found.append([day])
    return found


def _signed_for(people: _Staff, rows: Sequence[Appointment], office: Office, day: date) -> bool:
    if day < office.opened_on:
        return True
    named = {one.appointment_id for one in people.acting[office.id] if one.holds(day)}
    return any(people.here(held, day) for held in rows if held.heads or held.id in named)


def _days(month: Period) -> Iterator[date]:
    assert month.end is not None  # a month ends
    return (month.start + n * _DAY for n in range((month.end - month.start).days))
