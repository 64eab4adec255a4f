"""Orders in a real browser: a head writes and signs one, two people confirm it, the third is shown as not
familiar; a directive to somebody of another office is refused with the clause.
"""

import pytest

from qadaga.organisation.orders.models import Order
from tests.browser.conftest import NewPage, assert_accessible
from tests.browser.test_thread import Person, fill, seats
from tests.casework import Town, make_town

TEXT = {
    "language": "both",
    "title_kk": "Жолданымдарды тіркеу туралы",
    "text_kk": "1. Жолданымдар түскен күні тіркелсін.",
    "title_ru": "О регистрации обращений",
    "text_ru": "1. Регистрировать обращения в день поступления.",
}


@pytest.fixture
def town(transactional_db: None) -> Town:
    return make_town()


@pytest.mark.clause("O.4", "O.13.2", "O.15", "O.P1", "O.P4", "O.P5", "O.3", "O.2")
def test_an_order_is_signed_and_made_known(town: Town, new_page: NewPage) -> None:
    seat = seats(town, new_page, "ru", 1440)
    head = seat("head")
    head.do("/orders/new/", **TEXT, norms="O.13.2")
    order = Order.objects.get()
    head.do(f"/orders/{order.id}/sign/")
    order.refresh_from_db()
    assert order.number_text == "БҰ-dis-2026/000001"
    _confirm_in_my_day(seat("clerk"), order)
    _confirm_in_my_day(seat("assistant"), order)
    page = head.go(f"/orders/{order.id}/")
    waiting = page.locator("#familiar tr", has_text="Ещё не ознакомлен")
    assert waiting.count() == 2
    assert town.second.person.last_name in " ".join(waiting.all_inner_texts())
    assert town.clerk.person.last_name not in " ".join(waiting.all_inner_texts())


@pytest.mark.clause("O.13.2")
def test_a_directive_to_another_office_is_refused_with_the_clause(town: Town, new_page: NewPage) -> None:
    head = seats(town, new_page, "kk", 360)("head")
    page = head.go("/orders/new/")
    words = {"form": "directive", "language": "kk", "audience": "listed"}
    for name, value in (words | {name: TEXT[name] for name in ("title_kk", "text_kk")}).items():
        fill(page, name, value)
    fill(page, "others", town.neighbour.person.name)
    page.locator("#step-form button.btn-primary[type=submit]").click()
    page.wait_for_load_state()
    assert_accessible(page)
    assert "O.13.2" in page.locator("[data-error-summary]").inner_text()
    assert page.locator("[name=title_kk]").input_value() == TEXT["title_kk"]
    assert not Order.objects.exists()


def _confirm_in_my_day(person: Person, order: Order) -> None:
    """One click on the first page."""
    page = person.go("/")
    page.locator("tr", has_text=str(order)).locator("button").click()
    page.wait_for_load_state()
    assert page.locator("tr", has_text=str(order)).count() == 0
