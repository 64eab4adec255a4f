"""Registers grow to a million rows a group at a time, and what has grown goes again."""

from collections.abc import Iterator

import psycopg
import pytest
from django.db import connection

from bench import growing, indexes, large_registers, registers
from bench.filling import engine
from bench.two import Server


def test_every_table_grows_once() -> None:
    grown = [*growing.COMMON, *(table for group in growing.groups() for table in group)]
    assert sorted(grown) == sorted(engine.TABLES)


def test_rows_refer_to_what_grows_with_them() -> None:
    for group in growing.groups():
        known = {*group, *growing.COMMON}
        targets = {target for table in group for _, _, target in engine.relations(table)}
        assert targets & set(engine.TABLES) <= known
        assert len(group) <= growing.TOGETHER


def test_lists_are_measured_with_what_they_are_made_of() -> None:
    assert set(large_registers.PAGES) <= set(engine.TABLES)
    assert set(large_registers.PAGES.values()) <= set(registers.OTHER_PAGES)


@pytest.fixture
def server(django_db_setup: None, django_db_blocker: pytest.FixtureRequest) -> Iterator[Server]:
    """A connection of its own, with a table that nobody else sees."""
    given = connection.settings_dict
    address = {"host": given["HOST"], "port": given["PORT"], "user": given["USER"], "dbname": given["NAME"]}
    with psycopg.connect(**address, password=given["PASSWORD"], autocommit=True) as made:
        made.execute("CREATE TEMP TABLE swelling (id int PRIMARY KEY, day int)")
        made.execute("CREATE INDEX swelling_day ON swelling (day)")
        made.execute(indexes.KEPT + growing.KEPT)
        yield made
        made.execute("DROP SCHEMA bench CASCADE")


def test_what_has_grown_goes_and_its_indexes_come_back(server: Server) -> None:
    server.execute("INSERT INTO swelling SELECT n, n FROM generate_series(1, 5) n")
    more = "INSERT INTO swelling SELECT n, n FROM generate_series(6, 20) n"
    server.execute(engine.noted(more, "swelling", growing.GROWN))

    growing.shrink(server, "swelling")
    assert server.execute("SELECT array_agg(id ORDER BY id) FROM swelling").fetchone() == ([1, 2, 3, 4, 5],)
    assert _indexes(server) == ["swelling_pkey"]
    growing.shrink(server, "swelling")

    for (definition,) in server.execute("SELECT definition FROM bench.dropped").fetchall():
        indexes.rebuild(server, str(definition))
    assert _indexes(server) == ["swelling_day", "swelling_pkey"]
    assert server.execute("SELECT count(*) FROM bench.dropped").fetchone() == (0,)
    assert server.execute("SELECT count(*) FROM bench.grown").fetchone() == (0,)


def _indexes(server: Server) -> list[str]:
    query = "SELECT indexname FROM pg_indexes WHERE tablename = 'swelling' ORDER BY 1"
    return [str(name) for (name,) in server.execute(query).fetchall()]
