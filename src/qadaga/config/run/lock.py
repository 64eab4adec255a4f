"""One run a state directory, and a port nobody else holds."""

import fcntl
import os
import socket
from pathlib import Path


class Refused(Exception):
    """The run may not start; the message says what stands in its way and what to do."""


def take(state: Path, address: str) -> int:
    """Hold the state directory until this process ends, however it ends; raises Refused if a run holds it."""
    path = state / "run.lock"
    path.parent.mkdir(parents=True, exist_ok=True)
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        holder = os.read(descriptor, 200).decode()
        os.close(descriptor)
        raise Refused(
            f"Qadaga already runs here: {holder}. End it with Ctrl-C there, or with `make stop`."
        ) from None
    os.ftruncate(descriptor, 0)
    os.write(descriptor, f"process {os.getpid()} on http://{address}/".encode())
    return descriptor


def check_port(host: str, port: int) -> None:
    """Raises Refused when something listens there; asked after the orphans of this checkout were ended."""
    with socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as problem:
            raise Refused(
                f"Port {port} of {host} is taken by another program ({problem.strerror}). "
                f"End it, or choose another port: make run ADDRESS={host}:{port + 1}"
            ) from None
