"""The address of a calendar: bears to be kept outside, ends with the login, is read only so often."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
from allauth.usersessions.models import UserSession
from django.test import Client
from django.utils import timezone

from qadaga.accounts import calendars, tokens
from qadaga.accounts.closing import end_everywhere
from qadaga.accounts.models import CalendarAddress, User
from qadaga.common import clock, ical
from qadaga.court.models import Case, Hearing
from qadaga.journal.models import Entry
from qadaga.matters.models import Matter
from qadaga.staff.models import Appointment
from qadaga.supervision.pretrial.models import Case as Investigation
from tests.casework import MONDAY, Town, assigned_matter, draft_protest, make_town
from tests.courtwork import ERDR, make_case, make_hearing
from tests.inspecting import running
from tests.logged import written
from tests.pretrial import make_case as make_investigation
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
    assert "webcal" not in page
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


def test_it_ends_with_the_login_the_post_and_a_new_address(town: Town) -> None:
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
    assert stranger.get(third).status_code == 200
    end_everywhere(user, timezone.now())
    assert [stranger.get(path).status_code for path in (second, third)] == [404, 404]
    assert stranger.get("/calendar/Қ.ics").status_code == 404
    assert client.post("/account/calendar/revoke/").status_code == 404
    told = Entry.objects.filter(subject_kind="calendar_address", person_id=town.head.person_id)
    assert [(row.action, row.data.get("ended")) for row in told.order_by("seq")] == [
        ("calendar.make", 0),
        ("calendar.make", 1),
        ("calendar.end", None),
        ("calendar.make", 0),
    ]


def test_a_calendar_program_opens_it_by_a_safe_scheme_only(town: Town) -> None:
    page = signed_in(town, "head").post("/account/calendar/", secure=True).content.decode()
    assert 'id="secret">https://testserver/calendar/' in page
    assert 'href="webcals://testserver/calendar/' in page
    assert "webcal:" not in page


def test_the_secret_is_not_in_the_log_whatever_goes_wrong(
    town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, stranger = subscribed(signed_in(town, "head")), Client(raise_request_exception=False)

    def fails(_events: object, _name: str) -> str:
        raise ValueError(f"at {path}")

    with written("django") as log:
        codes = [
            stranger.get(f"{path}/").status_code,
            stranger.post(path).status_code,
            stranger.get(path, headers={"host": "elsewhere.example"}).status_code,
        ]
        monkeypatch.setattr(ical, "calendar", fails)
        codes.append(stranger.get(path).status_code)
    assert codes == [404, 405, 400, 500]
    told = log.getvalue()
    assert path.removeprefix("/calendar/").removesuffix(".ics") not in told
    assert "Not Found: /calendar/…" in told
    assert "ValueError: at /calendar/…" in told


def test_a_password_of_ones_own_ends_addresses_tokens_and_other_sessions(town: Town) -> None:
    client, other, stranger = signed_in(town, "head"), Client(), Client()
    user, old, new = User.objects.get(), "korshau-bereke-2026", "zhana-qupiya-soz-2027"
    for one in (client, other):
        one.post("/accounts/login/", {"login": user.username, "password": old})
    path = subscribed(client)
    _token, secret = tokens.issue(
        user=user,
        appointment_id=town.head.id,
        name="Export",
        expires_at=clock.now() + timedelta(days=9),
        now=clock.now(),
    )
    assert [one.get("/account/").status_code for one in (client, other)] == [200, 200]
    changed = {"oldpassword": old, "password1": new, "password2": new}
    assert client.post("/accounts/password/change/", changed).status_code == 302
    assert [one.get("/account/").status_code for one in (client, other)] == [200, 302]
    assert stranger.get(path).status_code == 404
    assert tokens.authenticate(secret, clock.now()) is None
    assert [one.user_id for one in UserSession.objects.all()] == [user.pk]
    assert Entry.objects.get(action="login.password").data["tokens"] == 2


@pytest.mark.parametrize("behind", ["investigation", "act"])
def test_no_hearing_goes_out_of_what_stands_under_a_secrecy_mark(town: Town, behind: str) -> None:
    matter, case = assigned_matter(town), make_case(town)
    Hearing.objects.filter(id=make_hearing(town, case).id).update(officer=town.head.id)
    if behind == "act":
        Case.objects.filter(id=case.id).update(act=draft_protest(town, matter))
    else:
        Case.objects.filter(id=case.id).update(kind="criminal", erdr=ERDR, ground=None)
        make_investigation(town, erdr=ERDR)
        Investigation.objects.update(matter=matter)
    path = subscribed(signed_in(town, "head"))
    open_to_all, cost = reads(Client(), path)
    assert case.court in open_to_all.replace("\r\n ", "")
    assert cost <= 8
    running(town, matter, secrecy="commercial")
    assert "DTSTART:" not in Client().get(path).content.decode()


def test_it_is_read_only_so_often_an_hour(town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(calendars, "READS", 3)
    path, stranger = subscribed(signed_in(town, "head")), Client()
    assert [stranger.get(path).status_code for _ in range(5)] == [200, 200, 200, 429, 429]
    assert stranger.get(path)["Retry-After"] == "3600"
    CalendarAddress.objects.update(window_at=clock.now() - timedelta(hours=1))
    assert stranger.get(path).status_code == 200
