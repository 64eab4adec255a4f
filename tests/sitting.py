"""A collegium of the region and a council of the district, with a session of each, for tests."""

from datetime import date, datetime, time, timedelta
from typing import Any

from qadaga.authority.actor import Actor
from qadaga.common import clock
from qadaga.coordination import services
from qadaga.coordination.models import AgendaItem, Council, Session
from qadaga.matters.models import Body
from qadaga.organisation.collegia import services as collegia
from tests.casework import MONDAY, Town, make_body
from tests.ordering import signed_order


def hour(on: date = MONDAY) -> datetime:
    """The first minute of the day: it has come whatever the hour."""
    return datetime.combine(on, time(0), clock.ZONE)


def planned(on: date = MONDAY) -> services.Planned:
    """A session today."""
    return services.Planned("О мерах против незаконных сборов", hour(on), "Зал заседаний")


def with_collegium(town: Town, on: date = MONDAY) -> Actor:
    """The region's head, whose collegium sits of three; how everybody of the region stands."""
    by = town.actor("region_head", on)
    order = signed_order(by, on, kind="collegium")
    members = [town.region_head.id, town.region_prosecutor.id, town.head.id]
    collegia.form(by=by, on=on, office_id=by.office_id, order_id=order.id, starts_on=on, members=members)
    return by


def with_council(by: Actor, body: Body | None = None, on: date = MONDAY) -> Council:
    """The council of the actor's office, where one body sits."""
    council = services.form_council(basis="Приказ № 1", formed_on=on, by=by, on=on)
    body = body or make_body("Управление полиции", kind="law_enforcement")
    seat = services.Seat(body, "Ахметов С.", "начальник управления")
    services.add_member(council_id=council.id, version=1, seat=seat, since=on, by=by, on=on)
    council.refresh_from_db()
    return council


def act(session: Session, what: Any, by: Actor, on: date = MONDAY, **given: Any) -> Any:
    """Call a service on the session at the version it has now."""
    session.refresh_from_db()
    return what(session_id=session.id, version=session.version, by=by, on=on, **given)


def called_session(by: Actor, organ: str, on: date = MONDAY, *, violation: bool = False) -> AgendaItem:
    """A session of one admitted item, called; the item."""
    session = services.plan(organ=organ, planned=planned(on), by=by, on=on)
    item = services.propose(
        session_id=session.id, topic="Незаконные сборы", violation=violation, by=by, on=on
    )
    act(session, services.admit, by, on, item_id=item.id)
    act(session, services.call, by, on)
    item.refresh_from_db()
    return item


def heard(item: AgendaItem, by: Actor, on: date = MONDAY) -> Session:
    """The minutes of that session with everybody there and what was heard, unsigned."""
    session = item.session
    people = list(session.people.values_list("id", flat=True))
    act(session, services.attendance, by, on, present=people)
    act(session, services.hear, by, on, item_id=item.id, heard="Заслушан доклад.")
    session.refresh_from_db()
    return session


def decided(session: Session, item: AgendaItem, by: Actor, on: date = MONDAY, **who: Any) -> Any:
    """A decision of the session for a week."""
    made = services.Decided(item.id, "Отменить сборы", on + timedelta(days=7), **who)
    return act(session, services.decide, by, on, decided=made)
