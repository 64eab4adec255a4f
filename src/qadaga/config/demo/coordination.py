"""Coordination of the demonstration: a council that decided, a collegium with a session prepared and one to
which the official called did not come.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from qadaga.authority.actor import Actor
from qadaga.common import clock
from qadaga.config.demo.orders import leader
from qadaga.config.demo.people import actor
from qadaga.coordination import services
from qadaga.coordination.models import Session
from qadaga.matters import services as matters
from qadaga.matters.models import Body

MEMBERS = (
    (
        "Управление полиции города Кокшетау",
        "Көкшетау қаласының полиция басқармасы",
        "Ахметов С.",
        "начальник",
    ),
    ("Управление по чрезвычайным ситуациям", "Төтенше жағдайлар басқармасы", "Нурланов Е.", "начальник"),
)


def load(on: date) -> int:
    """Add the council of one district with a session held, two sessions of the region's collegium, once."""
    if not Session.objects.exists():
        _council(leader("kokshetau.head", on), on)
        _collegium(leader("akmola.head", on), on)
    return Session.objects.count()


def _council(by: Actor, on: date) -> None:
    council = services.form_council(basis="Совместное решение № 1", formed_on=on, by=by, on=on)
    bodies = []
    for ru, kk, name, post in MEMBERS:
        body = matters.register_body(kind="law_enforcement", name_ru=ru, name_kk=kk)
        council.refresh_from_db()
        seat = services.Seat(body, name, post)
        services.add_member(council_id=council.id, version=council.version, seat=seat, since=on, by=by, on=on)
        bodies.append(body)
    planned = services.Planned("О профилактике правонарушений среди подростков", clock.now(), "Зал заседаний")
    session = services.plan(organ="council", planned=planned, by=by, on=on)
    topic = "Ночные рейды и учёт подростков"
    item = services.propose(session_id=session.id, topic=topic, reporter=MEMBERS[0][2], by=by, on=on)
    _do(session, services.admit, by, on, item_id=item.id)
    _do(session, services.call, by, on)
    people = list(session.people.values_list("id", flat=True))
    _do(session, services.attendance, by, on, present=people)
    heard = "Доложено: за квартал 14 рейдов, на учёт поставлены 9 подростков."
    _do(session, services.hear, by, on, item_id=item.id, heard=heard)
    _decide(session, item.id, bodies, by, on)
    _do(session, services.sign, by, on, language="ru")
    _follow(session, by, on)


def _follow(session: Session, by: Actor, on: date) -> None:
    """The first decision is done in part and prolonged."""
    first = session.decisions.order_by("no")[0]
    services.report(
        decision_id=first.id,
        version=first.version,
        words="Проведены два рейда.",
        done=False,
        left="Охватить рейдами вокзал и парк.",
        by=by,
        on=on,
    )
    first.refresh_from_db()
    words = services.Postponed(
        "prolonged", first.due_on + timedelta(days=14), "Не хватает людей", "recorded", paper="решение № 2"
    )
    services.postpone(decision_id=first.id, version=first.version, postponed=words, by=by, on=on)


def _decide(session: Session, item_id: Any, bodies: list[Body], by: Actor, on: date) -> None:
    first = services.Decided(
        item_id,
        "Проводить рейды еженедельно, итог сообщать прокурору.",
        on + timedelta(days=10),
        body=bodies[0],
    )
    second = services.Decided(
        item_id, "Проверить пожарную безопасность мест досуга.", on + timedelta(days=30), body=bodies[1]
    )
    officer = actor("kokshetau.assistant", on).appointment_id
    third = services.Decided(item_id, "Обобщить итоги рейдов.", on + timedelta(days=20), executor_id=officer)
    for decided in (first, second, third):
        _do(session, services.decide, by, on, decided=decided)


def _collegium(by: Actor, on: date) -> None:
    later = _prepared("О законности в сфере защиты прав инвесторов", timedelta(days=7), by, on)
    services.propose(session_id=later.id, topic="Итоги квартала", by=actor("akmola.officer", on), on=on)
    today = _prepared("О выдаче земельных участков", timedelta(), by, on)
    _do(today, services.call, by, on)
    official = today.people.get(role="official")
    present = list(today.people.exclude(id=official.id).values_list("id", flat=True))
    _do(today, services.attendance, by, on, present=present)
    who = {"person_id": official.id}
    _do(today, services.excuse, by, on, **who, excused=False, why="Не приехал и не сообщил почему")
    again = services.Followed("again", item_id=later.items.get(violation=True).id)
    asked = services.Followed("head", text="Сообщить акиму города о неявке его заместителя.")
    for followed in (again, asked):
        _do(today, services.follow_up, by, on, **who, followed=followed)


def _prepared(title: str, ahead: timedelta, by: Actor, on: date) -> Session:
    """A session of the collegium with a violation on its agenda, to which an official is called."""
    planned = services.Planned(title, clock.now() + ahead, "Зал коллегии")
    session = services.plan(organ="collegium", planned=planned, by=by, on=on)
    topic = "Нарушения при выдаче земельных участков"
    item = services.propose(session_id=session.id, topic=topic, violation=True, by=by, on=on)
    _do(session, services.admit, by, on, item_id=item.id)
    wrong = "Земельный кодекс, статья 43: участки выданы без конкурса"
    name = "Сериков Б. А." if ahead else "Оспанов Т. К."
    official = services.Invited(name, "заместитель акима города", item_id=item.id, wrong=wrong)
    person = _do(session, services.invite, by, on, invited=official)
    _do(
        session, services.tell, by, on, person_ids=[person.id], told_on=on, told_how="нарочным, расписка № 15"
    )
    return session


def _do(session: Session, what: Any, by: Actor, on: date, **given: Any) -> Any:
    session.refresh_from_db()
    return what(session_id=session.id, version=session.version, by=by, on=on, **given)
