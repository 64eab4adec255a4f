"""Statements are really kept by the server, and only those that ask for it."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from qadaga.database.prepared import prepared_cursor

pytestmark = pytest.mark.django_db


def kept(what: str) -> list[tuple[str, int]]:
    """The statement as the server keeps it for this connection; how often it ran without its values."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT statement, generic_plans FROM pg_prepared_statements WHERE statement = %s",
            [f"SELECT $1::int + {what}"],
        )
        return list(cursor.fetchall())


def ask(what: str, *, keep: bool) -> int:
    """Each test asks something else: what is kept outlives a test."""
    with prepared_cursor(keep=keep) as cursor:
        cursor.execute(f"SELECT %(a)s::int + {what}", {"a": 1})
        return int(cursor.fetchone()[0])


def test_a_kept_statement_is_planned_once() -> None:
    assert [ask("2", keep=True) for _ in range(3)] == [3, 3, 3]
    assert kept("2") == [("SELECT $1::int + 2", 3)]


def test_another_is_not_kept() -> None:
    assert [ask("3", keep=False) for _ in range(3)] == [4, 4, 4]
    assert kept("3") == []


def test_neither_is_a_query_of_the_mapper() -> None:
    with connection.cursor() as cursor:
        for _ in range(8):
            cursor.execute("SELECT 1")
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM pg_prepared_statements WHERE statement = 'SELECT 1'")
        assert cursor.fetchone() == (0,)


def test_it_is_logged_with_its_text() -> None:
    with CaptureQueriesContext(connection) as queries:
        ask("4", keep=True)
        ask("4", keep=True)
    assert [query["sql"] for query in queries] == ["SELECT %(a)s::int + 4"] * 2
