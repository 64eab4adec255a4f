"""Loads the made-up appeals by COPY, the other registers beside them, two at a time, without indexes."""

from __future__ import annotations

import multiprocessing
import sys
import time
from typing import Any

import psycopg
from django.db import connection

from bench import indexes
from bench import world as worlds
from bench.cases import Batch
from bench.filling import engine, heavy
from bench.rows import CHUNK, TABLES, Maker
from bench.site import BESIDE, DATABASE, note
from bench.two import HASTE, PROCESSES, Server, by_two, say
from bench.words import Vocabulary
from qadaga.config.postgres import Cluster
from qadaga.reports import ledger

LEDGER = "reports_fact"
TOUCHED = tuple(dict.fromkeys([*TABLES, "journal_entry", *engine.TABLES]))
_APPEND = "SELECT count(*) FROM journal_append(%s, 0::smallint, %s::text[])"
# Beyond any number the made-up rows bear, so that what is registered later takes no number twice.
_COUNTERS = """
INSERT INTO documents_counter (office_id, year, register, last)
SELECT o.id, y, r, 10000000 FROM offices_office o, generate_series(2023, 2030) y,
       unnest(ARRAY['appeal', 'matter', 'act']) r
ON CONFLICT DO NOTHING
"""


def load(cluster: Cluster, *, rows: int, since: int) -> float:
    """Bring the database from `since` appeals to `rows`, over four years; returns the seconds taken.

    Every other register gets a row for every tenth appeal.
    """
    started = time.monotonic()
    world, words = worlds.build(), Vocabulary()
    with connection.cursor() as cursor:
        cursor.execute(_COUNTERS)
    connection.close()
    connection.close_pool()  # type: ignore[attr-defined]  # PostgreSQL's own wrapper has it
    note(cluster, None)
    with indexes.without(cluster, TOUCHED):
        _copy_all(cluster, Maker(world, words, rows), range(since // CHUNK, -(-rows // CHUNK)))
        with cluster.connect(DATABASE) as server:
            engine.prepare(server, world)
        by_two(
            cluster,
            "register",
            list(engine.TABLES),
            lambda server, table: engine.fill(
                server, table, world, range(since // BESIDE, rows // BESIDE), rows // BESIDE
            ),
        )
        with cluster.connect(DATABASE) as server:
            heavy.gather(server)
    by_two(cluster, "statistics", TOUCHED, lambda server, table: server.execute(f"VACUUM (ANALYZE) {table}"))
    say("ledger of reports")
    with indexes.without(cluster, [LEDGER]):
        ledger.rebuild()
        connection.close()
    say("vacuum and statistics of the rest")
    with cluster.connect(DATABASE) as server:
        server.execute("VACUUM (ANALYZE, SKIP_LOCKED)")
        server.execute("CHECKPOINT")
    note(cluster, rows)
    sys.stdout.write("\n")
    return time.monotonic() - started


def _copy_all(cluster: Cluster, maker: Maker, chunks: range) -> None:
    tasks = multiprocessing.get_context("fork").JoinableQueue()
    done = multiprocessing.get_context("fork").Queue()
    for number in [*chunks, *([None] * PROCESSES)]:
        tasks.put(number)
    workers = [
        multiprocessing.get_context("fork").Process(target=_work, args=(cluster, maker, tasks, done))
        for _ in range(PROCESSES)
    ]
    for worker in workers:
        worker.start()
    for count in range(1, len(chunks) + 1):
        failure = done.get()
        if failure:
            raise RuntimeError(failure)
        _bar(count, len(chunks))
    for worker in workers:
        worker.join()


def _work(cluster: Cluster, maker: Maker, tasks: Any, done: Any) -> None:
    with cluster.connect(DATABASE) as server:
        server.execute(HASTE)
        while (number := tasks.get()) is not None:
            try:
                _write(server, maker.chunk(number))
            except (psycopg.Error, LookupError, ValueError) as problem:
                done.put(repr(problem))
                raise
            done.put("")


def _write(server: Server, batch: Batch) -> None:
    for table, columns in TABLES.items():
        names = ", ".join(f'"{column}"' for column in columns.split())
        with server.cursor() as cursor, cursor.copy(f"COPY {table} ({names}) FROM STDIN") as copy:
            copy.write("\n".join(batch.lines[table]) + "\n" if batch.lines[table] else "")
    for office, bodies in batch.journal.items():
        server.execute(_APPEND, [office, bodies])


def _bar(count: int, of: int) -> None:
    filled = 40 * count // of
    say(f"[{'#' * filled}{'.' * (40 - filled)}] {count * CHUNK:,} appeals")
