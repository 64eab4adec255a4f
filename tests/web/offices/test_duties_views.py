"""The pages of the distribution of duties, of what the acting signed, and the alarms of My day."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from qadaga.offices.models import Office
from qadaga.organisation.distribution import Share, distribute
from qadaga.staff.duties.selectors import distribution_on, duties_in
from qadaga.staff.models import Appointment
from tests.ordering import signed_order
from tests.staffing import actor_of, make_appointment, send_away
from tests.web.offices.conftest import TODAY, SignIn


@pytest.fixture
def deputy(district: Office) -> Appointment:
    return make_appointment(district, "deputy_district")


@pytest.fixture
def client(district: Office, head: Appointment, sign_in: SignIn) -> Client:
    return sign_in(district, "head", head)


def test_without_a_distribution_the_page_says_what_to_do(client: Client) -> None:
    page = client.get("/offices/d/duties/")
    assert page.status_code == 200
    assert "/offices/d/duties/new/" in page.content.decode()
    assert page.context["matrix"].empty.title in page.content.decode()


def test_duties_are_distributed_and_shown_with_their_gaps(
    client: Client, head: Appointment, deputy: Appointment
) -> None:
    order = signed_order(actor_of(head, TODAY), TODAY, kind="duties")
    data = {
        "starts_on": TODAY.isoformat(),
        "order": order.number_text,
        f"directions_{deputy.id.hex}": ["court", "appeals"],
        f"place_{deputy.id.hex}": "1",
    }
    wrong = client.post("/offices/d/duties/new/", {**data, "order": "нет такого"})
    assert set(wrong.context["form"].errors) == {"order"}
    assert client.post("/offices/d/duties/new/", data)["Location"] == "/offices/d/duties/"
    found = distribution_on(head.office_id, TODAY)
    assert found is not None
    assert {duty.direction for duty in duties_in(found)} == {"court", "appeals"}
    page = client.get("/offices/d/duties/")
    assert order.number_text in page.content.decode()
    marked = [row for row in page.context["matrix"].rows if row.tone == "warning"]
    assert len(marked) == len(page.context["matrix"].rows)
    again = client.get("/offices/d/duties/new/").context["form"]
    assert set(again.initial[f"directions_{deputy.id.hex}"]) == {"court", "appeals"}


def test_a_deputy_gets_the_ruling_instead_of_the_form(
    district: Office, head: Appointment, sign_in: SignIn
) -> None:
    answer = sign_in(district, "deputy_district").get("/offices/d/duties/new/")
    assert (answer.status_code, "O.12" in answer.content.decode()) == (403, True)


def test_the_matrix_costs_the_same_whatever_the_people(
    client: Client, district: Office, head: Appointment
) -> None:
    def cost(people: int) -> int:
        order = signed_order(actor_of(head, TODAY), TODAY, kind="duties")
        shares = [Share(make_appointment(district, "assistant").id, ("court",)) for _ in range(people)]
        day = TODAY + timedelta(days=people)
        by = actor_of(head, TODAY)
        distribute(by=by, on=TODAY, office_id=district.id, starts_on=day, order_id=order.id, shares=shares)
        with CaptureQueriesContext(
            connection,
        ) as queries:
            assert client.get(f"/offices/d/duties/?on={day.isoformat()}").status_code == 200
        return len(queries)

    client.get("/offices/d/duties/")
    assert cost(1) == cost(9) <= 12


def test_what_the_acting_signed_is_for_the_scope_only(
    client: Client, beside: Office, head: Appointment, sign_in: SignIn
) -> None:
    address = "/offices/d/acting/signed/"
    assert client.get(address).status_code == 200
    assert sign_in(beside, "district_prosecutor").get(address).status_code == 404
    assert client.get(address, {"since": "2026-02-01", "until": "2026-01-01"}).status_code == 422
    assert client.get(address, {"since": "x", "until": ""}).status_code == 422


def test_the_office_above_is_told_where_nobody_may_sign(
    region: Office, district: Office, head: Appointment, sign_in: SignIn
) -> None:
    above = sign_in(region, "regional_prosecutor")
    assert "/pressing/" in above.get("/").content.decode()
    assert "/offices/d/acting/" not in above.get("/pressing/").content.decode()
    send_away(head.person, TODAY)
    assert "/offices/d/acting/" in above.get("/pressing/").content.decode()
    part = above.get("/pressing/", headers={"hx-request": "true"}).content.decode()
    assert "/offices/d/acting/" in part
    assert "<html" not in part
    officer = sign_in(region, "prosecutor")
    assert "/pressing/" not in officer.get("/").content.decode()
    assert "/offices/d/acting/" not in officer.get("/pressing/").content.decode()
