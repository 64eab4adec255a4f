"""Logins: who gives them, what a one-time password is good for, what ends when one is closed."""

from datetime import timedelta

import pytest
from django.test import Client

from qadaga.accounts import tokens
from qadaga.accounts.models import User
from qadaga.authority import NotPermitted
from qadaga.common import clock
from qadaga.common.errors import Conflict, InvalidInput, NotFound
from qadaga.journal.models import Entry
from qadaga.law.messages import BY_MARK
from qadaga.organisation import logins
from qadaga.staff.models import ActingHead, Appointment
from qadaga.staff.selectors import service_of
from tests.organisation.conftest import TODAY, Service
from tests.staffing import actor_of, make_actor, make_appointment

NEW = "tulpar-samruk-2026"


@pytest.fixture
def officer(service: Service) -> Appointment:
    return make_appointment(service.office, "assistant")


def give(service: Service, held: Appointment, username: str = "A.Akhmetova", by=None) -> logins.Given:
    actor = by or actor_of(service.head, TODAY)
    return logins.give(by=actor, on=TODAY, person_id=held.person_id, username=username)


def sign_in(username: str, password: str) -> tuple[Client, object]:
    client = Client()
    return client, client.post("/accounts/login/", {"login": username, "password": password})


def test_the_one_time_password_opens_and_has_to_be_changed(service: Service, officer: Appointment) -> None:
    given = give(service, officer)
    assert given.user.username == "a.akhmetova"
    client, answer = sign_in("a.akhmetova", given.password)
    assert answer.status_code == 302
    assert client.get("/")["Location"].startswith("/accounts/password/change/")
    client.post(
        "/accounts/password/change/",
        {"oldpassword": given.password, "password1": NEW, "password2": NEW},
    )
    assert client.get("/").status_code == 200
    entry = Entry.objects.get(action="login.give")
    assert entry.subject_id == officer.person_id
    assert given.password not in str(entry.data)
    assert "akhmetova" not in str(entry.data)


def test_a_password_nobody_used_runs_out(service: Service, officer: Appointment) -> None:
    given = give(service, officer)
    with clock.frozen(clock.now() + timedelta(days=4)):
        _, answer = sign_in("a.akhmetova", given.password)
    assert answer.status_code == 200
    given.user.refresh_from_db()
    assert given.user.last_login is None


def test_a_reset_ends_sessions_and_tokens(service: Service, officer: Appointment) -> None:
    given = give(service, officer)
    client, _ = sign_in("a.akhmetova", given.password)
    client.post(
        "/accounts/password/change/", {"oldpassword": given.password, "password1": NEW, "password2": NEW}
    )
    now = clock.now()
    _, secret = tokens.issue(
        user=given.user, appointment_id=officer.id, name="x", expires_at=now + timedelta(days=5), now=now
    )
    again = logins.reset(by=actor_of(service.head, TODAY), on=TODAY, person_id=officer.person_id)
    assert again.password != given.password
    assert client.get("/")["Location"].startswith("/accounts/login/")
    assert tokens.authenticate(secret, now) is None
    assert sign_in("a.akhmetova", NEW)[1].status_code == 200
    assert sign_in("a.akhmetova", again.password)[1].status_code == 302


def test_a_closed_login_is_out_at_once_and_can_be_opened_again(
    service: Service, officer: Appointment
) -> None:
    given = give(service, officer)
    client, _ = sign_in("a.akhmetova", given.password)
    who = {"by": actor_of(service.head, TODAY), "on": TODAY, "person_id": officer.person_id}
    with pytest.raises(InvalidInput):
        logins.close(reason=" ", **who)
    logins.close(reason="Уволен", **who)
    assert client.get("/")["Location"].startswith("/accounts/login/")
    assert sign_in("a.akhmetova", given.password)[1].status_code != 200 or not User.objects.get().is_active
    with pytest.raises(Conflict):
        logins.reset(**who)
    opened = logins.reopen(**who)
    assert sign_in("a.akhmetova", opened.password)[1].status_code == 302
    assert [entry.action for entry in Entry.objects.order_by("id")] == [
        "login.give",
        "login.close",
        "login.reopen",
    ]


@pytest.mark.parametrize("username", ["", "два слова", "a/b", "a\0b", "x" * 65, "taken"])
def test_a_bad_user_name_is_named(service: Service, officer: Appointment, username: str) -> None:
    User.objects.create_user("taken")
    with pytest.raises(InvalidInput) as refused:
        give(service, officer, username)
    assert [fault.field for fault in refused.value.fields] == ["username"]


def test_a_second_login_is_refused(service: Service, officer: Appointment) -> None:
    give(service, officer)
    with pytest.raises(Conflict):
        give(service, officer, "other")


def test_nobody_gives_one_to_a_neighbour_to_oneself_or_to_the_own_head(
    service: Service, officer: Appointment
) -> None:
    beside = make_appointment(service.beside, "assistant")
    administrator = make_actor(service.office, "it_administrator", on=TODAY)
    for held, by, refusal in (
        (beside, actor_of(service.head, TODAY), NotFound),
        (service.head, administrator, NotPermitted),
        (officer, actor_of(officer, TODAY), NotPermitted),
    ):
        with pytest.raises(refusal):
            give(service, held, by=by)
    give(service, service.head, "head", by=make_actor(service.region, "it_administrator", on=TODAY))


def test_a_login_that_opens_a_post_elsewhere_is_not_managed_from_the_first_post(
    service: Service, officer: Appointment
) -> None:
    give(service, officer)
    make_appointment(service.region, "regional_prosecutor", officer.person, since=TODAY)
    by = actor_of(service.head, TODAY)
    with pytest.raises(NotPermitted):
        logins.reset(by=by, on=TODAY, person_id=officer.person_id)
    assert not logins.ruling_on(service_of(officer.person_id), by, TODAY).allowed
    logins.reset(by=service.staff_officer, on=TODAY, person_id=officer.person_id)


@pytest.mark.parametrize("post", ["it_administrator", "staff_officer", "first_deputy_pg"])
def test_nobody_signs_in_as_the_prosecutor_general(service: Service, post: str) -> None:
    general = make_appointment(service.top, "prosecutor_general")
    with pytest.raises(NotPermitted) as refused:
        give(service, general, "general", by=make_actor(service.top, post, on=TODAY))
    assert [one.message for one in refused.value.ruling.missing] == [BY_MARK["head_login"]]


@pytest.mark.parametrize("acts", [True, False])
def test_the_login_of_whoever_may_sign_for_the_head_is_the_heads_to_manage(
    service: Service, officer: Appointment, acts: bool
) -> None:
    held = officer if acts else make_appointment(service.office, "deputy_district")
    if acts:
        ActingHead.objects.create(office=service.office, appointment=held, starts_on=TODAY)
    administrator = make_actor(service.office, "it_administrator", on=TODAY)
    with pytest.raises(NotPermitted) as refused:
        give(service, held, by=administrator)
    assert [one.message for one in refused.value.ruling.missing] == [BY_MARK["stand_in_login"]]
    give(service, held)
    logins.reset(
        by=make_actor(service.region, "it_administrator", on=TODAY), on=TODAY, person_id=held.person_id
    )
