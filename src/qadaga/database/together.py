"""Several questions in one statement: a page that shows ten short lists asks the database once.

Each question is a query set of one model. The rows travel as JSON, and the models turn it back into their own
values, so nothing above knows the difference.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any

from django.core.exceptions import EmptyResultSet
from django.db import connection
from django.db.models import Model, QuerySet

Key = tuple[str, str]
"""A question and the path from its rows to what they point to; an empty path is the rows themselves."""


def together(**questions: QuerySet[Any]) -> dict[str, list[Any]]:
    """The rows of each question in its own order. One query; none where no question can have an answer.

    What `select_related` names is read along, each row once. Annotations come as JSON has them: numbers,
    text, true or false. Not for tables with binary columns.
    """
    asked: dict[Key, QuerySet[Any]] = {}
    for name, rows in questions.items():
        asked[name, ""] = rows.select_related(None)
        asked |= {(name, path): pointed for path, pointed in _pointed_at(rows)}
    found = _read(asked)
    for name, rows in questions.items():
        _attach(found, (name, ""), _followed(rows))
    return {name: found[name, ""] for name in questions}


def instance(model: type[Model], row: Mapping[str, Any]) -> Model:
    """The row of the model that JSON by column tells."""
    fields = model._meta.concrete_fields
    values = [field.to_python(row[str(field.column)]) for field in fields]
    made = model.from_db("default", [field.attname for field in fields], values)
    if len(row) > len(fields):
        columns = {field.column for field in fields}
        made.__dict__.update({name: value for name, value in row.items() if name not in columns})
    return made


def _read(asked: Mapping[Key, QuerySet[Any]]) -> dict[Key, list[Any]]:
    found: dict[Key, list[Any]] = {key: [] for key in asked}
    parts = [part for (name, path), rows in asked.items() for part in _part(name, path, rows)]
    if not parts:
        return found
    statement, values = " UNION ALL ".join(sql for sql, _ in parts), [one for _, few in parts for one in few]
    with connection.cursor() as cursor:
        cursor.execute(statement, values)
        for name, path, _place, text in sorted(cursor.fetchall(), key=lambda row: row[2]):
            found[name, path].append(instance(asked[name, path].model, json.loads(text, parse_float=Decimal)))
    return found


def _part(name: str, path: str, rows: QuerySet[Any]) -> list[tuple[str, list[Any]]]:
    try:
        sql, values = rows.query.sql_with_params()
    except EmptyResultSet:
        return []
    part = f"SELECT %s::text, %s::text, row_number() OVER (), to_jsonb(q)::text FROM ({sql}) q"  # noqa: S608 - SQL is Django's own
    return [(part, [name, path, *values])]


def _followed(rows: QuerySet[Any]) -> dict[str, Any]:
    """What `select_related` names, as a tree."""
    tree = rows.query.select_related
    return tree if isinstance(tree, dict) else {}


def _pointed_at(rows: QuerySet[Any]) -> Iterator[tuple[str, QuerySet[Any]]]:
    plain = rows.select_related(None)
    if not plain.query.is_sliced:
        plain = plain.order_by()
    for path, model in _paths(rows.model, _followed(rows), ""):
        yield path, model._base_manager.filter(pk__in=plain.values(path))


def _paths(model: type[Model], tree: Mapping[str, Any], before: str) -> Iterator[tuple[str, type[Model]]]:
    for name, below in tree.items():
        target: Any = model._meta.get_field(name).related_model
        yield f"{before}{name}", target
        yield from _paths(target, below, f"{before}{name}__")


def _attach(found: Mapping[Key, list[Any]], key: Key, tree: Mapping[str, Any]) -> None:
    for name, below in tree.items():
        target = (key[0], f"{key[1]}__{name}".removeprefix("__"))
        _attach(found, target, below)
        known = {row.pk: row for row in found[target]}
        for row in found[key]:
            field = row._meta.get_field(name)
            field.set_cached_value(row, known.get(getattr(row, field.attname)))
