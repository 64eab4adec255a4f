"""A POST sent again does nothing twice, and tells the same again; also when both are under way at once."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from threading import Barrier

import pytest
from django.db import connections

from qadaga.accounts.models import IdempotentReply
from qadaga.api.idempotency import sweep
from qadaga.api.sealing import seal, unseal
from qadaga.appeals.models import Appeal
from qadaga.common import clock
from tests.api.calling import Caller, issued
from tests.api.conftest import Call
from tests.api.test_appeals import ENTRY
from tests.api.test_problems import said
from tests.intake import MONDAY, Registry, make_registry

KEY = {"Idempotency-Key": "0123456789abcdef"}


def test_a_replay_gets_the_first_answer_and_registers_nothing(call: Call) -> None:
    first, again = (call("clerk").post("/appeals", ENTRY, **KEY) for _ in range(2))
    assert (again.status_code, again.content) == (first.status_code, first.content)
    assert again["ETag"] == first["ETag"]
    assert again["Idempotent-Replayed"] == "true"
    assert "Idempotent-Replayed" not in first
    assert Appeal.objects.count() == 1


def test_the_same_key_for_another_request_is_refused(call: Call) -> None:
    call("clerk").post("/appeals", ENTRY, **KEY)
    other = call("clerk").post("/appeals", {**ENTRY, "summary": "Другое"}, **KEY)
    assert said(other, 422)["code"] == "idempotency_key_reused"
    assert Appeal.objects.count() == 1


def test_keys_of_two_people_do_not_meet(call: Call) -> None:
    for name in ("clerk", "other_clerk"):
        assert call(name).post("/appeals", ENTRY, **KEY).status_code == 201
    assert Appeal.objects.count() == 2


def test_a_request_that_failed_may_be_tried_again_with_its_key(call: Call) -> None:
    said(call("clerk").post("/appeals", {**ENTRY, "summary": ""}, **KEY), 422)
    assert call("clerk").post("/appeals", ENTRY, **KEY).status_code == 201


def test_a_post_without_a_key_is_refused(call: Call) -> None:
    for key in ("", "short", "with space in it", "x" * 129):
        body = said(call("clerk").post("/appeals", ENTRY, **{"Idempotency-Key": key}), 400)
        assert body["code"] == "idempotency_key_required"


def test_a_question_is_not_kept(call: Call) -> None:
    assert call("clerk").post("/search", {"q": "Ахметова"}, **KEY).status_code == 200
    assert not IdempotentReply.objects.exists()


def test_answers_are_forgotten_after_a_working_day(call: Call) -> None:
    call("clerk").post("/appeals", ENTRY, **KEY)
    assert sweep(clock.now() + timedelta(hours=11)) == 0
    assert sweep(clock.now() + timedelta(hours=13)) == 1


def test_nothing_of_an_answer_lies_there_to_be_read(call: Call) -> None:
    first = call("clerk").post("/appeals", ENTRY, **KEY)
    kept = IdempotentReply.objects.values().get()
    plain = b" ".join(str(value).encode() for value in kept.values()) + bytes(kept["body"])
    number = first.json()["number"]
    for secret in (KEY["Idempotency-Key"], number, ENTRY["summary"], first.json()["id"]):
        assert secret.encode() not in plain
    assert kept["status"] == 201


def test_an_answer_opens_for_its_key_token_and_request_only() -> None:
    with_all = {"key": b"0123456789", "token": b"Bearer qdg_1", "about": b"request"}
    sealed = seal("Ахметова".encode(), **with_all)
    assert unseal(sealed, **with_all) == "Ахметова".encode()
    for name in with_all:
        assert unseal(sealed, **{**with_all, name: b"another"}) is None
    assert unseal(sealed[:-1], **with_all) is None
    # Where the key ends and the token begins is a part of it.
    assert unseal(sealed, key=b"0123456789B", token=b"earer qdg_1", about=b"request") is None


@pytest.mark.django_db(transaction=True)
def test_two_at_once_make_one_record() -> None:
    with clock.frozen(MONDAY):
        registry: Registry = make_registry()
        secret, both = issued(registry.clerk), Barrier(2)

        def register(_: int) -> tuple[int, bytes]:
            try:
                program = Caller(secret)
                both.wait(timeout=30)
                with clock.frozen(MONDAY):
                    answer = program.post("/appeals", ENTRY, **KEY)
                return answer.status_code, answer.content
            finally:
                connections.close_all()

        with ThreadPoolExecutor(2) as pool:
            first, second = pool.map(register, range(2))
        assert first == second
        assert first[0] == 201
        assert Appeal.objects.count() == 1
