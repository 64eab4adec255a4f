"""A simulator of the gateway for the time of a test."""

from collections.abc import Iterator
from contextlib import contextmanager
from threading import Thread

from qadaga.supervision.gateway.simulator import Simulator


@contextmanager
def serving() -> Iterator[Simulator]:
    """The simulator on a free port of the loopback."""
    with Simulator() as server:
        thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
        thread.start()
        try:
            yield server
        finally:
            server.shutdown()
            thread.join()
