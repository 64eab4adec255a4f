"""Statements that every page sends, kept planned by the server: planning took longer than running them."""

from typing import Any

from django.db import connection
from django.db.backends.postgresql.base import ServerBindingCursor


def prepared_cursor() -> Any:
    """A cursor whose statements the server keeps; values go beside the text, not into it.

    It is counted and logged like every other cursor of Django's.
    """
    connection.ensure_connection()
    made = ServerBindingCursor(connection.connection)  # type: ignore[call-arg]  # the stubs forget psycopg 3
    return connection._prepare_cursor(made)  # type: ignore[attr-defined]  # PostgreSQL's own wrapper has it
