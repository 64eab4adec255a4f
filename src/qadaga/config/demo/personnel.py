"""Ranks, periods of service and entries of personal files of the demonstration people."""

from __future__ import annotations

from datetime import date, timedelta

from qadaga.authority.actor import Actor
from qadaga.config.demo.people import actor
from qadaga.organisation.personnel import file, guarantees, ranked_posts, ranks, service
from qadaga.organisation.personnel.file import EntryInput
from qadaga.organisation.personnel.models import RankHeld, ServicePeriod
from qadaga.organisation.personnel.ranks import RankInput
from qadaga.organisation.personnel.service import PeriodInput
from qadaga.staff.models import Person

_PAPER = "приказ на бумаге № {}"
# Login, the rank held, years ago it was conferred.
RANKS = (
    ("akmola.head", "senior_counsellor", 3),
    ("akmola.deputy", "counsellor", 4),
    ("akmola.officer", "junior_counsellor", 5),
    ("kokshetau.head", "counsellor", 7),
    ("kokshetau.deputy", "junior_counsellor", 2),
    ("kokshetau.senior", "lawyer_1", 4),
    ("kokshetau.assistant", "lawyer_3", 1),
    ("burabay.senior", "lawyer_2", 2),
)
# Login, kind, where, first day, first day after.
PERIODS = (
    ("kokshetau.head", "armed_forces", "воинская часть 01234", date(1994, 5, 20), date(1996, 5, 20)),
    ("kokshetau.head", "internal_affairs", "управление полиции", date(1999, 8, 1), date(2004, 3, 15)),
    ("kokshetau.head", "prosecution", "прокуратура района", date(2004, 3, 15), date(2025, 1, 6)),
    ("kokshetau.senior", "courts", "районный суд", date(2010, 9, 1), date(2014, 2, 1)),
    ("kokshetau.senior", "other_work", "юридическая консультация", date(2014, 2, 1), date(2016, 1, 11)),
    ("kokshetau.senior", "prosecution", "прокуратура города", date(2016, 1, 11), date(2025, 1, 6)),
)


def load(on: date) -> int:
    """Add what is missing; how many ranks and periods."""
    ranked_posts.load_first(on)
    if RankHeld.objects.exists() or ServicePeriod.objects.exists():
        return 0
    by = actor("gp.staff", on)
    for login, rank, years in RANKS:
        _confer(_person(login), rank, years, by, on)
    for number, (login, kind, where, since, until) in enumerate(PERIODS, start=1):
        paper = f"трудовая книжка, запись {number}"
        period = PeriodInput(kind, where, since, until, paper)
        service.record(by=by, on=on, person_id=_person(login).id, period=period)
    _entries(_person("kokshetau.senior"), by, on)
    own = actor("kokshetau.senior", on)
    guarantees.ask(
        by=own, on=on, person_id=own.person_id, sort="housing", text="Прошу поставить в очередь на жильё."
    )
    return len(RANKS) + len(PERIODS)


def _confer(person: Person, rank: str, years: int, by: Actor, on: date) -> None:
    since = (on - timedelta(days=365 * years + years // 4 - 20)).replace(day=1)
    given = RankInput(rank, "rank_ahead", since, _PAPER.format(years))
    ranks.confer(by=by, on=on, person_id=person.id, conferred=given)


def _entries(person: Person, by: Actor, on: date) -> None:
    for entry in (
        EntryInput("education", "Университет, юридический факультет", date(2009, 6, 30), number="№ 0012345"),
        EntryInput("award", "Почётная грамота", date(2023, 12, 6)),
        EntryInput("attestation", "Соответствует должности", on - timedelta(days=1040)),
        EntryInput("military", "Офицер запаса, годен", date(2012, 4, 2), number="АА 012345"),
        EntryInput("penalty", "Замечание", on - timedelta(days=120), number="№ 44"),
    ):
        file.add(by=by, on=on, person_id=person.id, entry=entry)


def _person(login: str) -> Person:
    return Person.objects.get(user__username=login)
