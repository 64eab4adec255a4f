"""The registers at a million rows each, a few at a time: forty of them at once would be 45 GB.

The tables of a group get their rows, are measured and lose those rows again. What stands in no group, because
every row refers to it, has them all the while. What a run that was broken off has left is taken away first.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from bench import indexes
from bench.filling import engine
from bench.site import DATABASE
from bench.two import Server, by_two
from bench.world import World
from qadaga.config.postgres import Cluster

# So many tables at once are some 4 GB.
TOGETHER = 4
COMMON = ("matters_matter", "matters_body")
GROWN = "bench.grown"
KEPT = f"CREATE TABLE IF NOT EXISTS {GROWN} (name text, made text);"


def groups() -> list[list[str]]:
    """The tables to grow together: each with those its rows refer to, in the order declared."""
    found: list[list[str]] = []
    for family in _families():
        if found and len(found[-1]) + len(family) <= TOGETHER:
            found[-1] += family
        else:
            found.append(family)
    return found


def _families() -> list[list[str]]:
    """A table that refers to one of the family before it belongs to that."""
    found: list[list[str]] = []
    for table in engine.TABLES:
        if table in COMMON:
            continue
        targets = {target for _, _, target in engine.relations(table)} - {table}
        if found and targets & set(found[-1]):
            found[-1].append(table)
        else:
            found.append([table])
    return found


@contextmanager
def grown(cluster: Cluster, tables: Sequence[str], world: World, span: range) -> Iterator[None]:
    """The tables with the rows of the span for the block."""
    with indexes.without(cluster, tables):
        by_two(cluster, "growing register", tables, lambda server, table: _fill(server, table, world, span))
    _statistics(cluster, tables)
    yield
    settle(cluster, tables)


def settle(cluster: Cluster, tables: Sequence[str] = tuple(engine.TABLES)) -> None:
    """Bring those of the tables that have grown, or miss indexes, back to what was loaded."""
    with cluster.connect(DATABASE) as server:
        server.execute(indexes.KEPT + KEPT)
        left = server.execute(f"SELECT name FROM {GROWN} UNION SELECT name FROM bench.dropped").fetchall()
    touched = [table for table in tables if (table,) in left]
    by_two(cluster, "shrinking register", touched, shrink)
    indexes.build(cluster, touched)
    _statistics(cluster, touched)


def _fill(server: Server, table: str, world: World, span: range) -> None:
    engine.fill(server, table, world, span, span.stop, note=GROWN)


def shrink(server: Server, table: str) -> None:
    """Take away the rows the table has grown by, and its plain indexes: `settle` builds them again."""
    indexes.drop(server, [table])
    for (made,) in server.execute(f"SELECT made FROM {GROWN} WHERE name = %s", [table]).fetchall():
        server.execute(f"DELETE FROM {table} WHERE xmin = %s::xid", [made])
    server.execute(f"DELETE FROM {GROWN} WHERE name = %s", [table])


def _statistics(cluster: Cluster, tables: Sequence[str]) -> None:
    by_two(cluster, "statistics", tables, lambda server, table: server.execute(f"VACUUM (ANALYZE) {table}"))
