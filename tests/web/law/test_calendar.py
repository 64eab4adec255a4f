"""The calendar's pages: drawn for everybody, changed by whom the law lets, looked at before it is saved."""

from datetime import date

import pytest
from django.test import Client

from qadaga.accounts.models import User
from qadaga.offices.models import Office
from qadaga.staff.models import Person
from qadaga.workdays import selectors
from qadaga.workdays.models import Recount
from tests.web.offices.conftest import SignIn, beside, district, region, sign_in, stopped_clock, top

__all__ = ["beside", "district", "region", "sign_in", "stopped_clock", "top"]
FORM = {
    "what": "moved",
    "rest": "2026-09-17",
    "worked": "2026-09-19",
    "act": "№ 512",
    "decided_on": "2026-07-01",
    "version": "0",
}


@pytest.fixture
def admin(top: Office, sign_in: SignIn) -> Client:
    client = sign_in(top, "it_administrator")
    User.objects.update(language="en")
    return client


def test_the_year_is_drawn_with_its_moved_days(admin: Client) -> None:
    page = admin.get("/law/calendar/2025/").text
    assert page.count('class="q-month"') == 12
    assert "worked in place of 03.01.2025" in page
    assert "G24G0000436" in page
    assert "are not published here yet" not in page
    assert "are not published here yet" in admin.get("/law/calendar/2026/").text
    assert admin.get("/law/calendar/")["Location"] == "/law/calendar/2026/"
    assert admin.get("/law/calendar/1066/").status_code == 404


def test_only_whom_the_law_lets_is_offered_the_change(district: Office, sign_in: SignIn) -> None:
    head = sign_in(district, "district_prosecutor")
    assert "/change/" not in head.get("/law/calendar/2026/").text
    refused = head.get("/law/calendar/2026/change/")
    assert refused.status_code == 403
    assert "L.1.2" in refused.text


def test_a_change_is_looked_at_and_then_saved(admin: Client) -> None:
    looked = admin.post("/law/calendar/2026/change/", {**FORM, "do": "preview"})
    assert looked.status_code == 200
    assert "Days whose work changes: 17.09.2026, 19.09.2026." in looked.text
    assert selectors.table_of(2026).days == ()
    saved = admin.post("/law/calendar/2026/change/", {**FORM, "do": "save"})
    row = Recount.objects.get()
    assert saved["Location"] == f"/law/calendar/recounts/{row.id}/"
    assert admin.get(saved["Location"]).status_code == 200
    assert "№ 512 · 01.07.2026" in admin.get("/law/calendar/2026/").text
    assert not selectors.current().working_day(date(2026, 9, 17))


def test_the_second_administrator_is_told_and_keeps_what_was_typed(admin: Client) -> None:
    admin.post("/law/calendar/2026/change/", {**FORM, "do": "save"})
    other = {**FORM, "rest": "2026-10-01", "worked": "2026-10-03", "do": "save"}
    page = admin.post("/law/calendar/2026/change/", other)
    assert page.status_code == 422
    assert "Somebody else changed this year" in page.text
    assert 'value="2026-10-01"' in page.text
    assert 'name="version" value="1"' in page.text
    assert admin.post("/law/calendar/2026/change/", {**other, "version": "1"}).status_code == 302


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"act": ""}, "This is needed for the change chosen"),
        ({"rest": "2026-09-20"}, "This day is a day of rest already"),
        ({"worked": "2026-09-16"}, "This day is worked already"),
        ({"rest": "2027-09-17"}, "The day lies in another year"),
        ({"rest": "yesterday"}, "There is no such day"),
        ({"what": "remove", "remove": ""}, "This is needed for the change chosen"),
        ({"what": "wonder"}, "Select a valid choice"),
    ],
)
def test_a_change_that_cannot_be_is_said_beside_its_field(
    admin: Client, given: dict[str, str], said: str
) -> None:
    for what in ("preview", "save"):
        page = admin.post("/law/calendar/2026/change/", {**FORM, **given, "do": what})
        assert page.status_code == 422
        assert said in page.text


def test_a_day_is_taken_out(admin: Client) -> None:
    admin.post("/law/calendar/2026/change/", {**FORM, "do": "save"})
    page = admin.get("/law/calendar/2026/change/?remove=2026-09-17")
    assert 'value="remove"' in page.text
    gone = {"what": "remove", "remove": "2026-09-17", "version": "1", "do": "save"}
    assert admin.post("/law/calendar/2026/change/", gone).status_code == 302
    assert selectors.table_of(2026).days == ()


def test_a_recount_that_is_not_there_is_not_found(admin: Client) -> None:
    assert Person.objects.exists()
    address = "/law/calendar/recounts/00000000-0000-7000-8000-000000000000/"
    assert admin.get(address).status_code == 404
