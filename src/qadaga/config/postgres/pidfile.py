"""What `postmaster.pid` says, whether it can be believed, and what a killed server leaves behind."""

import contextlib
import os
import signal
import time
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Postmaster:
    """The server a data directory's pid file names."""

    pid: int
    data: Path

    @classmethod
    def read(cls, data: Path) -> "Postmaster | None":
        """The recorded server, or None when there is no readable record."""
        try:
            first = (data / "postmaster.pid").read_text().split("\n", 1)[0]
            return cls(pid=int(first), data=data)
        except (FileNotFoundError, ValueError):
            return None

    def alive(self) -> bool:
        """Whether that process runs now and is a postgres on this very directory.

        After a crash of the machine the number may belong to anybody, and after a kill to a process that
        nobody has buried yet (a container without an init): then the record is stale.
        """
        try:
            words = Path(f"/proc/{self.pid}/cmdline").read_bytes().split(b"\0")
        except (FileNotFoundError, ProcessLookupError):
            return False
        return b"postgres" in words[0] and str(self.data).encode() in words


def clear_away(data: Path, socket_directory: Path) -> bool:
    """Remove what a dead server left on this directory; True when there was something, False if it lives.

    PostgreSQL itself would refuse to start: it takes any process with the recorded number for its own, and
    waits for the dead server's sessions, which notice only when their statement ends.
    """
    record = Postmaster.read(data)
    if record is None or record.alive():
        return False
    _end_sessions(data)
    for path in (data / "postmaster.pid", *socket_directory.glob(".s.PGSQL.*")):
        path.unlink(missing_ok=True)
    return True


def _end_sessions(data: Path, patience: float = 10.0) -> None:
    """Kill the processes that work in the data directory of a server that is dead."""
    deadline = time.monotonic() + patience
    while (left := _working_in(data)) and time.monotonic() < deadline:
        for pid in left:
            with contextlib.suppress(ProcessLookupError):
                os.kill(pid, signal.SIGKILL)
        time.sleep(0.05)


def _working_in(directory: Path) -> list[int]:
    found = []
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            with contextlib.suppress(OSError):  # gone by now, or another user's
                if (entry / "cwd").readlink() == directory:
                    found.append(int(entry.name))
    return found
