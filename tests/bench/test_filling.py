"""The made-up rows are such as the database takes, and every register of the product has some."""

from collections.abc import Iterator
from itertools import chain

import pytest
from django.db import connection
from django.urls import URLResolver, get_resolver

from bench import registers, world
from bench.filling import engine
from qadaga.authority.lists import asking, pages
from qadaga.authority.scope import NATION
from qadaga.common import clock
from qadaga.web.directions import DIRECTIONS
from qadaga.web.registers.listed import LISTED

# The rows of appeals are made by COPY; posts grow with the service and not with its work.
OTHERWISE = {"appeals", "people"}


@pytest.mark.parametrize("name", sorted(set(LISTED) - OTHERWISE))
def test_every_register_is_filled(name: str) -> None:
    assert LISTED[name].register.table in engine.TABLES


def test_every_list_is_measured() -> None:
    lists = set(_lists(get_resolver(), ""))
    tabs = {tab.name for direction in DIRECTIONS for tab in direction.tabs}
    measured = {f"{name}:list" for name in LISTED} | {*registers.OTHER_PAGES}
    assert (lists | tabs) - measured == set()


def _lists(resolver: URLResolver, space: str) -> Iterator[str]:
    """Names of the pages that are lists, by what the product calls them."""
    for entry in resolver.url_patterns:
        if isinstance(entry, URLResolver):
            yield from _lists(entry, entry.namespace or space)
        elif entry.name == "list":
            yield f"{space}:list"


@pytest.mark.django_db
def test_the_database_takes_rows_of_every_table() -> None:
    made = world.build()
    count = 2 * len(made.places)
    connection.ensure_connection()
    with connection.cursor() as cursor:
        engine.prepare(cursor.connection, made)
        # Triggers and links hold for rows made one by one; the bench writes past them and counts anew.
        cursor.execute("SET LOCAL session_replication_role = replica")
        for table in engine.TABLES:
            engine.fill(cursor.connection, table, made, range(count), count)
        cursor.execute("SET LOCAL session_replication_role = origin")
        assert [name for name in LISTED if name not in OTHERWISE and not _rows(name)] == []
        assert _dangling() == []


def _rows(name: str) -> int:
    return len(pages.fetch(LISTED[name].register, NATION, asking.asked({}), today=clock.today()).rows)


def _dangling() -> list[str]:
    """Columns of the filled tables that refer to a row that is not there."""
    fields = chain.from_iterable(engine.relations(table) for table in engine.TABLES)
    found = []
    with connection.cursor() as cursor:
        for table, column, target in fields:
            cursor.execute(
                f"SELECT count(*) FROM {table} t WHERE t.{column} IS NOT NULL"
                f" AND NOT EXISTS (SELECT FROM {target} o WHERE o.id = t.{column})"
            )
            if cursor.fetchone()[0]:
                found.append(f"{table}.{column}")
    return found
