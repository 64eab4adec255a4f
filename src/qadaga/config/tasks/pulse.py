"""How one can tell for certain whether a worker still lives.

A worker holds a PostgreSQL advisory lock of its own name on a connection of its own. However it ends, the
lock goes with the connection; so a task that is "running" under a name whose lock is free was left behind.
"""

import hashlib
import threading

import psycopg
from django.db import connection

# One half of the lock's key keeps it apart from every other advisory lock of the product.
FAMILY = 0x514C
BEAT_SECONDS = 5.0
ADDRESS = ("host", "port", "user", "password", "dbname")


def key(worker: str) -> int:
    """The lock's number for a worker's name: a signed 32-bit integer, as PostgreSQL wants it."""
    return int.from_bytes(hashlib.sha256(worker.encode()).digest()[:4], "big", signed=True)


def beats(worker: str) -> bool:
    """Whether somebody holds the worker's lock now."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT EXISTS (SELECT 1 FROM pg_locks WHERE locktype = 'advisory' AND classid = %s"
            " AND objid = %s"
            " AND database = (SELECT oid FROM pg_database WHERE datname = current_database()))",
            [FAMILY, key(worker) & 0xFFFFFFFF],
        )
        return bool(cursor.fetchone()[0])


class Pulse(threading.Thread):
    """Holds the lock of `worker` until the process ends; takes it anew when the database was restarted."""

    def __init__(self, worker: str) -> None:
        super().__init__(name="pulse", daemon=True)
        self.worker = worker
        self.held = threading.Event()
        self._end = threading.Event()

    def run(self) -> None:
        """Keep one connection with the lock; a lost one is made again at the next beat."""
        while not self._end.is_set():
            try:
                self._hold()
            except psycopg.OperationalError:
                self.held.clear()
                self._end.wait(BEAT_SECONDS)

    def stop(self) -> None:
        """Let the lock go."""
        self._end.set()
        self.join(timeout=BEAT_SECONDS + 1)

    def _hold(self) -> None:
        parameters = connection.get_connection_params()
        wanted = {name: parameters[name] for name in ADDRESS if name in parameters}
        with psycopg.connect(**wanted, autocommit=True) as own:
            own.execute("SELECT pg_advisory_lock(%s, %s)", [FAMILY, key(self.worker)])
            self.held.set()
            while not self._end.wait(BEAT_SECONDS):
                own.execute("SELECT 1")
