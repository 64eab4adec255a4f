"""Who reaches what when, within an actor's scope: ranks, retirement, ends of terms, absences (L.2.4)."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet

from qadaga import authority
from qadaga.authority.actor import Actor
from qadaga.authority.scope import scope_of
from qadaga.common.period import Period
from qadaga.database.together import together
from qadaga.law import catalogue
from qadaga.law.records import Rank
from qadaga.law.service import months_later
from qadaga.offices.dated import DatedQuerySet
from qadaga.offices.models import Office
from qadaga.offices.selectors import offices_open
from qadaga.organisation.personnel import ranked_posts
from qadaga.organisation.personnel.file import ends_by_figure
from qadaga.organisation.personnel.kinds import EntryKind
from qadaga.organisation.personnel.models import FileEntry, RankHeld
from qadaga.organisation.personnel.ranks import due_on, next_rank
from qadaga.organisation.staffing import selectors as staffing
from qadaga.staff.models import Absence, Appointment, Person

MOST, MOST_RESERVISTS = 200, 500
"""How many rows a list of the home page shows at most; one more is read, so that the page can say there are
more. A workbook has all.
"""
_ABOUT_PEOPLE = ("ranks", "ending", "away", "military")


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
    """One person and the day on which something comes: a birthday of retirement, the end of a term.

    `unverified`: the day rests on a figure that no source at hand confirms.
    """

    held: Appointment
    on: date
    kind: str
    unverified: bool = False


@dataclass(frozen=True, slots=True)
class Due:
    """What comes in a quarter, who is absent today, and who stands on the military register."""

    ranks: Sequence[RankDue]
    retiring: Sequence[Event]
    posts: Sequence[Event]
    entries: Sequence[Event]
    away: Sequence[tuple[Appointment, Absence]]
    reservists: Sequence[tuple[Person, FileEntry]]


@dataclass(frozen=True, slots=True)
class Vacancy:
    """An office whose staffing table has more positions than people."""

    office: Office
    positions: int
    people: int
    vacant: int


def vacancies(by: Actor, on: date) -> list[Vacancy]:
    """Every office of the actor's scope with vacant positions, the most first. Two queries."""
    scope, figures = scope_of(by, on), staffing.figures(on)
    lacking = {office_id: one for office_id, one in figures.items() if one.vacant}
    found = [
        _vacancy(office, lacking[office.id])
        for office in offices_open(on).filter(id__in=lacking)
        if scope.covers(office.id, office.region_id)
    ]
    return sorted(found, key=lambda one: (-one.vacant, one.office.code))


def _vacancy(office: Office, one: staffing.Figures) -> Vacancy:
    return Vacancy(office, one.positions or 0, one.people, one.vacant or 0)


