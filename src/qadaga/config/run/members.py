"""Who is in the group: the web server, the task worker, the clockwork, a simulator of outside registers."""

import os
import socket
import sys
from pathlib import Path

from qadaga.config import environment
from qadaga.config.run import processes
from qadaga.config.run.child import Child
from qadaga.supervision.gateway.simulator import KEY

# Two processes for two cores; each thread holds one connection of its process's pool while it answers.
WORKERS = "2"
THREADS = "4"


def members(state: Path, host: str, port: int, *, demo: bool = False) -> list[Child]:
    """The processes of the group, in the order they are started.

    The simulator answers with people who do not exist, so it comes with the demonstration only, and only
    where no gateway is set.
    """
    logs = state / "log"
    ours = {
        processes.MARK: processes.mark_of(state),
        "PYTHONUNBUFFERED": "1",
        # Each thread would otherwise keep freed memory of its own: megabytes a worker that nobody uses.
        "MALLOC_ARENA_MAX": "2",
        **environment.our_sources(),
    }
    command = [sys.executable, "-m", "qadaga"]
    simulator = []
    if demo and "QADAGA_GATEWAY_URL" not in os.environ:
        gate = _free_port()
        ours |= {"QADAGA_GATEWAY_URL": f"http://127.0.0.1:{gate}", "QADAGA_GATEWAY_KEY": KEY}
        simulator = [Child("register simulator", _simulator(gate), logs / "simulator.log", ours)]
    return [
        Child("web server", _web(host, port), logs / "web.log", ours),
        Child("task worker", [*command, "worker"], logs / "worker.log", ours),
        Child("clockwork", [*command, "tick", "--every", "60"], logs / "clockwork.log", ours),
        *simulator,
    ]


def _simulator(port: int) -> list[str]:
    return [sys.executable, "-m", "qadaga.supervision.gateway.simulator", "--port", str(port)]


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _web(host: str, port: int) -> list[str]:
    return [
        sys.executable, "-m", "qadaga.config.serving", "--host", host, "--port", str(port),
        "--workers", os.environ.get("QADAGA_WORKERS", WORKERS),
        "--threads", os.environ.get("QADAGA_THREADS", THREADS),
    ]  # fmt: skip
