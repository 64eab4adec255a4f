"""Declared rows as one INSERT … SELECT a table, and the small tables of places and bodies it reads."""

from __future__ import annotations

from typing import Any

import psycopg
from django.apps import apps
from django.db.models import Field, Model

from bench.filling import casework, directions
from bench.filling.rows import DAY, KATO, LATER, NUMBER, YEAR, Rows, of, word
from bench.rows import FIRST_DAY
from bench.world import World

TABLES: dict[str, Rows] = {**casework.TABLES, **directions.TABLES}
_MODELS: dict[str, type[Model]] = {model._meta.db_table: model for model in apps.get_models()}

_TOOLS = """
CREATE SCHEMA IF NOT EXISTS bench;
CREATE OR REPLACE FUNCTION bench.id(salt text, n bigint, day date) RETURNS uuid
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT overlay(overlay(md5(salt || n) PLACING
        lpad(to_hex((extract(epoch FROM day) * 1000)::bigint + n % 86400000), 12, '0') || '7' FROM 1 FOR 13)
        PLACING 'a' FROM 17 FOR 1)::uuid
$$;
DROP TABLE IF EXISTS bench.place, bench.body;
CREATE TABLE bench.place (
    no bigint PRIMARY KEY, office uuid, region uuid, above uuid, code text, head uuid, assistant uuid,
    council uuid, norm uuid, paper uuid
);
CREATE TABLE bench.body (no bigint PRIMARY KEY, id uuid);
"""
# One row of 250 is of a body that everybody deals with, every fourth of the thousands that appeals are
# about, the others of the organisations in the register.
_ROWS = """
FROM (SELECT a.*, (%(today)s - a.day > 30 AND a.n * 7919 %% 1000 >= 4) AS closed
    FROM (SELECT n, n / %(places)s AS nth, %(first_day)s + (n * %(days)s / %(total)s)::int AS day
        FROM generate_series(%(first)s::bigint, %(last)s::bigint) n) a) r
JOIN bench.place p ON p.no = r.n %% %(places)s
LEFT JOIN bench.body named ON named.no = CASE WHEN r.n %% 250 = 7 THEN 0 ELSE r.n * 7919 %% %(bodies)s END
    AND (r.n %% 250 = 7 OR r.n %% 4 = 0)
CROSS JOIN LATERAL (SELECT coalesce(named.id, bench.id('matters_body', r.n, r.day)) AS id) b
"""
_BY_COLUMN = {
    **{"office_id": "p.office", "region_id": "p.region", "kato": KATO, "year": YEAR},
    **{"number": NUMBER, "version": "1", "due_on": LATER, "count": "1"},
}
_BY_TARGET = {
    "staff_appointment": "p.assistant",
    "matters_body": "b.id",
    "offices_office": "p.office",
    "matters_matter": of("matters_matter"),
}
_BY_TYPE = {
    **dict.fromkeys(("CharField", "TextField"), word("Проверка")),
    **{"DateField": DAY, "DateTimeField": "r.day + interval '5 hours'", "BooleanField": "false"},
    **dict.fromkeys(("PositiveIntegerField", "PositiveSmallIntegerField"), "1"),
    **{"JSONField": "'{}'", "ArrayField": "'{}'"},
}


def prepare(server: psycopg.Connection[tuple[object, ...]], world: World) -> None:
    """Make the tools and tell them of the places and bodies of the world."""
    server.execute(_TOOLS)
    regions = {place.id: place.region_id for place in world.places}
    top = next(place.id for place in world.places if place.level == 1)
    with server.cursor() as cursor:
        cursor.executemany(
            "INSERT INTO bench.place VALUES (%s, %s, %s, %s, %s, %s, %s, %s, %s, %s)",
            [
                (
                    *(no, place.id, place.region_id, _above(place.id, regions, top), place.code, place.head),
                    *(place.assistants[0], world.councils[place.id], world.norm, world.paper[0]),
                )
                for no, place in enumerate(world.places)
            ],
        )
        cursor.executemany(
            "INSERT INTO bench.body VALUES (%s, %s)", [(no, one[0]) for no, one in enumerate(world.bodies)]
        )


def _above(office: object, regions: dict[Any, Any], top: object) -> object:
    """Another office that may give it work: its region's, the highest, or for that any other."""
    other = regions[office] if regions[office] != office else top
    return other if other != office else next(one for one in regions if one != office)


def fill(
    server: psycopg.Connection[tuple[object, ...]],
    table: str,
    world: World,
    span: range,
    total: int,
    *,
    note: str = "",
) -> None:
    """Write the rows of that span of `total`, spread over the days since the first.

    `note` is a table that gets the name of the filled one and the transaction that made the rows.
    """
    values = {
        **{"first": span.start, "last": span.stop - 1, "total": total, "places": len(world.places)},
        **{"bodies": len(world.bodies), "today": world.today, "first_day": FIRST_DAY},
        "days": (world.today - FIRST_DAY).days,
    }
    server.execute(noted(_statement(table), table, note) if note else _statement(table), values)


def noted(statement: str, table: str, note: str) -> str:
    """The statement that writes rows of the table and, into `note`, the transaction that made them."""
    return (
        f"WITH made AS ({statement}) INSERT INTO {note} VALUES ('{table}', pg_current_xact_id()::xid::text)"
    )


def _statement(table: str) -> str:
    columns = expressions(table)
    names = ", ".join(f'"{column}"' for column in columns)
    made = ", ".join(columns.values()).replace("%", "%%")
    return f"INSERT INTO {table} ({names}) SELECT {made} {_ROWS}"


def relations(table: str) -> list[tuple[str, str, str]]:
    """Table, column and the table referred to, of each column that is filled and refers to a row."""
    filled = expressions(table)
    fields = [field for field in _MODELS[table]._meta.concrete_fields if field.column in filled]
    return [
        (table, _column(field), field.related_model._meta.db_table)
        for field in fields
        if field.related_model is not None
    ]


def expressions(table: str) -> dict[str, str]:
    """What each column of the table's rows is; columns that stay empty are left out."""
    rows, found = TABLES[table], {}
    for field in _MODELS[table]._meta.concrete_fields:
        said = _said(rows, _column(field)) or _by_kind(table, field)
        if said:
            found[_column(field)] = said
    return found


def _column(field: Field[Any, Any]) -> str:
    return str(field.column)


def _said(rows: Rows, column: str) -> str:
    """What the declaration says of the column, "" where nothing."""
    if column == "status" and rows.running:
        return _either(word(rows.running), word(rows.done))
    if column in rows.given:
        return rows.given[column]
    running, done = rows.while_running.get(column, ""), rows.when_done.get(column, "")
    return _either(running or "NULL", done or "NULL") if running or done else ""


def _either(running: str, done: str) -> str:
    return running if running == done else f"CASE WHEN r.closed THEN {done} ELSE {running} END"


def _by_kind(table: str, field: Field[Any, Any]) -> str:
    """What a column holds that is not declared: by its name, what it refers to, its choices or its type."""
    if field.column == "id":
        return of(table)
    if field.null:
        # What is due is so until it is done.
        return _either(LATER, "NULL") if field.column == "due_on" else ""
    if field.column in _BY_COLUMN:
        return _BY_COLUMN[field.column]
    if field.related_model is not None:
        return _BY_TARGET[field.related_model._meta.db_table]
    if field.choices:
        return word(str(field.choices[0][0]))
    return _BY_TYPE[field.get_internal_type()]
