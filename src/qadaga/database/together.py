"""Several questions in one statement: a page that shows ten short lists asks the database once.

Each question is a query set of plain rows of one model. The rows travel as JSON, and the models turn it
back into their own values, so nothing above knows the difference.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from django.core.exceptions import EmptyResultSet
from django.db import connection
from django.db.models import Model, QuerySet


def together(**questions: QuerySet[Any]) -> dict[str, list[Any]]:
    """The rows of each question in its own order. One query; none where no question can have an answer.

    No `select_related`: what a row points to is read by whoever needs it.
    """
    found: dict[str, list[Any]] = {name: [] for name in questions}
    parts = [part for name, rows in questions.items() for part in _part(name, rows)]
    if not parts:
        return found
    with connection.cursor() as cursor:
        cursor.execute(
            " UNION ALL ".join(sql for sql, _ in parts), [one for _, values in parts for one in values]
        )
        for name, _place, text in sorted(cursor.fetchall(), key=lambda row: row[1]):
            found[name].append(instance(questions[name].model, json.loads(text)))
    return found


def instance(model: type[Model], row: Mapping[str, Any]) -> Model:
    """The row of the model that JSON by column tells."""
    fields = model._meta.concrete_fields
    values = [field.to_python(row[str(field.column)]) for field in fields]
    return model.from_db("default", [field.attname for field in fields], values)


def _part(name: str, rows: QuerySet[Any]) -> list[tuple[str, list[Any]]]:
    try:
        sql, values = rows.query.sql_with_params()
    except EmptyResultSet:
        return []
    # The statement is Django's own, its values are bound.
    part = f"SELECT %s::text, row_number() OVER (), to_jsonb(q)::text FROM ({sql}) q"  # noqa: S608 - as said
    return [(part, [name, *values])]
