"""Somebody held unlawfully is found, heard up the line and released; a visit is carried out on a phone."""

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page
from pytest_django.live_server_helper import LiveServer

from qadaga.accounts.models import User
from qadaga.common import clock
from qadaga.supervision.custody import services
from qadaga.supervision.custody.lists import lists
from qadaga.supervision.custody.models import HeldPerson, Place, Visit
from tests.browser.conftest import ARGUMENTS, NewPage, assert_accessible, program, sign_in
from tests.browser.test_thread import PASSWORD, seats
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
    items = lists().on(place.kind, today).items
    answers = {f"verdict_{item.id}": "held" for item in items}
    answers |= {"verdict_food": "not_held", "remark_food": "Кешкі ас берілмеген"}
    officer.do(f"/visits/{visit.id}/fill/", **answers)
    page = officer.go(f"/visits/{visit.id}/fill/")
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    officer.do(f"/visits/{visit.id}/finish/", outcome="Бір тармақ сақталмайды")
    visit.refresh_from_db()
    assert (visit.status, visit.answers.count()) == ("done", len(items))


@pytest.fixture
def phone(chromium: Browser, live_server: LiveServer, tmp_path: Path) -> Iterator[Callable[[], Page]]:
    """A telephone whose browser is closed and opened again by each call: the same device, a new start."""
    opened: list[BrowserContext] = []

    def start() -> Page:
        for context in opened:
            context.close()
        opened[:] = [
            chromium.browser_type.launch_persistent_context(
                tmp_path / "device",
                executable_path=program(),
                args=ARGUMENTS,
                viewport={"width": 360, "height": 740},
                base_url=live_server.url,
                reduced_motion="reduce",
            )
        ]
        return opened[0].pages[0]

    yield start
    for context in opened:
        context.close()


def said(page: Page, item: str, verdict: str, remark: str = "") -> None:
    point = page.locator(f"[data-item={item}]")
    point.locator(f"input[value={verdict}]").check()
    if remark:
        point.locator("[data-remark]").fill(remark)


def saved(page: Page, words: str) -> None:
    page.locator("[data-standing]", has_text=words).wait_for()


AGED = """day => new Promise((done) => {
  const asked = indexedDB.open("qadaga-kept", 1);
  asked.onsuccess = () => {
    const change = asked.result.transaction("lists", "readwrite");
    const rows = change.objectStore("lists");
    rows.getAll().onsuccess = (found) => {
      const kept_at = new Date(Date.now() - 3 * 24 * 60 * 60 * 1000).toISOString();
      found.target.result.forEach((list) => rows.put({ ...list, kept_at, planned_on: day }));
    };
    change.oncomplete = () => { asked.result.close(); done(); };
  };
})"""


def aged(page: Page, planned_on: date) -> None:
    """The list on the device as if it had been taken three days ago for a visit of that day."""
    page.evaluate(AGED, planned_on.isoformat())
    page.goto("/")
    page.wait_for_load_state("networkidle")


def test_a_check_list_goes_along_where_there_is_no_network(
    town: Town, new_page: NewPage, phone: Callable[[], Page]
) -> None:
    place, today = register(town), clock.today()
    head = town.actor("head", today)
    visit = services.plan(
        place_id=place.id, officer_id=town.assistant.id, planned_on=today, by=head, on=today
    )
    town.assistant.person.user = User.objects.create_user("away", PASSWORD, language="ru")
    town.assistant.person.save(update_fields=["user"])

    # Before leaving: the list goes on the telephone.
    page = phone()
    sign_in(page, "away", PASSWORD)
    page.goto(f"/visits/{visit.id}/")
    page.locator("[data-keep]").click()
    page.wait_for_url("**/visits/kept/")
    saved(page, "Ответов на этом устройстве: 0")
    assert_accessible(page)

    # Taken on Friday for Monday it is still there on Monday, and gone once Monday is over.
    aged(page, today)
    assert page.evaluate("localStorage.getItem('qadaga-kept')") == "1"
    aged(page, today - timedelta(days=2))
    page.wait_for_function("localStorage.getItem('qadaga-kept') === null")
    page.goto(f"/visits/{visit.id}/")
    page.locator("[data-keep]").click()
    page.wait_for_url("**/visits/kept/")
    saved(page, "Ответов на этом устройстве: 0")

    # No network; the browser is closed and opened again; the list is there, and so are the answers.
    page.context.set_offline(True)
    page.locator("[data-begin]").click()
    said(page, "food", "not_held", "Ужина нет")
    saved(page, "Нет сети · Ответов на этом устройстве: 1")
    page = phone()
    page.context.set_offline(True)
    page.goto(f"/visits/{visit.id}/")
    saved(page, "Нет сети · Ответов на этом устройстве: 1")
    assert page.locator("[data-item=food] [data-remark]").input_value() == "Ужина нет"
    for item in lists().on(place.kind, today).items:
        if item.id != "food":
            said(page, item.id, "held")
    form = page.locator("[data-find] form")
    page.locator("[data-find] summary").click()
    fields = {"name": "Ким Олег", "held_since": "2026-01-01T10:00", "paper": "нет", "why": "Протокола нет."}
    for name, value in fields.items():
        form.locator(f"[name={name}]").fill(value)
    form.locator("button").click()
    assert "Позвоните руководителю" in page.locator("[data-phone]").inner_text()
    assert_accessible(page)

    # Meanwhile the head answers a point as well.
    services.begin(visit_id=visit.id, version=1, by=head, on=today)
    theirs = {"food": services.Answered("held")}
    services.fill(visit_id=visit.id, version=2, answers=theirs, by=head, on=today)

    # Back: the session ended with the browser. Sign in, send once, choose.
    page.context.set_offline(False)
    page.locator(".q-kept-foreign").wait_for()
    assert not page.locator("[data-found-name]").is_visible()  # nor to whoever else sits down there now
    page.locator("[data-signin] a").click()
    sign_in(page, "away", PASSWORD)
    page.goto("/visits/kept/")
    page.locator("[data-found-name]").wait_for(state="detached")
    assert HeldPerson.objects.get().told_at is not None
    page.locator("[data-send]").click()
    page.wait_for_url("**/settle/")
    assert "Ваш, с устройства: Не соблюдается — Ужина нет" in page.locator("main").inner_text()
    page.locator("input[value=take]").check()
    page.locator("#step-form button[type=submit]").click()
    page.wait_for_url(f"**/visits/{visit.id}/")
    assert "Сейчас" not in page.locator("#answers").inner_text()
    assert visit.answers.get(item="food").remark == "Ужина нет"
    assert page.evaluate("indexedDB.databases().then(all => all.length)") <= 1
    page.goto("/visits/kept/")
    page.locator("[data-none]").wait_for()
    assert page.evaluate("caches.keys()") == []
