"""One run a state directory; a taken port is refused with a clear word."""

import os
import socket
from pathlib import Path

import pytest

from qadaga.config.run import lock


def test_a_second_run_is_refused_and_told_where_the_first_is(tmp_path: Path) -> None:
    held = lock.take(tmp_path, "127.0.0.1:8000")
    with pytest.raises(lock.Refused, match=rf"process {os.getpid()} on http://127\.0\.0\.1:8000/"):
        lock.take(tmp_path, "127.0.0.1:8001")
    os.close(held)
    os.close(lock.take(tmp_path, "127.0.0.1:8001"))


def test_a_taken_port_is_refused_and_another_is_proposed() -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        with pytest.raises(lock.Refused, match=f"ADDRESS=127.0.0.1:{port + 1}"):
            lock.check_port("127.0.0.1", port)
    lock.check_port("127.0.0.1", port)
