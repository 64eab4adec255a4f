"""A whole Qadaga of one's own: started as `make run` does, looked into, shot at, started again."""

import contextlib
import json
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import psycopg

from qadaga.config import environment
from qadaga.config.postgres import Cluster, embedded
from qadaga.config.run import processes

# Generous: the test is about what survives, not about how busy the machine is.
READY_SECONDS = 420


class Running:
    """One installation in a folder, on a free port; `kill` takes its members down without a word."""

    def __init__(self, state: Path) -> None:
        self.state = state
        self.port = _free_port()
        self.supervisor: subprocess.Popen[bytes] | None = None
        sources = environment.our_sources()["PYTHONPATH"]
        self.environment = {
            **{
                name: value for name, value in os.environ.items() if not name.startswith(("QADAGA", "DJANGO"))
            },
            "QADAGA_VAR": str(state),
            # The tests' own package too, for the tasks that only tests have.
            "PYTHONPATH": os.pathsep.join([sources, str(environment.SOURCE_ROOT)]),
        }

    @property
    def cluster(self) -> Cluster:
        """Its PostgreSQL."""
        return embedded(self.state / "postgres")

    def start(self) -> None:
        """Start it and return when it says that it is ready; fails with what it said otherwise."""
        log = self.state / "supervisor.log"
        self.state.mkdir(exist_ok=True)
        with log.open("wb") as output:
            self.supervisor = subprocess.Popen(
                [sys.executable, "-m", "qadaga", "run", "--address", f"127.0.0.1:{self.port}"],
                stdin=subprocess.DEVNULL, stdout=output, stderr=subprocess.STDOUT, env=self.environment,
                start_new_session=True,
            )  # fmt: skip
        deadline = time.monotonic() + READY_SECONDS
        while "Qadaga is ready" not in log.read_text():
            assert self.supervisor.poll() is None, log.read_text()
            assert time.monotonic() < deadline, log.read_text()
            time.sleep(0.1)

    def stop(self) -> None:
        """End it in good order, with whatever is left of it."""
        done = self.command("stop")
        assert done.returncode == 0, done.stderr
        if self.supervisor is not None:
            self.supervisor.wait(timeout=30)

    def command(self, *words: str) -> "subprocess.CompletedProcess[str]":
        """Run a `qadaga` command on this installation."""
        return subprocess.run(
            [sys.executable, "-m", "qadaga", *words],
            check=False, stdin=subprocess.DEVNULL, capture_output=True, text=True, env=self.environment,
            timeout=300,
        )  # fmt: skip

    def logs(self) -> str:
        """The end of every log of it."""
        ends = []
        for path in [self.state / "supervisor.log", *sorted((self.state / "log").glob("*.log"))]:
            ends.append(f"--- {path.name}\n" + "\n".join(path.read_text(errors="replace").splitlines()[-40:]))
        return "\n".join(ends)

    def rows(self, statement: str) -> list[tuple[object, ...]]:
        """What its database answers, asked past the application; empty while it is away."""
        with contextlib.suppress(psycopg.OperationalError), self.cluster.connect("qadaga") as connection:
            return connection.execute(statement).fetchall()
        return []

    def python(self, code: str) -> object:
        """What `code` leaves in `result`, run inside this installation."""
        done = self.command("shell", "--no-imports", "-c", f"{code}\nimport json; print(json.dumps(result))")
        assert done.returncode == 0, done.stderr
        return json.loads(done.stdout.splitlines()[-1])

    def pids(self, *words: str) -> list[int]:
        """Its living processes that were called with each of `words`; PostgreSQL's are not among them."""
        return [pid for pid in processes.marked(processes.mark_of(self.state)) if _holds(pid, words)]

    def kill(self, member: str) -> list[int]:
        """`kill -9` of "postgres", "supervisor", "web" (all of it), "web worker" (one) or "task worker"."""
        victims = self._victims(member)
        assert victims, f"no {member} to kill"
        for pid in victims:
            with contextlib.suppress(ProcessLookupError):
                os.kill(pid, signal.SIGKILL)
        if member == "supervisor" and self.supervisor is not None:
            self.supervisor.wait()
        return victims

    def _victims(self, member: str) -> list[int]:
        if member == "supervisor":
            assert self.supervisor is not None
            return [self.supervisor.pid]
        if member == "postgres":
            pid = self.cluster.running_pid()
            return [] if pid is None else [pid]
        if member == "task worker":
            return self.pids("qadaga", "worker")
        serving = self.pids("qadaga.config.serving")
        return serving if member == "web" else serving[-1:]


@contextlib.contextmanager
def running(state: Path) -> Iterator[Running]:
    """A started installation for the time of the block."""
    made = Running(state)
    try:
        made.start()
        yield made
    finally:
        # pytest shows this when a test fails, and the folder is gone by then.
        sys.stdout.write(made.logs())
        made.stop()


def _free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as probe:
        return int(probe.getsockname()[1])


def _holds(pid: int, words: tuple[str, ...]) -> bool:
    with contextlib.suppress(OSError):
        line = Path(f"/proc/{pid}/cmdline").read_bytes().split(b"\0")
        return all(word.encode() in line for word in words)
    return False
