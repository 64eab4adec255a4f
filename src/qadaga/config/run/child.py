"""One member of the group: how it is started, whether it lives, how often it may fall."""

import os
import subprocess
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from qadaga.config.run import processes

# More falls than this within the window are no accident: the group ends and shows the log.
MOST_FALLS = 5
WINDOW_SECONDS = 60.0


class KeepsFalling(Exception):
    """A member fell too often; the message holds the end of its log."""


@dataclass
class Child:
    """A supervised process whose output goes to a log file of its own."""

    name: str
    command: Sequence[str]
    log: Path
    environment: dict[str, str]
    process: subprocess.Popen[bytes] | None = None
    falls: list[float] = field(default_factory=list)

    def start(self) -> None:
        """Start it in a process group of its own, so that Ctrl-C reaches the supervisor only."""
        self.log.parent.mkdir(parents=True, exist_ok=True)
        with self.log.open("ab") as output:
            self.process = subprocess.Popen(
                self.command,
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=subprocess.STDOUT,
                env={**os.environ, **self.environment},
                start_new_session=True,
            )

    def fallen(self) -> bool:
        """Whether it ended although nobody asked it to."""
        return self.process is None or self.process.poll() is not None

    def raise_again(self) -> None:
        """Start it anew after a fall; raises KeepsFalling when it does nothing but fall."""
        now = time.monotonic()
        self.falls = [moment for moment in self.falls if now - moment < WINDOW_SECONDS] + [now]
        if len(self.falls) > MOST_FALLS:
            raise KeepsFalling(f"The {self.name} ends again and again; {self.log} ends:\n{self.tail()}")
        self._end_leftovers()
        self.start()

    def stop(self) -> None:
        """End it and every process it started."""
        if self.process is not None:
            self._end_leftovers()
            self.process.wait(timeout=10)

    def tail(self, lines: int = 15) -> str:
        """The last lines of its log."""
        return "\n".join(self.log.read_text(errors="replace").splitlines()[-lines:])

    def _end_leftovers(self) -> None:
        """A server killed outright leaves its workers behind: they are in its session."""
        if self.process is not None:
            processes.end(_session(self.process.pid))


def _session(leader: int) -> list[int]:
    """The living processes of the session that `leader` opened."""
    found = []
    for entry in Path("/proc").iterdir():
        if (
            entry.name.isdigit()
            and _session_of(int(entry.name)) == leader
            and processes.alive(int(entry.name))
        ):
            found.append(int(entry.name))
    return found


def _session_of(pid: int) -> int | None:
    try:
        return os.getsid(pid)
    except ProcessLookupError:
        return None
