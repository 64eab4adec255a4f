"""Who reaches what when, within an actor's scope: ranks, retirement, ends of terms, absences (L.2.4)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Q, QuerySet

from qadaga import authority
from qadaga.authority.actor import Actor
from qadaga.authority.scope import scope_of
from qadaga.common.period import Period
from qadaga.law import catalogue
from qadaga.law.records import Rank
from qadaga.law.service import months_later
from qadaga.offices.models import Office
from qadaga.offices.selectors import offices_open
from qadaga.organisation.personnel import ranked_posts
from qadaga.organisation.personnel.kinds import EntryKind
from qadaga.organisation.personnel.models import FileEntry, RankHeld
from qadaga.organisation.personnel.ranks import due_on, next_rank
from qadaga.organisation.staffing import selectors as staffing
from qadaga.staff.models import Absence, Appointment

MOST = 200
"""How many rows a list of the home page shows at most; the page says when there are more."""


@dataclass(frozen=True, slots=True)
class RankDue:
    """Somebody whose time in rank is served: post, rank held, the next one, what stands against it."""

    held: Appointment
    rank: RankHeld
    on: date
    next: Rank
    above_ceiling: bool
    not_listed: bool


@dataclass(frozen=True, slots=True)
class Event:
    """One person and the day on which something comes: a birthday of retirement, the end of a term."""

    held: Appointment
    on: date
    kind: str


@dataclass(frozen=True, slots=True)
class Vacancy:
    """An office whose staffing table has more positions than people."""

    office: Office
    positions: int
    people: int
    vacant: int


def vacancies(by: Actor, on: date) -> list[Vacancy]:
    """Offices of the actor's scope with vacant positions, the most first. Two queries."""
    scope, figures = scope_of(by, on), staffing.figures(on)
    found = [
        Vacancy(office, one.positions or 0, one.people, one.vacant)
        for office in offices_open(on)
        if (one := figures.get(office.id)) is not None
        and one.vacant
        and scope.covers(office.id, office.region_id)
    ]
    return sorted(found, key=lambda one: (-one.vacant, one.office.code))[:MOST]


def quarter_of(day: date) -> Period:
    """The calendar quarter of the day."""
    start = date(day.year, 3 * ((day.month - 1) // 3) + 1, 1)
    return Period(start, months_later(start, 3))


def within(by: Actor, on: date) -> Q:
    """The condition on appointments within the actor's scope. Raises NotPermitted: staff and leaders only."""
    authority.require(by, "people.export", None, on=on)
    scope = scope_of(by, on)
    if scope.nation:
        return Q()
    return Q(office__region_id__in=scope.regions) | Q(office_id__in=scope.offices)


def serving(condition: Q, on: date) -> QuerySet[Appointment]:
    """Appointments in force within the condition, by name."""
    rows = Appointment.objects.on(on).filter(condition).select_related("person", "office")
    return rows.order_by("person__sort_key", "id")


def ranks_due(condition: Q, on: date, period: Period) -> list[RankDue]:
    """Whose time in rank is served in the period, the earliest first; each person once."""
    held = RankHeld.objects.on(on).filter(person__in=serving(condition, on).values("person"))
    ahead = [(row, day) for row in held if (day := due_on(row)) is not None and day in period]
    posts = _posts_of([row.person_id for row, _ in ahead], condition, on)
    ceilings = {key: row.rank for key, row in ranked_posts.ceilings(on).items()}
    listed = {(row.post, row.ladder) for row in ranked_posts.listed(on)}
    found = [_rank_due(row, day, posts[row.person_id], ceilings, listed) for row, day in ahead]
    return sorted((one for one in found if one), key=lambda one: (one.on, one.held.person.sort_key))


def _rank_due(
    row: RankHeld,
    day: date,
    held: Appointment,
    ceilings: Mapping[tuple[str, str], str],
    listed: set[tuple[str, str]],
) -> RankDue | None:
    ranks = catalogue.load().ranks
    following = next_rank(ranks[row.rank])
    if following is None:
        return None
    highest = ranks.get(ceilings.get((held.post, row.ladder), ""))
    above = highest is not None and following.place > highest.place
    return RankDue(held, row, day, following, above, (held.post, row.ladder) not in listed)


def retiring(condition: Q, on: date, period: Period) -> list[Event]:
    """Who reaches the age of retirement in the period (the age is an unverified figure)."""
    back = 12 * catalogue.load().terms["retirement_age"].length
    assert period.end is not None  # a quarter ends
    rows = serving(condition, on).filter(
        person__born_on__gte=months_later(period.start, -back),
        person__born_on__lt=months_later(period.end, -back),
    )
    return _once(
        Event(row, months_later(row.person.born_on, back), "retirement")
        for row in rows[:MOST]
        if row.person.born_on is not None
    )


def posts_ending(condition: Q, on: date, period: Period) -> list[Event]:
    """Whose appointment ends in the period."""
    rows = serving(condition, on).filter(ends_on__gte=period.start, ends_on__lt=period.end)
    return _once(Event(row, row.ends_on, "term") for row in rows[:MOST] if row.ends_on)


def entries_ending(condition: Q, on: date, period: Period) -> list[Event]:
    """Whose probation, attestation or penalty ends in the period."""
    kinds = (EntryKind.PROBATION, EntryKind.ATTESTATION, EntryKind.PENALTY)
    rows = FileEntry.objects.filter(
        kind__in=kinds, withdrawn_on=None, ends_on__gte=period.start, ends_on__lt=period.end
    )
    rows = rows.filter(person__in=serving(condition, on).values("person"))
    entries = list(rows.order_by("ends_on")[:MOST])
    posts = _posts_of([row.person_id for row in entries], condition, on)
    return [Event(posts[row.person_id], row.ends_on, row.kind) for row in entries if row.ends_on]


def away(condition: Q, on: date) -> list[tuple[Appointment, Absence]]:
    """Who is absent on the day, with the absence; by the day of return."""
    rows = Absence.objects.on(on).filter(person__in=serving(condition, on).values("person"))
    absences = list(rows.order_by("ends_on", "id")[:MOST])
    posts = _posts_of([row.person_id for row in absences], condition, on)
    return [(posts[row.person_id], row) for row in absences]


def _posts_of(person_ids: Sequence[UUID], condition: Q, on: date) -> dict[UUID, Appointment]:
    """One post of each person within the condition: the earliest held."""
    rows = serving(condition, on).filter(person__in=person_ids).order_by("-starts_on", "id")
    return {row.person_id: row for row in rows}


def _once(events: Iterator[Event]) -> list[Event]:
    found: dict[tuple[UUID, str], Event] = {}
    for event in events:
        found.setdefault((event.held.person_id, event.kind), event)
    return sorted(found.values(), key=lambda event: (event.on, event.held.person.sort_key))
