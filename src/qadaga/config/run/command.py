"""`qadaga run` and `qadaga stop`: from nothing to an address one can open, and back."""

import argparse
import contextlib
import os
import signal
import sys
import time
from pathlib import Path

from qadaga.config import environment
from qadaga.config.postgres import Cluster, ClusterError, embedded
from qadaga.config.run import lock, prepare, processes
from qadaga.config.run.child import KeepsFalling
from qadaga.config.run.group import Group
from qadaga.config.run.members import members
from qadaga.config.run.progress import Progress
from qadaga.law import catalogue


def run(words: list[str]) -> int:
    """Start the group and stay until it is ended; 0 after Ctrl-C, 1 with a plain word when it can't run.

    Raises CatalogueError before anything is started.
    """
    parser = argparse.ArgumentParser(prog="qadaga run", description="Start everything and supervise it.")
    parser.add_argument("--address", default="127.0.0.1:8000", help="host:port to serve on")
    parser.add_argument("--no-demo", action="store_true", help="load the structure but no demonstration data")
    options = parser.parse_args(words)
    host, _, port = options.address.rpartition(":")
    progress = Progress()
    catalogue.load()  # half a law is none: nothing starts, and whoever edits the file reads where it is wrong
    try:
        return _run(host.strip("[]") or "127.0.0.1", int(port), demo=not options.no_demo, progress=progress)
    except (lock.Refused, ClusterError, KeepsFalling, prepare.NotReady) as problem:
        progress.failed(str(problem))
        return 1


def _run(host: str, port: int, *, demo: bool, progress: Progress) -> int:
    state = environment.state_dir()
    address = f"{host}:{port}"
    lock.take(state, address)
    # Everything started from here on, PostgreSQL's own start included, carries the mark of this directory.
    os.environ[processes.MARK] = processes.mark_of(state)
    cluster = None if environment.database_url() else embedded()
    _end_orphans(state, cluster, progress)
    lock.check_port(host, port)
    group = Group(cluster, members(state, host, port, demo=demo), progress.say)
    group.listen()
    try:
        if cluster is not None:
            with progress.step("PostgreSQL"):
                cluster.ensure_running()
                cluster.create_database("qadaga")
        prepare.database(progress, demo=demo)
        with progress.step("web server, task worker, clockwork"):
            group.start()
            prepare.wait_for_pages(host, port, group.children[0])
        progress.ready(address, prepare.demo_logins() if demo else [])
        group.watch()
    finally:
        with contextlib.suppress(KeyboardInterrupt), progress.step("ending"):
            group.stop()
    return 0


def _end_orphans(state: Path, cluster: Cluster | None, progress: Progress) -> None:
    """What a killed run left behind is ended before anything new starts, so no old process answers."""
    left = processes.marked(processes.mark_of(state))
    database = cluster is not None and cluster.running_pid() is not None
    if left or database:
        with progress.step("ending what an earlier run left behind"):
            processes.end(left)
            if cluster is not None:
                cluster.stop()


def stop(words: list[str]) -> int:
    """End the run of this checkout, or what a killed one left behind."""
    argparse.ArgumentParser(prog="qadaga stop", description="End what `qadaga run` started.").parse_args(
        words
    )
    state = environment.state_dir()
    supervisor = _supervisor(state)
    if supervisor is not None:
        os.kill(supervisor, signal.SIGTERM)
        deadline = time.monotonic() + 90
        while processes.alive(supervisor) and time.monotonic() < deadline:
            time.sleep(0.1)
    processes.end(processes.marked(processes.mark_of(state)))
    if not environment.database_url():
        embedded().stop()
    sys.stdout.write("Nothing of Qadaga runs here any more.\n")
    return 0


def _supervisor(state: Path) -> int | None:
    """The pid of the run that holds the state directory now, or None."""
    try:
        descriptor = lock.take(state, "-")
    except lock.Refused as refusal:
        return int(str(refusal).split("process ", 1)[1].split()[0])
    os.close(descriptor)
    return None
