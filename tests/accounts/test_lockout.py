"""Lock-out counts where every worker sees it, also when guesses come in parallel."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from django.conf import settings
from django.db import connection
from django.test import Client

from qadaga.accounts import lockout
from qadaga.accounts.models import LoginGuard, User
from qadaga.common import clock

PASSWORD = "korshau-bereke-2026"


@pytest.mark.django_db
def test_the_last_failure_locks_the_name() -> None:
    now = clock.now()
    for _ in range(settings.LOGIN_FAILURES - 1):
        lockout.count_failure("Inkar", now)
    assert lockout.locked_until("inkar", now) is None
    lockout.count_failure(" INKAR ", now)
    assert lockout.locked_until("inkar", now) == now + settings.LOGIN_LOCK
    assert lockout.locked_until("inkar", now + settings.LOGIN_LOCK) is None
    assert lockout.locked_until("other", now) is None


@pytest.mark.django_db
def test_old_failures_are_forgotten() -> None:
    now = clock.now()
    for step in range(settings.LOGIN_FAILURES * 3):
        lockout.count_failure("inkar", now + step * settings.LOGIN_WINDOW * 0.7)
    assert lockout.locked_until("inkar", now + 1000 * settings.LOGIN_WINDOW) is None
    assert LoginGuard.objects.get().failures < settings.LOGIN_FAILURES


@pytest.mark.django_db
def test_a_wrong_password_typed_as_the_name_is_not_kept() -> None:
    lockout.count_failure(PASSWORD, clock.now())
    assert PASSWORD not in str(LoginGuard.objects.values_list().get())


@pytest.mark.django_db
def test_sweep_removes_what_no_longer_matters() -> None:
    long_ago = clock.now() - settings.LOGIN_WINDOW - settings.LOGIN_LOCK - timedelta(seconds=1)
    lockout.count_failure("old", long_ago)
    lockout.count_failure("new", clock.now())
    assert lockout.sweep(clock.now()) == 1


@pytest.mark.django_db(transaction=True)
def test_parallel_guesses_are_all_counted() -> None:
    now = clock.now()

    def guess(_: int) -> None:
        lockout.count_failure("inkar", now)
        connection.close()

    with ThreadPoolExecutor(8) as pool:
        list(pool.map(guess, range(24)))
    assert LoginGuard.objects.get().failures == 24


@pytest.mark.django_db
def test_a_locked_name_is_closed_to_the_right_password_too(client: Client) -> None:
    User.objects.create_user("inkar", PASSWORD)
    for _ in range(settings.LOGIN_FAILURES):
        wrong = client.post("/accounts/login/", {"login": "inkar", "password": "wrong"})
        assert wrong.status_code == 200
    refused = client.post("/accounts/login/", {"login": "inkar", "password": PASSWORD})
    assert "Вход под этим именем закрыт до" in refused.text
    assert "_auth_user_id" not in client.session
    later = clock.now() + settings.LOGIN_LOCK + timedelta(seconds=1)
    with clock.frozen(later):
        assert client.post("/accounts/login/", {"login": "inkar", "password": PASSWORD}).status_code == 302
    assert not LoginGuard.objects.exists()


@pytest.mark.django_db
def test_unknown_names_are_locked_alike(client: Client) -> None:
    for _ in range(settings.LOGIN_FAILURES):
        client.post("/accounts/login/", {"login": "nobody", "password": "wrong"})
    answer = client.post("/accounts/login/", {"login": "nobody", "password": "wrong"})
    assert "Вход под этим именем закрыт до" in answer.text
