"""A member of the group that falls is started again, but not for ever."""

import sys
import time
from pathlib import Path

import pytest

from qadaga.config.run import child as module
from qadaga.config.run import processes
from qadaga.config.run.child import Child, KeepsFalling


def wait_until_fallen(child: Child) -> None:
    deadline = time.monotonic() + 10
    while not child.fallen() and time.monotonic() < deadline:
        time.sleep(0.01)


def test_stop_ends_it_and_what_it_started(tmp_path: Path) -> None:
    sleep = "import time; time.sleep(60)"
    code = f"import subprocess, sys; subprocess.Popen([sys.executable, '-c', '{sleep}']); {sleep}"
    child = Child("parent", [sys.executable, "-c", code], tmp_path / "log", {processes.MARK: tmp_path.name})
    child.start()
    deadline = time.monotonic() + 10
    while len(processes.marked(tmp_path.name)) < 2 and time.monotonic() < deadline:
        time.sleep(0.02)
    assert not child.fallen()

    child.stop()

    assert child.fallen()
    assert processes.marked(tmp_path.name) == []


def test_one_that_keeps_falling_is_given_up_with_its_last_words(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "MOST_FALLS", 2)
    child = Child("weakling", [sys.executable, "-c", "print('no luck')"], tmp_path / "log", {})
    child.start()
    for _ in range(2):
        wait_until_fallen(child)
        child.raise_again()
    wait_until_fallen(child)
    with pytest.raises(KeepsFalling, match="no luck"):
        child.raise_again()
