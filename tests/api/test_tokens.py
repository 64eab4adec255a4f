"""Whose token opens the API, and when it no longer does. No cookie ever does."""

from datetime import timedelta

from django.test import Client

from qadaga.accounts import tokens
from qadaga.accounts.models import ApiToken
from qadaga.common import clock
from tests.api.calling import ROOT, Caller, caller, issued
from tests.api.conftest import Call
from tests.api.test_problems import said
from tests.intake import MONDAY, Registry


def refused(program: Caller) -> bool:
    answer = program.get("/me")
    assert answer["WWW-Authenticate"] == "Bearer"
    return said(answer, 401)["code"] == "not_signed_in"


def test_a_token_says_who_calls_in_which_hat(call: Call) -> None:
    me = call("clerk").get("/me").json()  # type: ignore[attr-defined]
    assert (me["post"], me["office"]) == ("registry_clerk", "dis")


def test_no_answer_is_stored_on_the_way(call: Call) -> None:
    assert call("clerk").get("/me")["Cache-Control"] == "private, no-store"


def test_an_unknown_or_expired_token_opens_nothing(registry: Registry) -> None:
    assert refused(Caller("qdg_unknown"))
    assert refused(Caller("é\x80"))
    program = caller(registry.clerk)
    with clock.frozen(MONDAY + timedelta(days=30)):
        assert refused(program)


def test_a_revoked_token_opens_nothing_not_even_an_answer_given_before(
    call: Call, registry: Registry
) -> None:
    program = call("head")
    opening = {"kind": "own_initiative", "direction": "legality_of_acts", "title": "О сборе"}
    key = {"Idempotency-Key": "the-same-key"}
    first = program.post("/matters", opening, **key)
    assert first.status_code == 201, first.content
    own = program.get("/tokens").json()  # type: ignore[attr-defined]
    assert program.delete(f"/tokens/{own[0]['id']}").status_code == 204
    assert refused(program)
    said(program.post("/matters", opening, **key), 401)


def test_somebody_elses_token_cannot_be_ended(call: Call, registry: Registry) -> None:
    issued(registry.head)
    theirs = ApiToken.objects.get(user=registry.head.person.user)
    said(call("clerk").delete(f"/tokens/{theirs.id}"), 404)
    assert tokens.authenticate("qdg_x", clock.now()) is None


def test_dismissal_ends_every_token(call: Call, registry: Registry) -> None:
    program = call("clerk")
    registry.clerk.ends_on = MONDAY
    registry.clerk.save()
    assert refused(program)


def test_an_inactive_login_ends_every_token(call: Call, registry: Registry) -> None:
    program = call("clerk")
    user = registry.clerk.person.user
    user.is_active = False
    user.save()
    assert refused(program)


def test_a_session_cookie_opens_nothing(call: Call, registry: Registry) -> None:
    call("clerk")  # gives the clerk a login
    client = Client()
    client.force_login(registry.clerk.person.user)
    assert client.get(f"{ROOT}/me").status_code == 401
    keyed = client.post(
        f"{ROOT}/appeals", "{}", content_type="application/json", headers={"Idempotency-Key": "k" * 8}
    )
    assert keyed.status_code == 401


def test_a_token_needs_no_csrf_cookie(call: Call) -> None:
    assert call("clerk").client.handler.enforce_csrf_checks
    assert call("clerk").post("/search", {"q": "сбор"}).status_code == 200
