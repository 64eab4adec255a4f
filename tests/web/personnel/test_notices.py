"""The page of warnings, its days, and what My day shows of them."""

from datetime import date, timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from qadaga.offices.models import Office
from qadaga.organisation.notices import days, services
from qadaga.staff.models import Appointment
from tests.staffing import make_appointment, send_away
from tests.web.offices.conftest import TODAY, SignIn

PAGE = "/personnel/warnings/"


def _ending(office: Office, count: int) -> None:
    for _ in range(count):
        make_appointment(office, "prosecutor", until=TODAY + timedelta(days=5))
    services.give(TODAY)


def test_the_list_pages_by_key_and_costs_the_same_however_long(client: Client, district: Office) -> None:
    _ending(district, 1)
    client.get(PAGE)

    def cost() -> int:
        with CaptureQueriesContext(connection) as asked:
            assert client.get(PAGE).status_code == 200
        return sum(one["sql"].lstrip().upper().startswith("SELECT") for one in asked)

    few = cost()
    _ending(district, 55)
    assert cost() == few <= 8
    first = client.get(PAGE).content.decode()
    assert first.count("<tr") == 51
    address = first.split('href="?kind=&amp;cursor=')[1].split('"')[0]
    assert client.get(f"{PAGE}?kind=&cursor={address}").content.decode().count("<tr") == 7
    assert client.get(f"{PAGE}?cursor=made-up").status_code == 422


def test_the_days_are_set_at_the_top_and_faults_are_told(
    client: Client, top: Office, sign_in: SignIn
) -> None:
    assert client.get(f"{PAGE}days/").status_code == 403
    officer = sign_in(top, "staff_officer")
    data = {kind: ", ".join(map(str, steps)) for kind, steps in days.days_before().items()}
    wrong = officer.post(f"{PAGE}days/", {**data, "term": "скоро"})
    assert wrong.status_code == 422
    assert "скоро" in wrong.content.decode()
    assert officer.post(f"{PAGE}days/", {**data, "term": "100, 50"}).status_code == 302
    assert "100, 50" in officer.get(PAGE).content.decode()


@pytest.mark.clause("L.2.2")
def test_my_day_tells_whoever_it_concerns_and_who_leads(
    district: Office, head: Appointment, assistant: Appointment, sign_in: SignIn
) -> None:
    send_away(assistant.person, date(2026, 7, 1), TODAY + timedelta(days=1))
    services.give(TODAY)
    for who, held in (("assistant", assistant), ("district_prosecutor", head)):
        page = sign_in(district, who, held).get("/").content.decode()
        assert "Что скоро заканчивается" in page
        assert assistant.person.last_name in page
    other = sign_in(district, "prosecutor").get("/").content.decode()
    assert "Что скоро заканчивается" not in other
