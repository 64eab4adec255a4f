"""Statements that every page sends, kept planned by the server: planning took longer than running them."""

from types import SimpleNamespace
from typing import Any

from django.db import connection
from django.db.backends.postgresql.base import ServerBindingCursor


class _KeepingCursor(ServerBindingCursor):
    """Asks for each statement to be kept: the connection's own threshold keeps none by itself."""

    def execute(self, query: Any, params: Any = None, **options: Any) -> Any:
        done = super().execute(query, params, **{"prepare": True, **options})  # type: ignore[misc]  # as below
        # The driver notes no text for a kept statement, and Django's log of queries reads it from there.
        self._query = SimpleNamespace(query=query.encode())
        return done


def prepared_cursor(*, keep: bool = True) -> Any:
    """A cursor whose statements the server keeps; values go beside the text, not into it.

    Without `keep` a statement is planned with its values. It is counted and logged like every other cursor of
    Django's.
    """
    connection.ensure_connection()
    kind = _KeepingCursor if keep else ServerBindingCursor
    made = kind(connection.connection)  # type: ignore[call-arg]  # the stubs forget psycopg 3
    return connection._prepare_cursor(made)  # type: ignore[attr-defined]  # PostgreSQL's own wrapper has it
