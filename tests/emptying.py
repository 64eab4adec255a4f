"""Empties the database after a test that commits.

Django's `flush` truncates every table there is and makes the names of models and permissions anew, which
takes seconds; a test fills a few dozen tables with a few rows.
"""

from typing import Any

from django.db import connection, transaction
from django.test import TransactionTestCase

# What migrations leave behind and no test changes.
_KEPT = {"django_migrations", "django_content_type", "auth_permission"}


def empty() -> None:
    """Delete the rows of all tables of models, past every trigger: the test's role is a superuser."""
    with transaction.atomic(), connection.cursor() as cursor:
        tables = connection.introspection.django_table_names(only_existing=True, include_views=False)
        asked = " UNION ALL ".join(
            f"SELECT '{table}' WHERE EXISTS (SELECT FROM {connection.ops.quote_name(table)})"
            for table in sorted(set(tables) - _KEPT)
        )
        cursor.execute(asked)
        filled = [table for (table,) in cursor.fetchall()]
        # No trigger refuses, and no foreign key asks for an order.
        cursor.execute("SET LOCAL session_replication_role = replica")
        for table in filled:
            cursor.execute(f"DELETE FROM {connection.ops.quote_name(table)}")


def instead_of_flush() -> None:
    """Let every test that commits be cleaned up by `empty`."""
    TransactionTestCase._fixture_teardown = _teardown  # type: ignore[attr-defined]  # Django's own hook


def _teardown(case: Any) -> None:
    empty()
