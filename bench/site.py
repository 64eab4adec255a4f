"""The site under measure: its own state directory, PostgreSQL with full durability, and the web server."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from qadaga.config.postgres import Cluster, embedded
from qadaga.config.run.child import Child
from qadaga.config.run.members import members
from qadaga.config.run.prepare import wait_for_pages

DATABASE = "qadaga"
HOST, PORT = "127.0.0.1", 8099
# Each other register gets a row for so many appeals; a million of each they have one after another (growing).
BESIDE = 10
_LOADED = f"%s appeals, one in {BESIDE} in every register"


def prepare() -> Cluster:
    """Start the database of the bench and bring its tables up to date."""
    import django
    from django.core.management import call_command

    cluster = embedded()
    cluster.ensure_running()
    if loaded(cluster) < 0:
        with cluster.connect("postgres") as server:
            server.execute(f"DROP DATABASE {DATABASE} WITH (FORCE)")
    cluster.create_database(DATABASE)
    django.setup()
    call_command("migrate", verbosity=0, interactive=False)
    call_command("createcachetable", verbosity=0)
    return cluster


def loaded(cluster: Cluster) -> int:
    """How many appeals a finished load has brought in; -1 for a database half loaded, or loaded otherwise."""
    with cluster.connect("postgres") as server:
        said = server.execute(
            "SELECT shobj_description(oid, 'pg_database') FROM pg_database WHERE datname = %s", [DATABASE]
        ).fetchone()
    word = str(said[0] or _LOADED % 0) if said else _LOADED % 0
    number = word.partition(" ")[0]
    return int(number) if number.isdigit() and word == _LOADED % number else -1


def note(cluster: Cluster, rows: int | None) -> None:
    """Keep beside the database how many appeals are loaded; None while they are being loaded."""
    word = "loading" if rows is None else _LOADED % rows
    with cluster.connect("postgres") as server:
        server.execute(f"COMMENT ON DATABASE {DATABASE} IS '{word}'")


def gigabytes(cluster: Cluster) -> float:
    """The size of the database with the server's log of changes."""
    with cluster.connect(DATABASE) as server:
        row = server.execute(
            f"SELECT pg_database_size('{DATABASE}') + sum(size) FROM pg_ls_waldir()"
        ).fetchone()
    assert row is not None
    return float(str(row[0])) / 2**30


@contextmanager
def served(state: Path) -> Iterator[tuple[Child, float]]:
    """The web server while the block runs, with the seconds from its start to its first answer."""
    server = members(state, HOST, PORT)[0]
    started = time.monotonic()
    server.start()
    try:
        wait_for_pages(HOST, PORT, server)
        yield server, time.monotonic() - started
    finally:
        server.stop()


def memory(server: Child) -> tuple[float, float]:
    """Megabytes of the largest of the server's worker processes: resident, and its share of them.

    Pages of libraries count as resident in every process that maps them; the share counts each page once.
    """
    assert server.process is not None
    session = server.process.pid
    pids = [int(entry.name) for entry in Path("/proc").iterdir() if entry.name.isdigit()]
    mine = [pid for pid in pids if _session(pid) == session and pid != session]
    return max((_megabytes(pid, "Rss"), _megabytes(pid, "Pss")) for pid in mine)


def spent(server: Child, cluster: Cluster) -> float:
    """Milliseconds of processor time the web server and the database have used so far.

    Neighbours on the machine make answers late; they do not make them dearer.
    """
    assert server.process is not None
    postmaster = cluster.running_pid()
    found = 0.0
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            found += _ticks(int(entry.name), postmaster, server.process.pid)
    return 1000 * found / os.sysconf("SC_CLK_TCK")


def _ticks(pid: int, postmaster: int | None, web: int) -> int:
    """Ticks of a process of the database or the web server, and of those of its children that have ended."""
    try:
        words = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    except (FileNotFoundError, ProcessLookupError):
        return 0
    own, ended = int(words[11]) + int(words[12]), int(words[13]) + int(words[14])
    if pid == postmaster:
        return ended
    return own + ended if int(words[1]) == postmaster or _session(pid) == web else 0


def _session(pid: int) -> int | None:
    try:
        return os.getsid(pid)
    except ProcessLookupError:
        return None


def _megabytes(pid: int, what: str) -> float:
    lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    return next(int(line.split()[1]) / 1024 for line in lines if line.startswith(f"{what}:"))