def quarter_of(day: date) -> Period:
    """The calendar quarter of the day."""
    start = date(day.year, 3 * ((day.month - 1) // 3) + 1, 1)
    return Period(start, months_later(start, 3))


def within(by: Actor, on: date) -> Q:
    """The condition on appointments within the actor's scope. Raises NotPermitted: staff and leaders only."""
    authority.admit(by, "people.export", None, on=on)
    scope = scope_of(by, on)
    if scope.nation:
        return Q()
    return Q(office__region_id__in=scope.regions) | Q(office_id__in=scope.offices)


def serving(condition: Q, on: date) -> QuerySet[Appointment]:
    """Appointments in force within the condition, by name."""
    rows = Appointment.objects.on(on).filter(condition).select_related("person", "office")
    return rows.order_by("person__sort_key", "id")


def of_quarter(condition: Q, on: date, period: Period, *, whole: bool = False) -> Due:
    """What comes in the period for whoever serves within the condition. Two queries.

    Of each list one row more than a page shows, or the `whole` of it. Ranks are always all.
    """
    most, reservists = (None, None) if whole else (MOST + 1, MOST_RESERVISTS + 1)
    here = serving(condition, on).order_by().values("person")
    rows = together(
        ranks=_ranks_near(period).on(on).filter(person__in=here),
        ceilings=ranked_posts.ceilings(on),
        listed=ranked_posts.listed(on),
        ending=_ending(period).filter(person__in=here).order_by("ends_on", "id")[:most],
        away=Absence.objects.on(on).filter(person__in=here).order_by("ends_on", "id")[:most],
        military=_military(on).filter(person__in=here).order_by("person__sort_key", "id")[:reservists],
    )
    rows["ranks"] = [row for row in rows["ranks"] if (day := due_on(row)) is not None and day in period]
    people = {row.person_id for name in _ABOUT_PEOPLE for row in rows[name]}
    return _sorted_out(rows, _posts(condition, on, period, people, most), period)


def _posts(
    condition: Q, on: date, period: Period, people: Collection[UUID], most: int | None
) -> list[Appointment]:
    """Posts of the people, and those whose holder retires or whose own end comes in the period, by name."""
    rows = serving(condition, on)
    born, ends = _born_for(period), Q(ends_on__gte=period.start, ends_on__lt=period.end)
    coming = [rows.filter(asked)[:most].values("id") for asked in (born, ends)]
    return list(rows.filter(Q(person__in=people) | Q(id__in=coming[0]) | Q(id__in=coming[1])))


def _sorted_out(rows: Mapping[str, list[Any]], posts: Sequence[Appointment], period: Period) -> Due:
    earliest = {row.person_id: row for row in sorted(posts, key=lambda row: row.starts_on, reverse=True)}
    # Whoever left between the two questions is on no list.
    known = {name: [row for row in rows[name] if row.person_id in earliest] for name in _ABOUT_PEOPLE}
    ranks = _ranks_due({**rows, **known}, earliest)
    return Due(
        ranks=sorted(ranks, key=lambda one: (one.on, one.held.person.sort_key)),
        retiring=_retiring(posts, period),
        posts=_ended(posts, period),
        entries=[
            Event(earliest[row.person_id], row.ends_on, row.kind, ends_by_figure(row))
            for row in known["ending"]
        ],
        away=[(earliest[row.person_id], row) for row in known["away"]],
        reservists=[(earliest[row.person_id].person, row) for row in known["military"]],
    )


def _ended(posts: Iterable[Appointment], period: Period) -> list[Event]:
    return _once(Event(row, row.ends_on, "term") for row in posts if row.ends_on and row.ends_on in period)


def _ranks_due(rows: Mapping[str, list[Any]], posts: Mapping[UUID, Appointment]) -> list[RankDue]:
    ceilings = {(row.post, row.ladder): row.rank for row in rows["ceilings"]}
    listed = {(row.post, row.ladder) for row in rows["listed"]}
    found = [_rank_due(row, posts[row.person_id], ceilings, listed) for row in rows["ranks"]]
    return [one for one in found if one is not None]


def _rank_due(
    row: RankHeld, held: Appointment, ceilings: Mapping[tuple[str, str], str], listed: set[tuple[str, str]]
) -> RankDue | None:
    ranks, day = catalogue.load().ranks, due_on(row)
    following = next_rank(ranks[row.rank])
    if following is None or day is None:
        return None
    highest = ranks.get(ceilings.get((held.post, row.ladder), ""))
    above = highest is not None and following.place > highest.place
    return RankDue(held, row, day, following, above, (held.post, row.ladder) not in listed)


def _ranks_near(period: Period) -> DatedQuerySet[RankHeld]:
    """Ranks whose time may be served in the period; `due_on` tells the very day."""
    assert period.end is not None  # a quarter ends
    found, near = Q(pk__in=()), timedelta(days=3)
    for rank in catalogue.load().ranks.values():
        if rank.years:
            since, until = (months_later(day, -12 * rank.years) for day in (period.start, period.end))
            found |= Q(rank=rank.id, starts_on__gte=since - near, starts_on__lt=until + near)
    return RankHeld.objects.filter(found)


def _ending(period: Period) -> QuerySet[FileEntry]:
    """Probation, attestations and penalties that end in the period."""
    kinds = (EntryKind.PROBATION, EntryKind.ATTESTATION, EntryKind.PENALTY)
    rows = FileEntry.objects.filter(kind__in=kinds, withdrawn_on=None)
    return rows.filter(ends_on__gte=period.start, ends_on__lt=period.end)


def _military(on: date) -> QuerySet[FileEntry]:
    """Entries of the military register in force on the day."""
    rows = FileEntry.objects.filter(kind=EntryKind.MILITARY, withdrawn_on=None, made_on__lte=on)
    return rows.filter(Q(ends_on__isnull=True) | Q(ends_on__gt=on))


def _born_for(period: Period) -> Q:
    """The condition "reaches the age of retirement in the period" (the age is an unverified figure)."""
    assert period.end is not None  # a quarter ends
    back = -_retirement_months()
    born = (months_later(period.start, back), months_later(period.end, back))
    return Q(person__born_on__gte=born[0], person__born_on__lt=born[1])


def _retirement_months() -> int:
    return 12 * catalogue.load().terms["retirement_age"].length


def _retiring(posts: Iterable[Appointment], period: Period) -> list[Event]:
    assert period.end is not None  # a quarter ends
    months = _retirement_months()
    unverified = catalogue.load().terms["retirement_age"].status == "unverified"
    first, after = (months_later(day, -months) for day in (period.start, period.end))
    return _once(
        Event(row, months_later(row.person.born_on, months), "retirement", unverified)
        for row in posts
        if row.person.born_on is not None and first <= row.person.born_on < after
    )


def _once(events: Iterator[Event]) -> list[Event]:
    found: dict[tuple[UUID, str], Event] = {}
    for event in events:
        found.setdefault((event.held.person_id, event.kind), event)
    return sorted(found.values(), key=lambda event: (event.on, event.held.person.sort_key))
