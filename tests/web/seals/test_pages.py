"""Pages of seals and symbols."""

from collections.abc import Iterator

import pytest
from django.test import Client

from qadaga.accounts.models import User
from qadaga.authority.actor import Actor
from qadaga.common import clock
from qadaga.organisation.seals.models import Seal, Symbol
from qadaga.staff.models import Appointment
from tests.organisation.orders.conftest import TODAY, House, make_house


@pytest.fixture
def house(db: None) -> House:
    return make_house()


@pytest.fixture(autouse=True)
def _today() -> Iterator[None]:
    with clock.frozen(TODAY):
        yield


def seat(actor: Actor) -> Client:
    held = Appointment.objects.select_related("person").get(id=actor.appointment_id)
    held.person.user = User.objects.create_user(f"u{held.id.hex[-8:]}", "x-Pass-2026")
    held.person.save()
    client = Client()
    client.force_login(held.person.user)
    return client


def test_a_seal_is_registered_handed_over_and_taken(house: House) -> None:
    clerk, assistant = seat(house.clerk), seat(house.assistant)
    holder = str(house.clerk.appointment_id)
    values = {"kind": "seal", "mark": "№ 7", "name_kk": "Прокуратура", "holder": holder}
    assert clerk.post("/seals/new/", values).status_code == 302
    seal = Seal.objects.get()
    to = {"version": 1, "to": str(house.assistant.appointment_id)}
    assert clerk.post(f"/seals/{seal.id}/hand-over/", to).status_code == 302
    assert "№ 7" in assistant.get("/").content.decode()
    assert assistant.post(f"/seals/{seal.id}/take/", {"version": 2}).status_code == 302
    seal.refresh_from_db()
    assert seal.holder_id == house.assistant.appointment_id
    assert clerk.get(f"/seals/{seal.id}/").status_code == 200
    assert seat(house.stranger).get(f"/seals/{seal.id}/").status_code == 404


def test_the_blank_is_a_pdf(house: House) -> None:
    answer = seat(house.clerk).get("/seals/blank.pdf")
    assert (answer.status_code, answer.headers["Content-Type"]) == (200, "application/pdf")


def test_a_symbol_is_recorded_on_the_page(house: House) -> None:
    values = {
        **{"kind": "flag", "name_kk": "Ту", "name_ru": "Флаг", "description": "Полотнище"},
        **{"act_title": "Указ", "act_number": "1", "act_on": "2020-01-01", "starts_on": "2020-02-01"},
    }
    top, district = seat(house.general), seat(house.head)
    assert top.post("/symbols/new/", values).status_code == 302
    row = Symbol.objects.get()
    assert "Флаг" in district.get("/symbols/").content.decode()
    assert district.post("/symbols/new/", values).status_code == 403
    ended = {"ends_on": TODAY.isoformat(), "ground": "Указ № 2"}
    assert top.post(f"/symbols/{row.pk}/end/", ended).status_code == 302
