"""Information exchanged with bodies: a request has a last day, a state secret is refused (O.7.4, O.8.d5)."""

from datetime import timedelta
from typing import Any

import pytest

from qadaga.acts.selectors import waiting
from qadaga.authority import NotPermitted
from qadaga.authority.actor import Actor
from qadaga.authority.lists import pages
from qadaga.authority.scope import scope_of
from qadaga.common.errors import AlreadyDone, Conflict, InvalidInput, NotFound
from qadaga.coordination.exchange import services
from qadaga.coordination.exchange.models import Exchange
from qadaga.coordination.exchange.register import EXCHANGES
from qadaga.coordination.exchange.selectors import read_exchange
from qadaga.coordination.waiting import WAITING
from qadaga.matters.models import ComplainedOf
from tests.casework import MONDAY, Town, assigned_matter, make_body, make_town

pytestmark = pytest.mark.django_db
LATER = MONDAY + timedelta(days=7)


@pytest.fixture
def town() -> Town:
    return make_town()


def enter(by: Actor, way: str = "sent", what: str = "request", **changed: Any) -> Exchange:
    """Something exchanged with the police."""
    body = make_body("Полиция", kind="law_enforcement")
    values = {"due_on": LATER if what == "request" else None, **changed}
    said = ("О розыске", "Закон, статья 7", "Просим сообщить", MONDAY)
    return services.enter(exchanged=services.Exchanged(way, what, body, *said, **values), by=by, on=MONDAY)


def test_what_is_sent_is_the_leaders_and_what_came_the_registrys(town: Town) -> None:
    head, clerk = town.actor("head"), town.actor("clerk")
    with pytest.raises(NotPermitted):
        enter(clerk)
    for wrong in ({"due_on": None}, {"council": True}, {"matter_id": town.head.id}):
        with pytest.raises(InvalidInput):
            enter(head, **wrong)
    with pytest.raises(NotPermitted) as secret:
        enter(head, secret=True)
    assert [one.citation.clause for one in secret.value.ruling.missing] == ["O.8.d5"]
    sent = enter(head)
    said = {"exchange_id": sent.id, "version": 1, "reply": "Найден", "on": MONDAY}
    with pytest.raises(InvalidInput):
        services.reply(**said, replied_on=LATER, by=clerk)
    assert services.reply(**said, replied_on=MONDAY, by=clerk).status == "answered"
    with pytest.raises(AlreadyDone):
        services.reply(**said, replied_on=MONDAY, by=clerk)


def test_a_request_of_a_body_is_answered_by_the_leaders_and_a_notice_by_nobody(town: Town) -> None:
    head, clerk = town.actor("head"), town.actor("clerk")
    came = enter(clerk, "received", reference="15-2")
    with pytest.raises(InvalidInput):
        enter(clerk, "received", reference="15-2")
    said = {"exchange_id": came.id, "version": 1, "reply": "Сообщаем", "replied_on": MONDAY, "on": MONDAY}
    with pytest.raises(NotPermitted):
        services.reply(**said, by=clerk)
    assert services.reply(**said, by=head).replied_by_id == town.head.id
    notice = enter(clerk, "received", "notice")
    with pytest.raises(Conflict):
        services.reply(**{**said, "exchange_id": notice.id}, by=head)


def test_what_stands_in_a_matter_about_somebody_is_kept_from_them(town: Town) -> None:
    matter, head, deputy = assigned_matter(town), town.actor("head"), town.actor("deputy")
    sent = enter(head, matter_id=matter.id)
    ComplainedOf.objects.create(matter=matter, person=town.deputy.person)
    assert read_exchange(head, MONDAY, sent.id) == sent
    with pytest.raises(NotFound):
        read_exchange(deputy, MONDAY, sent.id)
    with pytest.raises(NotFound):
        services.reply(exchange_id=sent.id, version=1, reply="Нет", replied_on=MONDAY, by=deputy, on=MONDAY)
    with pytest.raises(InvalidInput):
        enter(deputy, matter_id=matter.id)
    for actor, found in ((head, [sent.id]), (deputy, [])):
        rows = pages.fetch(EXCHANGES, scope_of(actor, MONDAY), pages.Ask(), today=MONDAY).rows
        assert [row["id"] for row in rows] == found
        assert [row.id for row in waiting(actor, leads=True, also=WAITING) if row.sort == "exchange"] == found
