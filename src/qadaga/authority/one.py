"""One row with what it points to, by a statement that is written once and kept planned by the server.

The card of an appeal joins ten tables: building that query anew cost more than running it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Any, TypeVar
from uuid import UUID

from django.db import connection
from django.db.models import ForeignKey, Model, OneToOneRel

from qadaga.authority.scope import FORMERLY, SEEN, Scope, held_through
from qadaga.common.errors import NotFound
from qadaga.database.prepared import prepared_cursor
from qadaga.offices.models import Office

M = TypeVar("M", bound=Model)
Facts = tuple[tuple[str, str], ...]
_NOTHING: Mapping[str, object] = {}


@dataclass(frozen=True, slots=True)
class _Node:
    """A model in the statement: its alias, where its columns begin, what is read with it by relation."""

    model: type[Model]
    alias: str
    at: int
    below: dict[str, _Node] = field(default_factory=dict)

    def nodes(self) -> Iterator[_Node]:
        yield self
        for node in self.below.values():
            yield from node.nodes()


@dataclass(frozen=True, slots=True)
class _Statement:
    text: str
    root: _Node


def read_one(
    model: type[M],
    related: Sequence[str],
    scope: Scope,
    pk: Any,
    *,
    facts: Facts = (),
    values: Mapping[str, object] = _NOTHING,
) -> M:
    """The row of that key with the relations of `related` followed, as `select_related` would. One query.

    `facts` are further columns, SQL over the row `t0` and over `values`: attributes of what is returned.
    Raises NotFound outside the scope, existing or not, and for what is no key.
    """
    statement = _statement(model, tuple(related), tuple(facts))
    asked = {**values, "id": _key(pk), **scope.asked()}
    with prepared_cursor() as cursor:
        cursor.execute(statement.text, asked)
        row = cursor.fetchone()
    if row is None:
        raise NotFound()
    found: M = _made(statement.root, row)
    if facts:
        found.__dict__.update(zip((name for name, _ in facts), row[-len(facts) :], strict=True))
    return found


def _key(pk: Any) -> UUID:
    try:
        return pk if isinstance(pk, UUID) else UUID(str(pk))
    except ValueError as error:
        raise NotFound() from error


@cache
def _statement(model: type[Model], related: tuple[str, ...], facts: Facts) -> _Statement:
    root = _Node(model, "t0", 0)
    joins = [join for path in related for join in _follow(root, path.split("__"))]
    nodes = sorted(root.nodes(), key=lambda node: node.at)
    fields = [f"{node.alias}.{f.column}" for node in nodes for f in node.model._meta.concrete_fields]
    columns = ", ".join([*fields, *(f"{sql} AS {name}" for name, sql in facts)])
    seen = f"({SEEN.format(row='t0')}{_held(model)})"
    # Every piece is the name of a model's table or column; the values are bound.
    source = " ".join([f"{model._meta.db_table} t0", *joins])
    return _Statement(f"SELECT {columns} FROM {source} WHERE t0.id = %(id)s AND {seen}", root)  # noqa: S608 - as said


def _held(model: type[Model]) -> str:
    """Rows of another office's register in which an office of the scope acts now: matters moved to it."""
    path = held_through(model)
    if not path:
        return ""
    acts = "t0.holder_id"
    if path != "holder":
        matter: Any = model._meta.get_field("matter").related_model
        acts = f"(SELECT m.holder_id FROM {matter._meta.db_table} m WHERE m.id = t0.matter_id)"  # noqa: S608 - a table
    held = (
        f" OR EXISTS (SELECT 1 FROM {Office._meta.db_table} h WHERE h.id = {acts}"  # noqa: S608 - a table's name
        " AND (h.id = ANY(%(offices)s::uuid[]) OR h.region_id = ANY(%(regions)s::uuid[])))"
    )
    return f"{held}{_held_before(model, path)}"


def _held_before(model: type[Model], path: str) -> str:
    """Rows that an office of the scope held before: it reads on."""
    owner: Any = model if path == "holder" else model._meta.get_field("matter").related_model
    kept = next((one for one in owner._meta.related_objects if one.name == FORMERLY), None)
    if kept is None:
        return ""
    key, table = "t0.id" if path == "holder" else "t0.matter_id", kept.related_model._meta.db_table
    return (
        f" OR EXISTS (SELECT 1 FROM {table} c JOIN {Office._meta.db_table} f ON f.id = c.from_office_id"  # noqa: S608 - tables
        f" WHERE c.matter_id = {key}"
        " AND (f.id = ANY(%(offices)s::uuid[]) OR f.region_id = ANY(%(regions)s::uuid[])))"
    )


def _follow(node: _Node, names: Sequence[str]) -> Iterator[str]:
    """The joins along one path of foreign keys; what an earlier path has joined is not joined again."""
    root = node
    for name in names:
        if name not in node.below:
            relation = node.model._meta.get_field(name)
            if not isinstance(relation, ForeignKey | OneToOneRel):
                raise TypeError(f"{node.model.__name__}.{name} leads to no single row")
            known = list(root.nodes())
            width = sum(len(other.model._meta.concrete_fields) for other in known)
            target: type[Model] = relation.related_model
            below = node.below[name] = _Node(target, f"t{len(known)}", width)
            yield f"LEFT JOIN {target._meta.db_table} {below.alias} ON {_condition(relation, node, below)}"
        node = node.below[name]


def _condition(relation: Any, node: _Node, below: _Node) -> str:
    if isinstance(relation, OneToOneRel):
        return f"{below.alias}.{relation.field.column} = {node.alias}.{node.model._meta.pk.column}"
    return f"{below.alias}.{relation.target_field.column} = {node.alias}.{relation.column}"


def _made(node: _Node, row: Sequence[Any]) -> Any:
    """The instance of the node with its relations in place; None where the key led nowhere."""
    fields = node.model._meta.concrete_fields
    values = [_value(f, value) for f, value in zip(fields, row[node.at : node.at + len(fields)], strict=True)]
    made = node.model.from_db("default", [f.attname for f in fields], values)
    if made.pk is None:
        return None
    for name, below in node.below.items():
        relation: Any = node.model._meta.get_field(name)
        relation.set_cached_value(made, _made(below, row))
    return made


def _value(column: Any, value: Any) -> Any:
    """A value as the field's own converters give it (JSON comes as text)."""
    for convert in _converters(column):
        value = convert(value, column.cached_col, connection)
    return value


@cache
def _converters(column: Any) -> tuple[Any, ...]:
    return (*connection.ops.get_db_converters(column.cached_col), *column.get_db_converters(connection))
