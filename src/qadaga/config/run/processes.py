"""Finding and ending processes by a mark in their environment.

A number in a file may belong to somebody else by now; the mark is inherited by every process that a run
starts (a web server's own workers too) and by nobody else, so it tells an orphan for certain.
"""

import contextlib
import hashlib
import os
import signal
import time
from collections.abc import Iterable
from pathlib import Path

MARK = "QADAGA_GROUP"


def mark_of(state: Path) -> str:
    """The mark of all runs on this state directory."""
    return hashlib.sha256(str(state.resolve()).encode()).hexdigest()[:20]


def marked(mark: str) -> list[int]:
    """The pids of living processes that carry `mark`, without this one; zombies are not alive."""
    wanted = f"{MARK}={mark}".encode()
    own = os.getpid()
    return [pid for pid in _pids() if pid != own and wanted in _environment(pid) and not _zombie(pid)]


def end(pids: Iterable[int], *, patience: float = 10.0) -> None:
    """Ask the processes to end; kill those that have not after `patience` seconds."""
    left = list(pids)
    _signal(left, signal.SIGTERM)
    deadline = time.monotonic() + patience
    while left and time.monotonic() < deadline:
        time.sleep(0.05)
        left = [pid for pid in left if alive(pid)]
    _signal(left, signal.SIGKILL)
    while left and time.monotonic() < deadline + 5:
        time.sleep(0.02)
        left = [pid for pid in left if alive(pid)]


def alive(pid: int) -> bool:
    """Whether the process exists and is not a zombie."""
    return Path(f"/proc/{pid}").exists() and not _zombie(pid)


def _pids() -> list[int]:
    return [int(entry.name) for entry in Path("/proc").iterdir() if entry.name.isdigit()]


def _environment(pid: int) -> list[bytes]:
    # It may be another user's, or be gone by now.
    with contextlib.suppress(OSError):
        return Path(f"/proc/{pid}/environ").read_bytes().split(b"\0")
    return []


def _zombie(pid: int) -> bool:
    with contextlib.suppress(OSError):
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] == "Z"
    return True


def _signal(pids: Iterable[int], number: signal.Signals) -> None:
    for pid in pids:
        with contextlib.suppress(ProcessLookupError):
            os.kill(pid, number)
