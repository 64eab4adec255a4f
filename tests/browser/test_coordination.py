"""A collegium and a council in a real browser: from the agenda to decisions carried out (L.1.11, O.7.4)."""

from datetime import timedelta

import pytest

from qadaga.common import clock
from qadaga.coordination.exchange.models import Exchange
from qadaga.coordination.models import Council, Decision, Session
from qadaga.coordination.plans.models import Plan
from tests.browser.conftest import NewPage
from tests.browser.test_thread import seats
from tests.casework import make_town
from tests.ordering import signed_order
from tests.sitting import with_collegium


@pytest.mark.clause("L.1.11")
def test_the_collegium_sits_and_an_order_carries_its_decision_out(
    transactional_db: None, new_page: NewPage
) -> None:
    town, today = make_town(), clock.today()
    head = with_collegium(town, today)
    order = signed_order(head, today, kind="collegium")
    seat = seats(town, new_page, "kk", 360)
    region, below = seat("region_head"), seat("head")
    hour = f"{today:%Y-%m-%d}T00:00"
    region.do("/sessions/new/", organ="collegium", title="Заңсыз алымдар", starts_at=hour, place="Зал")
    session = Session.objects.get()
    at = f"/sessions/{session.id}"
    region.do(f"{at}/propose/", topic="Әкімдік алымдары", violation=True)
    item = session.items.get()
    region.do(f"{at}/admit/", item=str(item.id))
    region.do(f"{at}/official/", item=str(item.id), name="Ким О.", post="қала әкімі", wrong="31-бап")
    region.do(f"{at}/call/")
    official = session.people.get(role="official")
    everybody = [str(one.id) for one in session.people.all()]
    assert "L.1.11" in region.tries(f"{at}/sign/")
    region.do(f"{at}/tell/", people=[str(official.id)], told_how="№ 15 қолхат")
    region.do(f"{at}/attendance/", people=[one for one in everybody if one != str(official.id)])
    assert "L.1.11" in region.tries(f"{at}/sign/")
    region.do(f"{at}/absence/", person=str(official.id), excused="no", why="Қоңырауға жауап бермеді")
    region.do(f"{at}/follow-up/", person=str(official.id), kind="head", text="Әкімге хат жолдансын")
    region.do(f"{at}/hear/", item=str(item.id), heard="Баяндама тыңдалды")
    fields = {"item": str(item.id), "text": "Алымдарды жою", "other": town.head.person.name}
    region.do(f"{at}/decide/", due_on=today.isoformat(), **fields)
    region.do(f"{at}/sign/")
    decision = Decision.objects.get()
    region.do(f"{at}/order/", decisions=[str(decision.id)], order=str(order))
    below.do(f"/decisions/{decision.id}/report/", words="Алымдар жойылды", done=True)
    page = region.go(f"{at}/")
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    session.refresh_from_db()
    assert (session.status, session.signer) == ("closed", town.region_head)


@pytest.mark.clause("O.7.4", "O.6.3")
def test_a_council_is_formed_and_what_it_decided_is_controlled(
    transactional_db: None, new_page: NewPage
) -> None:
    town, today = make_town(), clock.today()
    head = seats(town, new_page, "ru", 1440)("head")
    head.do("/councils/new/", basis="Совместное решение № 1")
    council = Council.objects.get()
    body = {"body_name_ru": "Управление полиции", "body_name_kk": "Полиция басқармасы"}
    head.do(f"/councils/{council.id}/member/", **body, name="Ахметов С.", post="начальник")
    hour = f"{today:%Y-%m-%d}T00:00"
    head.do("/sessions/new/", organ="council", title="О рейдах", starts_at=hour, place="Зал")
    session = Session.objects.get()
    at = f"/sessions/{session.id}"
    head.do(f"{at}/propose/", topic="О рейдах")
    item = str(session.items.get().id)
    head.do(f"{at}/admit/", item=item)
    head.do(f"{at}/call/")
    head.do(f"{at}/attendance/", people=[str(session.people.get().id)])
    head.do(f"{at}/hear/", item=item, heard="Доложено")
    member = council.members.get()
    head.do(
        f"{at}/decide/", item=item, text="Проводить рейды", body=str(member.body_id), due_on=today.isoformat()
    )
    head.do(f"{at}/sign/")
    asked = {"title": "О розыске", "ground": "Закон, статья 6", "text": "Сообщите", "on": today.isoformat()}
    head.do("/exchanges/new/", way="sent", what="request", due_on=today.isoformat(), **asked, **body)
    exchange = Exchange.objects.get()
    head.do(f"/exchanges/{exchange.id}/reply/", replied_on=today.isoformat(), reply="В розыске двое")
    decision = Decision.objects.get()
    later = (today + timedelta(days=14)).isoformat()
    head.do(
        f"/decisions/{decision.id}/postpone/", until=later, reason="Нет людей", how="recorded", paper="№ 2"
    )
    head.do(f"/decisions/{decision.id}/report/", words="Проведены 2 рейда", left="Охватить вокзал")
    assert "История срока" in head.go(f"/decisions/{decision.id}/").locator("main").inner_text()
    assert "Управление полиции" in head.go("/decisions/").locator("main").inner_text()
    head.do(f"/decisions/{decision.id}/report/", words="Проведено 14 рейдов", done=True)
    assert "исполнен" in head.go(f"{at}/").locator("main").inner_text().lower()
    quarter = today.replace(month=(today.month - 1) // 3 * 3 + 1, day=1)
    head.do("/plans/new/", kind="joint", period="quarter", starts_on=quarter.isoformat(), title="Рейды")
    plan = Plan.objects.get()
    measure = {"what": "Рейды у школ", "norm": "Приказ № 127, 7.4", "due_on": today.isoformat()}
    head.do(f"/plans/{plan.id}/add/", body=str(member.body_id), **measure)
    head.do(f"/plans/{plan.id}/ask/", body=str(member.body_id), asked_how="письмо № 2-14")
    head.do(f"/plans/{plan.id}/answer/", consent=str(plan.consents.get().id), proof="письмо № 3")
    head.do(f"/plans/{plan.id}/approve/")
    assert "письмо № 3" in head.go(f"/plans/{plan.id}/").locator("main").inner_text()
    head.go("/plans/behind/").get_by_role("link", name="1", exact=True).first.click()
    assert "Рейды у школ" in head.page.locator("main").inner_text()
