"""Who is in the group: the simulator of outside registers comes with the demonstration, and only then."""

from pathlib import Path

import pytest

from qadaga.config.run.members import members


def _names(tmp_path: Path, *, demo: bool) -> list[str]:
    return [one.name for one in members(tmp_path, "127.0.0.1", 8000, demo=demo)]


@pytest.fixture(autouse=True)
def no_gateway(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("QADAGA_GATEWAY_URL", raising=False)


def test_without_the_demonstration_nobody_answers_in_the_name_of_a_register(tmp_path: Path) -> None:
    assert _names(tmp_path, demo=False) == ["web server", "task worker", "clockwork"]


def test_the_demonstration_has_a_simulator(tmp_path: Path) -> None:
    assert _names(tmp_path, demo=True)[-1] == "register simulator"


def test_a_gateway_that_is_set_needs_no_simulator(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QADAGA_GATEWAY_URL", "https://gateway.example")
    assert "register simulator" not in _names(tmp_path, demo=True)
