"""An order is published and carried out, as the head, the clerk and the assistant of one office see it."""

import pytest

from qadaga.common import clock
from qadaga.organisation.orders.models import Order
from qadaga.organisation.orders.services import Wording
from tests.browser.conftest import NewPage
from tests.browser.seating import shown, told
from tests.browser.test_thread import seats
from tests.casework import Town, make_town
from tests.ordering import signed_order


@pytest.fixture
def order(transactional_db: None) -> tuple[Town, Order]:
    """An order signed by the head of a district."""
    town, today = make_town(), clock.today()
    town.assistant.person.last_name = "Сейтказина"
    town.assistant.person.save(update_fields=["last_name"])
    text = f"1. Ответственный: {town.assistant.person.last_name}, ИИН 850725400331."
    wording = Wording(title_ru="О журналах учёта", text_ru=text)
    return town, signed_order(town.actor("head", today), today, norms=["O.13.1"], wording=wording)


@pytest.mark.clause("O.P3")
def test_a_point_is_put_under_control_reported_on_and_taken_off(
    order: tuple[Town, Order], new_page: NewPage
) -> None:
    (town, order_), seat = order, seats(order[0], new_page, "ru", 1440)
    head, assistant = seat("head"), seat("assistant")
    card = f"/orders/{order_.id}/"
    head.do(f"{card}controller/", controller=town.deputy.id)
    due = clock.today().isoformat()
    head.do(f"{card}point/", what="Сверить журналы учёта", executor=town.assistant.id, due_on=due)
    assert "Сверить журналы учёта" in shown(assistant, "/")
    assistant.do(f"{card}report/", point=order_.points.get().id, words="Журналы сверены.")
    assert "O.P3" in assistant.refused(f"{card}accept/")
    deputy = seat("deputy")
    assert "Сверить журналы учёта" in shown(deputy, "/")
    assert "Журналы сверены." in shown(deputy, card)
    deputy.do(f"{card}accept/", point=order_.points.get().id)
    assert "Исполнено" in shown(head, card)


@pytest.mark.clause("O.P2")
def test_the_clerk_publishes_an_order_and_nobody_twice(order: tuple[Town, Order], new_page: NewPage) -> None:
    clerk, card = seats(order[0], new_page, "ru", 1440)("clerk"), f"/orders/{order[1].id}/"
    today = clock.today()
    where = {"where": "prokuror.gov.kz/akmola", "published_on": today.isoformat()}
    said = told(clerk, f"{card}publish/", **where)
    assert order[0].assistant.person.last_name in said
    assert "85…31" in said
    clerk.do(f"{card}publish/", **where, confirmed=True)
    assert "prokuror.gov.kz/akmola" in shown(clerk, card)
    assert order[1].sha256 == Order.objects.get(published_on=today).sha256
