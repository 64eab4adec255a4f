"""Orphans are told apart by their mark, and end whatever they do."""

import os
import subprocess
import sys
from pathlib import Path

from qadaga.config.run import processes

STUBBORN = (
    "import signal, time; signal.signal(signal.SIGTERM, signal.SIG_IGN);"
    "print('up', flush=True); time.sleep(60)"
)
# A parent that is killed leaves this child behind; it inherits the mark as any child does.
PARENT = f"import subprocess, sys; subprocess.run([sys.executable, '-c', {STUBBORN!r}])"


def spawn(code: str, mark: str) -> "subprocess.Popen[bytes]":
    process = subprocess.Popen(
        [sys.executable, "-c", code], stdout=subprocess.PIPE, env={**os.environ, processes.MARK: mark}
    )
    assert process.stdout is not None
    assert process.stdout.readline() == b"up\n"
    return process


def test_the_mark_is_of_the_directory(tmp_path: Path) -> None:
    assert processes.mark_of(tmp_path) == processes.mark_of(tmp_path / "x" / "..")
    assert processes.mark_of(tmp_path) != processes.mark_of(tmp_path / "x")


def test_children_of_a_killed_parent_are_found_and_ended() -> None:
    mark = f"test-{os.getpid()}"
    parent = spawn(PARENT, mark)
    assert len(processes.marked(mark)) == 2
    parent.kill()
    parent.wait()
    (orphan,) = processes.marked(mark)

    processes.end([orphan], patience=0.3)

    assert not processes.alive(orphan)
    assert processes.marked(mark) == []
    assert parent.stdout is not None
    parent.stdout.close()


def test_processes_of_others_are_left_alone() -> None:
    process = spawn(STUBBORN, "somebody-else")
    assert process.pid not in processes.marked(f"test-{os.getpid()}-none")
    assert processes.alive(process.pid)
    process.kill()
    process.wait()
    assert process.stdout is not None
    process.stdout.close()
