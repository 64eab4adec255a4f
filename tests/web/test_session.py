"""Sign-in, sign-out, the session's end, the password and the second step."""

from datetime import timedelta
from urllib.parse import quote

import pytest
from allauth.mfa.totp.internal.auth import (
    TOTP,
    format_hotp_value,
    generate_totp_secret,
    hotp_value,
    yield_hotp_counters_from_time,
)
from allauth.mfa.utils import is_mfa_enabled
from django.conf import settings
from django.test import Client

from qadaga.accounts.models import User
from qadaga.common import clock
from qadaga.staff.models import Appointment
from tests.web.conftest import PASSWORD


def test_after_an_hour_without_work_one_signs_in_again(staff: Client) -> None:
    started = clock.now()
    with clock.frozen(started):
        assert staff.get("/account/").status_code == 200
    with clock.frozen(started + settings.SESSION_IDLE - timedelta(seconds=1)):
        assert staff.get("/account/").status_code == 200
    with clock.frozen(started + 2 * settings.SESSION_IDLE):
        answer = staff.get("/account/", follow=True)
    assert answer.redirect_chain[0][0].startswith("/accounts/login/")
    assert "Сеанс закончился" in answer.text


def test_a_busy_session_ends_after_its_whole_time(staff: Client) -> None:
    started = clock.now()
    steps = settings.SESSION_COOKIE_AGE // 1800
    for step in range(steps + 1):
        with clock.frozen(started + step * timedelta(minutes=30)):
            assert staff.get("/account/").status_code == 200, step
    with clock.frozen(started + timedelta(seconds=settings.SESSION_COOKIE_AGE + 60)):
        assert staff.get("/account/").status_code == 302


def test_signing_out_takes_a_post(staff: Client) -> None:
    assert staff.get("/accounts/logout/").status_code == 200
    assert staff.get("/account/").status_code == 200
    staff.post("/accounts/logout/")
    assert staff.get("/account/").status_code == 302


def test_whoever_got_a_password_changes_it_first(staff: Client, user: User) -> None:
    User.objects.filter(pk=user.pk).update(must_change_password=True)
    assert staff.get("/account/")["Location"] == "/accounts/password/change/"
    new = "zhana-qupiya-soz-2026"
    sent = staff.post(
        "/accounts/password/change/", {"oldpassword": PASSWORD, "password1": new, "password2": new}
    )
    assert sent.status_code == 302, sent.text
    user.refresh_from_db()
    assert not user.must_change_password
    assert user.password_changed_at is not None
    assert staff.get("/account/").status_code == 200


@pytest.mark.parametrize(
    ("password", "word"),
    [("short", "12"), ("password1234", "распространён"), ("123456789012", "цифр"), ("inkar-inkar", "12")],
)
def test_a_weak_password_is_refused_with_the_reason(staff: Client, password: str, word: str) -> None:
    sent = staff.post(
        "/accounts/password/change/", {"oldpassword": PASSWORD, "password1": password, "password2": password}
    )
    assert sent.status_code == 200
    assert 'aria-invalid="true"' in sent.text
    assert word in sent.text


def test_nobody_can_sign_up(client: Client, db: None) -> None:
    assert client.get("/accounts/signup/").status_code == 404
    assert client.get("/accounts/password/reset/").status_code == 404


def code_of(secret: str) -> str:
    """What the app shows now: good for this half minute and, as people type slowly, the next."""
    _, now, _ = yield_hotp_counters_from_time()
    return str(format_hotp_value(hotp_value(secret, now)))


def test_the_second_step_is_asked_for(client: Client, user: User, hat: Appointment) -> None:
    secret = generate_totp_secret()
    TOTP.activate(user, secret)
    first = client.post("/accounts/login/", {"login": "inkar", "password": PASSWORD})
    assert first["Location"].startswith("/accounts/2fa/authenticate/")
    assert client.get("/account/").status_code == 302
    assert client.get("/accounts/2fa/authenticate/").status_code == 200
    wrong = client.post("/accounts/2fa/authenticate/", {"code": "000000"})
    assert wrong.status_code == 200
    code = code_of(secret)
    assert client.post("/accounts/2fa/authenticate/", {"code": code}).status_code == 302
    assert client.get("/account/").status_code == 200


def test_an_app_is_set_up_and_switched_off(client: Client, user: User, hat: Appointment) -> None:
    client.post("/accounts/login/", {"login": "inkar", "password": PASSWORD})
    activate = "/accounts/2fa/totp/activate/"
    assert "/accounts/reauthenticate/" in client.get(activate)["Location"]
    asked = client.post(f"/accounts/reauthenticate/?next={activate}", {"password": PASSWORD}, follow=True)
    secret = asked.context["form"].secret
    assert secret in asked.text
    done = client.post(activate, {"code": code_of(secret)}, follow=True)
    assert "q-secret" in done.text, "the recovery codes are shown"
    for address in (
        "/accounts/2fa/",
        "/accounts/2fa/recovery-codes/generate/",
        "/accounts/2fa/totp/deactivate/",
    ):
        assert client.get(address).status_code == 200
    client.post("/accounts/2fa/totp/deactivate/")
    assert not is_mfa_enabled(user)


@pytest.mark.parametrize("address", ["/accounts/2fa/", "/accounts/sessions/", "/accounts/password/change/"])
def test_the_pages_of_safety_open(client: Client, user: User, hat: Appointment, address: str) -> None:
    client.post("/accounts/login/", {"login": "inkar", "password": PASSWORD})
    assert client.get(address).status_code == 200


@pytest.mark.parametrize("bad", ["a\0b", "\ud800", "x" * 100_000, ""])
def test_no_name_and_no_password_break_the_sign_in(client: Client, db: None, bad: str) -> None:
    for values in ({"login": bad, "password": "x"}, {"login": "inkar", "password": bad}):
        sent = "&".join(f"{key}={quote(value, errors='surrogatepass')}" for key, value in values.items())
        answer = client.post("/accounts/login/", sent, content_type="application/x-www-form-urlencoded")
        assert answer.status_code == 200
        assert 'aria-invalid="true"' in answer.text or "data-error-summary" in answer.text


@pytest.mark.parametrize(
    ("address", "values"),
    [
        ("/account/hat/", {"appointment": "\ud800"}),
        ("/account/hat/", {"next": "//evil.example", "appointment": "1"}),
        ("/account/language/", {"language": "\0", "next": "\0"}),
        ("/account/theme/", {"theme": "x" * 10_000}),
        ("/account/tokens/", {"submission": "junk", "name": "", "expires_at": "9999999-01-01"}),
        ("/account/tokens/", {"name": "x" * 200_000, "expires_at": "0001-01-01"}),
    ],
)
def test_nonsense_is_never_a_fault_of_ours(staff: Client, address: str, values: dict[str, str]) -> None:
    sent = "&".join(f"{key}={quote(value, errors='surrogatepass')}" for key, value in values.items())
    answer = staff.post(address, sent, content_type="application/x-www-form-urlencoded")
    assert answer.status_code in {302, 404, 422}
    assert "evil" not in answer.headers.get("Location", "")
