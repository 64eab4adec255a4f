"""Loads the made-up appeals by COPY, the other registers beside them, two at a time, without indexes."""

from __future__ import annotations

import multiprocessing
import sys
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from typing import Any

import psycopg
from django.db import connection

from bench import world as worlds
from bench.cases import Batch
from bench.filling import engine, heavy
from bench.rows import CHUNK, TABLES, Maker
from bench.site import DATABASE, note
from bench.words import Vocabulary
from qadaga.config.postgres import Cluster
from qadaga.reports import ledger

PROCESSES = 2
# Forty registers of a million rows each are 45 GB and an hour: each gets a row for so many appeals.
BESIDE = 4
LEDGER = "reports_fact"
TOUCHED = tuple(dict.fromkeys([*TABLES, "journal_entry", *engine.TABLES]))
Server = psycopg.Connection[tuple[object, ...]]
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

    Every other register gets a row for every fourth appeal.
    """
    started = time.monotonic()
    world, words = worlds.build(), Vocabulary()
    with connection.cursor() as cursor:
        cursor.execute(_COUNTERS)
    connection.close()
    connection.close_pool()  # type: ignore[attr-defined]  # PostgreSQL's own wrapper has it
    note(cluster, "loading")
    with without_indexes(cluster, TOUCHED):
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
    _say("ledger of reports")
    with without_indexes(cluster, [LEDGER]):
        ledger.rebuild()
        connection.close()
    _say("vacuum and statistics of the rest")
    with cluster.connect(DATABASE) as server:
        server.execute("VACUUM (ANALYZE, SKIP_LOCKED)")
        server.execute("CHECKPOINT")
    note(cluster, str(rows))
    sys.stdout.write("\n")
    return time.monotonic() - started


def by_two(cluster: Cluster, what: str, work: Sequence[str], do: Callable[[Server, str], object]) -> None:
    """Do each piece in one of two connections that write past triggers and links; what is made is right."""
    taken, lock = iter(enumerate(work, start=1)), threading.Lock()

    def worker() -> None:
        with cluster.connect(DATABASE) as server:
            server.execute("SET session_replication_role = replica")
            server.execute("SET synchronous_commit = off")
            server.execute("SET maintenance_work_mem = '512MB'")
            server.execute("SET max_parallel_maintenance_workers = 0")
            while True:
                with lock:
                    place, piece = next(taken, (0, ""))
                if not piece:
                    return
                _say(f"{what} {place} of {len(work)}")
                do(server, piece)

    with ThreadPoolExecutor(PROCESSES) as pool:
        for done in [pool.submit(worker) for _ in range(PROCESSES)]:
            done.result()


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
        # The rows are right by making: their links are not looked up one by one.
        server.execute("SET session_replication_role = replica")
        server.execute("SET synchronous_commit = off")
        while (number := tasks.get()) is not None:
            try:
                _write(server, maker.chunk(number))
            except (psycopg.Error, LookupError, ValueError) as problem:
                done.put(repr(problem))
                raise
            done.put("")


def _write(server: psycopg.Connection[tuple[object, ...]], batch: Batch) -> None:
    for table, columns in TABLES.items():
        names = ", ".join(f'"{column}"' for column in columns.split())
        with server.cursor() as cursor, cursor.copy(f"COPY {table} ({names}) FROM STDIN") as copy:
            copy.write("\n".join(batch.lines[table]) + "\n" if batch.lines[table] else "")
    for office, bodies in batch.journal.items():
        server.execute(_APPEND, [office, bodies])


@contextmanager
def without_indexes(cluster: Cluster, tables: Sequence[str]) -> Iterator[None]:
    """Take the plain indexes of the filled tables away for the block and build them again after it."""
    with cluster.connect(DATABASE) as server:
        found = server.execute(
            "SELECT i.indexrelid::regclass::text, pg_get_indexdef(i.indexrelid) FROM pg_index i"
            " WHERE i.indrelid::regclass::text = ANY(%s)"
            " AND NOT EXISTS (SELECT 1 FROM pg_constraint c WHERE c.conindid = i.indexrelid)",
            [list(tables)],
        ).fetchall()
        for index, _ in found:
            server.execute(f"DROP INDEX {index}")
    yield
    definitions = [str(definition) for _, definition in found]
    by_two(cluster, "index", definitions, lambda server, definition: server.execute(definition))


def _bar(count: int, of: int) -> None:
    filled = 40 * count // of
    _say(f"[{'#' * filled}{'.' * (40 - filled)}] {count * CHUNK:,} appeals")


def _say(text: str) -> None:
    sys.stdout.write(f"\r\033[K{text}")
    sys.stdout.flush()
