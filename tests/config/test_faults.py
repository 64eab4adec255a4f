"""What nobody else answered: 503 while the database is away, 500 otherwise, never a page to a program."""

import pytest
from django.db import OperationalError
from django.test import Client

from qadaga.config import health


@pytest.fixture
def visitor() -> Client:
    """One who gets the answer and not the exception."""
    return Client(raise_request_exception=False)


def fail_with(monkeypatch: pytest.MonkeyPatch, error: Exception) -> None:
    def fails() -> None:
        raise error

    monkeypatch.setattr(health.connection, "cursor", fails)


def test_a_database_that_is_away_is_worth_coming_again(
    visitor: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    fail_with(monkeypatch, OperationalError("the connection is closed"))
    answer = visitor.get("/health/ready")
    assert (answer.status_code, answer["Retry-After"]) == (503, "5")
    assert "connection is closed" not in answer.content.decode()


def test_our_own_fault_is_a_500_without_details(visitor: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    fail_with(monkeypatch, ZeroDivisionError("secret detail"))
    answer = visitor.get("/health/ready")
    assert answer.status_code == 500
    assert "secret detail" not in answer.content.decode()
    assert "<html" in answer.content.decode()


@pytest.mark.django_db
def test_a_program_gets_a_problem(visitor: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(secret: str, now: object) -> None:
        raise OperationalError

    monkeypatch.setattr("qadaga.accounts.tokens.authenticate", fails)
    answer = visitor.get("/api/v1/me", headers={"Authorization": "Bearer qdg_x"}, follow=True)
    assert (answer.status_code, answer["Content-Type"]) == (503, "application/problem+json")
    assert answer.json()["code"] == "away"
