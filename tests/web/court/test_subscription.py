"""The address of a calendar: bears to be kept outside, ends with the login, is read only so often."""

import logging
from collections.abc import Iterator
from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from qadaga.accounts import calendars
from qadaga.accounts.closing import end_everywhere
from qadaga.accounts.models import CalendarAddress
from qadaga.common import clock
from qadaga.court.models import Hearing
from qadaga.matters.models import Matter
from qadaga.staff.models import Appointment
from tests.casework import MONDAY, Town, assigned_matter, make_town
from tests.courtwork import make_case, make_hearing
from tests.web.alarms.test_pages import reads, signed_in


@pytest.fixture
def town(db: None) -> Town:
    return make_town()


@pytest.fixture(autouse=True)
def stopped() -> Iterator[None]:
    with clock.frozen(MONDAY):
        yield


def subscribed(client: Client) -> str:
    """Make the address on its page; the path it shows, once."""
    page = client.post("/account/calendar/").content.decode()
    assert "webcal://testserver/calendar/" in page
    path = page.partition('id="secret">http://testserver')[2].partition("<")[0]
    assert path not in client.get("/account/calendar/").content.decode()
    return path


def test_it_tells_numbers_court_and_hour_and_nothing_else(town: Town) -> None:
    hearing = make_hearing(town, make_case(town))
    matter = assigned_matter(town)
    Matter.objects.filter(id=matter.id).update(due_on=MONDAY + timedelta(days=3))
    hidden = assigned_matter(town)
    Matter.objects.filter(id=hidden.id).update(due_on=MONDAY, direction="covert")
    Hearing.objects.filter(id=hearing.id).update(officer=matter.assignee_id)
    name = next(
        name for name in ("assistant", "second", "head") if getattr(town, name).id == matter.assignee_id
    )
    client = signed_in(town, name)
    path = subscribed(client)
    stranger = Client()
    answer, cost = reads(stranger, path)
    assert cost <= 8
    case = hearing.owner
    assert case.court in answer.replace("\r\n ", "")
    assert not [one for one in (case.about, hearing.room, matter.title, hidden.number_text) if one in answer]
    assert f"SUMMARY:Срок: {matter.number_text}" in answer
    assert "DTSTART;VALUE=DATE:20260910" in answer
    again = stranger.get(path)
    same = stranger.get(path, headers={"If-None-Match": again["ETag"]})
    since = stranger.get(path, headers={"If-Modified-Since": again["Last-Modified"]})
    assert (again.status_code, same.status_code, since.status_code) == (200, 304, 304)
    assert town.actor(name).name.split()[0] not in answer


def test_it_ends_with_the_login_the_post_and_a_new_address(
    town: Town, caplog: pytest.LogCaptureFixture
) -> None:
    client, stranger = signed_in(town, "head"), Client()
    first = subscribed(client)
    second = subscribed(client)
    assert [stranger.get(path).status_code for path in (first, second)] == [404, 200]
    assert stranger.post(second).status_code == 405
    client.post("/account/calendar/revoke/")
    third = subscribed(client)
    held = Appointment.objects.filter(id=town.head.id)
    held.update(ends_on=MONDAY)
    assert stranger.get(third).status_code == 404
    held.update(ends_on=None)
    user = CalendarAddress.objects.latest("created_at").user
    with caplog.at_level(logging.DEBUG):
        assert stranger.get(third).status_code == 200
        end_everywhere(user, timezone.now())
        assert [stranger.get(path).status_code for path in (second, third)] == [404, 404]
        assert stranger.get("/calendar/Қ.ics").status_code == 404
        assert stranger.post(third).status_code == 405
    assert third.removeprefix("/calendar/").removesuffix(".ics") not in caplog.text
    assert client.post("/account/calendar/revoke/").status_code == 404


def test_it_is_read_only_so_often_an_hour(town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(calendars, "READS", 3)
    path, stranger = subscribed(signed_in(town, "head")), Client()
    assert [stranger.get(path).status_code for _ in range(5)] == [200, 200, 200, 429, 429]
    assert stranger.get(path)["Retry-After"] == "3600"
    CalendarAddress.objects.update(window_at=clock.now() - timedelta(hours=1))
    assert stranger.get(path).status_code == 200
