"""The group: whoever falls is raised, all end together."""

import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import cast

from qadaga.config.postgres import Cluster
from qadaga.config.run.child import Child
from qadaga.config.run.group import Group


class Database:
    """A cluster that falls once and tells what is asked of it."""

    def __init__(self) -> None:
        self.alive = False
        self.told: list[str] = []

    def running_pid(self) -> int | None:
        return 1 if self.alive else None

    def ensure_running(self) -> None:
        self.told.append("raised")
        self.alive = True

    def stop(self) -> None:
        self.told.append("stopped")


def child(folder: Path, name: str) -> Child:
    return Child(name, [sys.executable, "-c", "import time; time.sleep(60)"], folder / f"{name}.log", {})


def watched(group: Group) -> threading.Thread:
    group.start()
    thread = threading.Thread(target=group.watch, daemon=True)
    thread.start()
    return thread


def wait_for(true: Callable[[], bool]) -> None:
    deadline = time.monotonic() + 15
    while not true():
        assert time.monotonic() < deadline
        time.sleep(0.02)


def test_a_member_that_is_killed_is_started_again_and_all_end_together(tmp_path: Path) -> None:
    members = [child(tmp_path, "web"), child(tmp_path, "worker")]
    said: list[str] = []
    group = Group(None, members, said.append)
    watching = watched(group)
    first = members[0].process
    assert first is not None

    first.kill()
    wait_for(lambda: members[0].process is not first)
    group._on_signal(15, None)
    watching.join(timeout=10)
    group.stop()

    assert said == ["The web ended unexpectedly: starting it again."]
    assert all(member.fallen() for member in members)


def test_a_database_that_fell_is_raised_and_excuses_who_fell_for_want_of_it(tmp_path: Path) -> None:
    database, member = Database(), child(tmp_path, "web")
    member.falls = [time.monotonic()] * 5
    group = Group(cast(Cluster, database), [member], lambda line: None)
    watching = watched(group)

    wait_for(lambda: database.told == ["raised"])
    group._on_signal(15, None)
    watching.join(timeout=10)
    group.stop()

    assert database.told == ["raised", "stopped"]
    assert member.falls == []
