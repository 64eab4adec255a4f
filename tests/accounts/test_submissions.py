"""A form is carried out once, also when it is sent twice at the same moment."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from threading import Barrier

import pytest
from django.db import connection

from qadaga.accounts import submissions
from qadaga.accounts.models import ApiToken, Submission, User
from qadaga.common import clock
from qadaga.common.errors import InvalidInput
from qadaga.common.ids import new_id


@pytest.mark.django_db
def test_a_replay_gets_the_first_result() -> None:
    user, token, done = User.objects.create_user("inkar"), new_id(), []

    def act() -> str:
        done.append(1)
        return f"/card/{len(done)}/"

    first = submissions.once(user_id=user.pk, token=token, act=act)
    again = submissions.once(user_id=user.pk, token=token, act=act)
    assert (first.result, first.fresh) == ("/card/1/", True)
    assert (again.result, again.fresh) == ("/card/1/", False)


@pytest.mark.django_db
def test_tokens_of_two_people_are_apart() -> None:
    token = new_id()
    for name in ("one", "two"):
        user = User.objects.create_user(name)
        assert submissions.once(user_id=user.pk, token=token, act=lambda: "/").fresh


@pytest.mark.django_db
def test_what_failed_can_be_sent_again() -> None:
    user, token = User.objects.create_user("inkar"), new_id()

    def refuse() -> str:
        raise InvalidInput.of("name", "required", "This field must be filled in.")

    with pytest.raises(InvalidInput):
        submissions.once(user_id=user.pk, token=token, act=refuse)
    assert submissions.once(user_id=user.pk, token=token, act=lambda: "/card/").fresh


@pytest.mark.django_db(transaction=True)
def test_two_at_the_same_moment_are_done_once() -> None:
    user, token, start = User.objects.create_user("inkar"), new_id(), Barrier(6)

    def act() -> str:
        now = clock.now()
        ApiToken.objects.create(
            user=user,
            appointment_id=new_id(),
            name="once",
            digest=new_id().hex,
            created_at=now,
            expires_at=now + timedelta(days=1),
        )
        return "/card/"

    def send(_: int) -> submissions.Outcome:
        start.wait()
        outcome = submissions.once(user_id=user.pk, token=token, act=act)
        connection.close()
        return outcome

    with ThreadPoolExecutor(6) as pool:
        outcomes = list(pool.map(send, range(6)))
    assert sorted(outcome.fresh for outcome in outcomes) == [False] * 5 + [True]
    assert {outcome.result for outcome in outcomes} == {"/card/"}
    assert ApiToken.objects.count() == 1


@pytest.mark.django_db
def test_sweep_keeps_what_may_still_be_replayed() -> None:
    user = User.objects.create_user("inkar")
    submissions.once(user_id=user.pk, token=new_id(), act=lambda: "/")
    assert submissions.sweep(clock.now()) == 0
    assert submissions.sweep(clock.now() + submissions.KEEP + timedelta(seconds=1)) == 1
    assert not Submission.objects.exists()
