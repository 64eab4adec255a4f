"""Pages of orders: drafting, the card, one click from My day, refusals with the clause."""

from collections.abc import Callable

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from qadaga.accounts.models import User
from qadaga.authority.actor import Actor
from qadaga.common import clock
from qadaga.organisation.orders import services
from qadaga.organisation.orders.models import Order
from qadaga.staff.models import Appointment
from tests.ordering import make_draft, signed_order
from tests.organisation.orders.conftest import TODAY, House, make_house
from tests.staffing import make_appointment

DRAFT = {
    "form": "directive",
    "kind": "general",
    "language": "ru",
    "title_ru": "О дежурстве",
    "text_ru": "1. Дежурить.",
    "audience": "listed",
}
Seat = Callable[[Actor], Client]


@pytest.fixture
def house(db: None) -> House:
    return make_house()


@pytest.fixture(autouse=True)
def _today() -> object:
    with clock.frozen(TODAY):
        yield


@pytest.fixture
def seat() -> Seat:
    def sit(actor: Actor) -> Client:
        held = Appointment.objects.select_related("person").get(id=actor.appointment_id)
        user = held.person.user or User.objects.create_user(f"u{held.id.hex[-8:]}", "x-Pass-2026")
        held.person.user = user
        held.person.save()
        client = Client()
        client.force_login(user)
        return client

    return sit


def test_a_draft_is_made_on_the_page_and_opens_its_card(house: House, seat: Seat) -> None:
    answer = seat(house.head).post("/orders/new/", {**DRAFT, "addressees": [house.assistant.appointment_id]})
    order = Order.objects.get()
    assert answer.headers["Location"] == f"/orders/{order.id}/"
    assert [row.appointment_id for row in order.addressees.all()] == [house.assistant.appointment_id]


def test_somebody_of_another_office_is_refused_and_what_was_typed_stays(house: House, seat: Seat) -> None:
    stranger = Appointment.objects.select_related("person").get(id=house.stranger.appointment_id)
    answer = seat(house.head).post("/orders/new/", {**DRAFT, "others": stranger.person.name})
    page = answer.content.decode()
    assert answer.status_code == 403
    assert "O.13.2" in page
    assert "О дежурстве" in page
    assert not Order.objects.exists()


def test_a_name_nobody_bears_is_an_error_of_the_field(house: House, seat: Seat) -> None:
    answer = seat(house.head).post("/orders/new/", {**DRAFT, "others": "Никтов Никто"})
    assert answer.status_code == 422
    assert "Никтов Никто" in answer.content.decode()


def test_the_preview_is_a_pdf_of_what_is_typed(house: House, seat: Seat) -> None:
    client = seat(house.head)
    for values in (DRAFT, {}, {**DRAFT, "language": "xx", "title_ru": "\x00"}):
        answer = client.post("/orders/as-it-prints/", values)
        assert (answer.status_code, answer.headers["Content-Type"]) == (200, "application/pdf")


def test_one_click_in_my_day_makes_familiar_and_comes_back(house: House, seat: Seat) -> None:
    order = signed_order(house.head, TODAY)
    client = seat(house.clerk)
    assert str(order) in client.get("/").content.decode()
    answer = client.post(f"/orders/{order.id}/confirm/", {"from": "day"})
    assert answer.headers["Location"] == "/"
    assert order.addressees.get(appointment=house.clerk.appointment_id).familiar_on == TODAY
    assert f"/orders/{order.id}/confirm/" not in client.get("/").content.decode()


def test_the_card_tells_who_is_not_familiar_yet(house: House, seat: Seat) -> None:
    order = signed_order(house.head, TODAY)
    services.confirm(order_id=order.id, by=house.clerk, on=TODAY)
    page = seat(house.head).get(f"/orders/{order.id}/").content.decode()
    assert page.count("q-badge-warning") == 2


def test_the_card_and_the_list_ask_no_more_however_many_people(
    house: House, seat: Seat, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    for _ in range(12):
        make_appointment(house.office, "assistant")
    order = signed_order(house.head, TODAY)
    client = seat(house.head)
    client.get("/orders/")
    with django_assert_max_num_queries(8):
        client.get("/orders/")
    with django_assert_max_num_queries(8):
        client.get(f"/orders/{order.id}/")


@pytest.mark.parametrize("page", ["", "paper.pdf", "familiar/", "sign/", "edit/"])
def test_nobody_outside_finds_it(house: House, seat: Seat, page: str) -> None:
    order = make_draft(house.head, TODAY)
    assert seat(house.stranger).get(f"/orders/{order.id}/{page}").status_code == 404


@pytest.mark.parametrize("slug", ["edit", "submit", "sign", "withdraw"])
def test_the_steps_of_a_draft_open(house: House, seat: Seat, slug: str) -> None:
    order = make_draft(house.head, TODAY, audience="listed", addressees=[house.clerk.appointment_id])
    assert seat(house.head).get(f"/orders/{order.id}/{slug}/").status_code == 200


@pytest.mark.parametrize("slug", ["publish", "address", "paper", "controller", "point", "cancel"])
def test_the_steps_after_the_signature_open(house: House, seat: Seat, slug: str) -> None:
    order = signed_order(house.head, TODAY)
    assert seat(house.head).get(f"/orders/{order.id}/{slug}/").status_code == 200


def test_each_step_after_the_signature_is_carried_out(house: House, seat: Seat) -> None:
    order, client = signed_order(house.head, TODAY), seat(house.head)

    def send(slug: str, **values: object) -> None:
        order.refresh_from_db()
        answer = client.post(f"/orders/{order.id}/{slug}/", {"version": order.version, **values})
        assert answer.status_code == 302, answer.content.decode()

    day = TODAY.isoformat()
    send("publish", where="Сайт", published_on=day)
    send("paper", person=house.clerk.appointment_id, signed_on=day)
    send("controller", controller=house.deputy.appointment_id)
    send("point", what="Доложить", executor=house.assistant.appointment_id, due_on=day)
    send("accept", point=order.points.get().id)
    newcomer = make_appointment(house.office, "assistant")
    send("address", addressees=[newcomer.id])
    send("cancel", reason="Исполнен")
    order.refresh_from_db()
    assert (order.status, order.published_on, order.due_on) == ("cancelled", TODAY, None)
    assert order.addressees.filter(appointment=newcomer.id).exists()


def test_a_changed_text_is_compared(house: House, seat: Seat) -> None:
    order, client = make_draft(house.head, TODAY), seat(house.head)
    changed = {**DRAFT, "form": "order", "audience": "office", "version": order.version}
    assert client.post(f"/orders/{order.id}/edit/", changed).status_code == 302
    page = client.get(f"/orders/{order.id}/versions/1-2/").content.decode()
    assert "<ins>О дежурстве</ins>" in page
