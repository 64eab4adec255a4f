"""Somebody held unlawfully is found, heard up the line and released; a visit is carried out on a phone."""

import pytest

from qadaga.common import clock
from qadaga.supervision.custody import services
from qadaga.supervision.custody.lists import lists
from qadaga.supervision.custody.models import HeldPerson, Place, Visit
from tests.browser.conftest import NewPage
from tests.browser.test_thread import seats
from tests.casework import Town, make_town
from tests.custody import entered

pytestmark = pytest.mark.clause("L.3.6", "O.8.d6")


@pytest.fixture
def town(transactional_db: None) -> Town:
    return make_town()


def register(town: Town) -> Place:
    """The place, in the register since today: the pages ask the clock as well."""
    return services.register(entered=entered(), by=town.actor("head", clock.today()), on=clock.today())


def test_the_prosecutor_releases_at_once_and_everybody_above_sees_the_minutes(
    town: Town, new_page: NewPage
) -> None:
    place = register(town)
    seat = seats(town, new_page, "ru", 1440)
    head, above = seat("head"), seat("region_head")
    fields = {"wrong": "no_ground", "name": "Ким Олег", "held_since": "2026-01-01T10:00"}
    head.do(f"/places/{place.id}/find/", **fields, paper="нет", why="Протокола нет.")
    held = HeldPerson.objects.get()
    assert "1 обязанность на контроле по минутам" in above.go("/matters/").locator(".q-alarm").inner_text()
    assert "минут" in above.go("/alarms/").locator("main").inner_text()
    head.do(f"/held/{held.id}/release/", norm="УПК, статья 131")
    held.refresh_from_db()
    assert held.resolution.signer == town.head
    assert above.go("/matters/").locator(".q-alarm").count() == 0
    assert "ҚЛ-dis-2026/000001" in head.go(f"/held/{held.id}/").locator("#resolution").inner_text()


def test_a_visit_is_carried_out_on_a_phone(town: Town, new_page: NewPage) -> None:
    place, today = register(town), clock.today()
    services.plan(
        place_id=place.id,
        officer_id=town.assistant.id,
        planned_on=today,
        by=town.actor("head", today),
        on=today,
    )
    visit = Visit.objects.get()
    officer = seats(town, new_page, "kk", 360)("assistant")
    officer.do(f"/visits/{visit.id}/begin/")
    items = lists().editions[0].items
    answers = {f"verdict_{item.id}": "held" for item in items}
    answers |= {"verdict_food": "not_held", "remark_food": "Кешкі ас берілмеген"}
    officer.do(f"/visits/{visit.id}/fill/", **answers)
    page = officer.go(f"/visits/{visit.id}/fill/")
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    officer.do(f"/visits/{visit.id}/finish/", outcome="Бір тармақ сақталмайды")
    visit.refresh_from_db()
    assert (visit.status, visit.answers.count()) == ("done", len(items))
