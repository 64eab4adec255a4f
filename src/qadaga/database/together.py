"""Several questions in one statement: a page that shows ten short lists asks the database once.

Each question is a query set of one model. The rows travel as JSON, and the models turn it back into their own
values, so nothing above knows the difference.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cache, lru_cache
from operator import itemgetter
from typing import Any
from uuid import UUID

from django.core.exceptions import EmptyResultSet
from django.db import connection
from django.db.models import (
    BooleanField,
    CharField,
    IntegerField,
    Model,
    PositiveIntegerField,
    PositiveSmallIntegerField,
    QuerySet,
    TextField,
    UUIDField,
)

Key = tuple[str, str]
"""A question and the path from its rows to what they point to; an empty path is the rows themselves."""
# Each part is worked out once: what its rows point to is looked up by what it gave.
_PART = "{name} AS MATERIALIZED ({sql})"
_SOURCE = "{source}"
_PLAIN = {CharField, TextField, BooleanField, IntegerField, PositiveIntegerField, PositiveSmallIntegerField}
_ROWS = "SELECT {n}, row_number() OVER (), to_jsonb(q)::text FROM {name} q"


@dataclass(frozen=True, slots=True)
class _Part:
    """One common table of the statement: rows of the model, by SQL of ours or of Django with its values."""

    key: Key
    model: type[Model]
    sql: str
    values: tuple[Any, ...] = ()


def together(**questions: QuerySet[Any]) -> dict[str, list[Any]]:
    """The rows of each question in its own order. One query; none where no question can have an answer.

    What `select_related` names is read along, each row once. Annotations come as JSON has them: numbers,
    text, true or false. Not for tables with binary columns.
    """
    trees = {name: _followed(rows) for name, rows in questions.items()}
    found = _read([part for name, rows in questions.items() for part in _asked(name, rows, trees[name])])
    for name, tree in trees.items():
        _attach(found, (name, ""), tree)
    return {name: found[name, ""] for name in questions}


def instance(model: type[Model], row: Mapping[str, Any]) -> Model:
    """The row of the model that JSON by column tells."""
    names, columns = _shape(model)
    values = [read(row[column]) if read else row[column] for column, read in columns.items()]
    made = model.from_db("default", names, values)
    if len(row) > len(columns):
        made.__dict__.update({name: value for name, value in row.items() if name not in columns})
    return made


@cache
def _shape(model: type[Model]) -> tuple[list[str], dict[str, Callable[[Any], Any] | None]]:
    """The model's attributes, and for each column what reads its JSON, None where it is the value."""
    fields = model._meta.concrete_fields
    return [field.attname for field in fields], {str(field.column): _reader(field) for field in fields}


def _reader(field: Any) -> Callable[[Any], Any] | None:
    while field.is_relation:
        field = field.target_field
    if type(field) is UUIDField:
        return _uuid
    return None if type(field) in _PLAIN else field.to_python


@lru_cache(maxsize=2048)
def _uuid(text: str | None) -> UUID | None:
    # The rows of a card repeat the keys of its office, its matter, its people.
    return None if text is None else UUID(text)


def _read(parts: Sequence[_Part]) -> dict[Key, list[Any]]:
    found: dict[Key, list[Any]] = defaultdict(list)
    if not parts:
        return found
    names = {part.key: f"q{n}" for n, part in enumerate(parts)}
    tables = [
        _PART.format(name=names[part.key], sql=part.sql.replace(_SOURCE, names.get(_source(part.key), "")))
        for part in parts
    ]
    rows = [_ROWS.format(n=n, name=name) for n, name in enumerate(names.values())]
    statement = f"WITH {', '.join(tables)} {' UNION ALL '.join(rows)}"
    with connection.cursor() as cursor:
        cursor.execute(statement, [value for part in parts for value in part.values])
        for n, _place, text in sorted(cursor.fetchall(), key=itemgetter(0, 1)):
            row = json.loads(text, parse_float=Decimal)
            found[parts[n].key].append(instance(parts[n].model, row))
    return found


def _source(key: Key) -> Key:
    """The part whose rows point to those of this one."""
    return key[0], key[1].rpartition("__")[0]


def _asked(name: str, rows: QuerySet[Any], tree: Mapping[str, Any]) -> Iterator[_Part]:
    """The question's own part, then one for each path its rows are followed on."""
    try:
        sql, values = rows.select_related(None).query.sql_with_params()
    except EmptyResultSet:
        return
    yield _Part((name, ""), rows.model, sql, tuple(values))
    yield from _pointed_at(name, rows.model, tree, "")


def _followed(rows: QuerySet[Any]) -> dict[str, Any]:
    """What `select_related` names, as a tree."""
    tree = rows.query.select_related
    return tree if isinstance(tree, dict) else {}


def _pointed_at(name: str, model: type[Model], tree: Mapping[str, Any], before: str) -> Iterator[_Part]:
    for one, below in tree.items():
        field: Any = model._meta.get_field(one)
        yield _Part((name, f"{before}{one}"), field.related_model, _target_sql(field))
        yield from _pointed_at(name, field.related_model, below, f"{before}{one}__")


@cache
def _target_sql(field: Any) -> str:
    """The rows that a foreign key points to from the part `{source}`."""
    meta, quote = field.related_model._meta, connection.ops.quote_name
    columns = ", ".join(quote(one.column) for one in meta.concrete_fields)
    key, column = quote(field.target_field.column), quote(field.column)
    return f"SELECT {columns} FROM {quote(meta.db_table)} WHERE {key} IN (SELECT {column} FROM {_SOURCE})"  # noqa: S608 - names of ours


def _attach(found: Mapping[Key, list[Any]], key: Key, tree: Mapping[str, Any]) -> None:
    for name, below in tree.items():
        target = (key[0], f"{key[1]}__{name}".removeprefix("__"))
        _attach(found, target, below)
        known = {row.pk: row for row in found[target]}
        for row in found[key]:
            field = row._meta.get_field(name)
            field.set_cached_value(row, known.get(getattr(row, field.attname)))
