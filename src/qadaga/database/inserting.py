"""Rows of several tables in one statement that the server keeps: each statement is a round trip."""

from collections.abc import Sequence
from functools import cache
from typing import Any

from django.db import connection
from django.db.models import Field, Model

from qadaga.database.prepared import prepared_cursor


def insert(rows: Sequence[Model]) -> None:
    """Insert new rows, each with its key already made, in one statement.

    For tables whose rows point to one another by keys that are checked at commit. Nothing is read back:
    a column the database fills stays as it was on the instance. Raises IntegrityError like `save`.
    """
    values = [_value(row, field) for row in rows for field in row._meta.concrete_fields]
    with prepared_cursor() as cursor:
        cursor.execute(_statement(tuple(type(row) for row in rows)), values)
    for row in rows:
        row._state.adding, row._state.db = False, connection.alias


def _value(row: Model, field: "Field[Any, Any]") -> Any:
    return field.get_db_prep_save(field.pre_save(row, True), connection)


@cache
def _statement(models: tuple[type[Model], ...]) -> str:
    *before, last = (_insert(model) for model in models)
    parts = [f"w{n} AS ({text})" for n, text in enumerate(before)]
    return f"WITH {', '.join(parts)} {last}" if parts else last


def _insert(model: type[Model]) -> str:
    fields = model._meta.concrete_fields
    columns = ", ".join(f'"{field.column}"' for field in fields)
    marks = ", ".join("%s" for _ in fields)
    # Names of a model's table and columns; the values are bound.
    return f"INSERT INTO {model._meta.db_table} ({columns}) VALUES ({marks})"  # noqa: S608 - as said
