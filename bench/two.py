"""Work in the database by two connections at once, and what of it the screen says."""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor

import psycopg

from bench.site import DATABASE
from qadaga.config.postgres import Cluster

PROCESSES = 2
# The rows are right by making: their links are not looked up one by one. Compressing the log takes a third of
# the time that an index does.
HASTE = """
SET session_replication_role = replica;
SET synchronous_commit = off;
SET wal_compression = off;
SET maintenance_work_mem = '512MB';
SET max_parallel_maintenance_workers = 0;
"""
Server = psycopg.Connection[tuple[object, ...]]


def by_two(cluster: Cluster, what: str, work: Sequence[str], do: Callable[[Server, str], object]) -> None:
    """Do each piece in one of two connections that write past triggers and links; what is made is right."""
    taken, lock = iter(enumerate(work, start=1)), threading.Lock()

    def worker() -> None:
        with cluster.connect(DATABASE) as server:
            server.execute(HASTE)
            while True:
                with lock:
                    place, piece = next(taken, (0, ""))
                if not piece:
                    return
                say(f"{what} {place} of {len(work)}")
                do(server, piece)

    with ThreadPoolExecutor(PROCESSES) as pool:
        for done in [pool.submit(worker) for _ in range(PROCESSES)]:
            done.result()


def say(text: str) -> None:
    """The line that tells how far the work is; the next one takes its place."""
    sys.stdout.write(f"\r\033[K{text}")
    sys.stdout.flush()
