"""Plain indexes of the filled tables: taken away before rows come in or go, built again after that.

What was taken away is kept in the database, so that a run that was broken off leaves it to the next one.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from bench.site import DATABASE
from bench.two import Server, by_two
from qadaga.config.postgres import Cluster

KEPT = """
CREATE SCHEMA IF NOT EXISTS bench;
CREATE TABLE IF NOT EXISTS bench.dropped (name text, definition text PRIMARY KEY);
"""
_PLAIN = """
SELECT i.indexrelid::regclass::text, i.indrelid::regclass::text, pg_get_indexdef(i.indexrelid) FROM pg_index i
WHERE i.indrelid::regclass::text = ANY(%s)
AND NOT EXISTS (SELECT 1 FROM pg_constraint c WHERE c.conindid = i.indexrelid)
"""


@contextmanager
def without(cluster: Cluster, tables: Sequence[str]) -> Iterator[None]:
    """Take the plain indexes of the tables away for the block and build them again after it."""
    with cluster.connect(DATABASE) as server:
        server.execute(KEPT)
        drop(server, tables)
    yield
    build(cluster, tables)


def drop(server: Server, tables: Sequence[str]) -> None:
    """Take them away; those that constraints stand on stay."""
    for index, *kept in server.execute(_PLAIN, [list(tables)]).fetchall():
        with server.transaction():
            server.execute("INSERT INTO bench.dropped VALUES (%s, %s)", kept)
            server.execute(f"DROP INDEX {index}")


def build(cluster: Cluster, tables: Sequence[str]) -> None:
    """Build what was taken away of them, two at a time."""
    with cluster.connect(DATABASE) as server:
        found = server.execute(
            "SELECT definition FROM bench.dropped WHERE name = ANY(%s) ORDER BY 1", [list(tables)]
        ).fetchall()
    by_two(cluster, "index", [str(definition) for (definition,) in found], rebuild)


def rebuild(server: Server, definition: str) -> None:
    """Build one of them."""
    with server.transaction():
        server.execute(definition)
        server.execute("DELETE FROM bench.dropped WHERE definition = %s", [definition])
