"""Statements are really kept by the server, and only those that ask for it."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from qadaga.database.prepared import prepared_cursor

pytestmark = pytest.mark.django_db
ASKED = "SELECT %(a)s::int + 1"


def kept() -> list[tuple[str, int]]:
    """The statements this connection's server process keeps, with how often each ran without its values."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT statement, generic_plans FROM pg_prepared_statements WHERE statement LIKE 'SELECT $1%%'"
        )
        return list(cursor.fetchall())


def ask(*, keep: bool) -> int:
    with prepared_cursor(keep=keep) as cursor:
        cursor.execute(ASKED, {"a": 1})
        return int(cursor.fetchone()[0])


def test_a_kept_statement_is_planned_once() -> None:
    assert [ask(keep=True) for _ in range(3)] == [2, 2, 2]
    assert kept() == [("SELECT $1::int + 1", 3)]


def test_another_is_not_kept() -> None:
    assert [ask(keep=False) for _ in range(3)] == [2, 2, 2]
    assert kept() == []


def test_neither_is_a_query_of_the_mapper() -> None:
    with connection.cursor() as cursor:
        for _ in range(8):
            cursor.execute("SELECT 1")
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM pg_prepared_statements WHERE statement = 'SELECT 1'")
        assert cursor.fetchone() == (0,)


def test_it_is_logged_with_its_text() -> None:
    with CaptureQueriesContext(connection) as queries:
        ask(keep=True)
        ask(keep=True)
    assert [query["sql"] for query in queries] == [ASKED, ASKED]
