"""Which commands bring the embedded database up."""

import pytest

from qadaga.config import cli


@pytest.fixture(autouse=True)
def development(monkeypatch: pytest.MonkeyPatch) -> None:
    """As on a newcomer's machine."""
    monkeypatch.setenv("DJANGO_SETTINGS_MODULE", cli.DEVELOPMENT)
    monkeypatch.delenv("QADAGA_DATABASE_URL", raising=False)


@pytest.mark.parametrize(
    "words", [["migrate"], ["journal", "verify"], ["backup", "x"], ["law", "explain", "--office", "1110"]]
)
def test_commands_that_read_rows_need_it(words: list[str]) -> None:
    assert cli.needs_database(words)


@pytest.mark.parametrize(
    "words",
    [
        [],
        ["help"],
        ["--version"],
        ["migrate", "--help"],
        ["law", "coverage"],
        ["makemigrations", "--check"],
        ["migrate", "--settings=qadaga.config.settings.prod"],
    ],
)
def test_others_do_not(words: list[str]) -> None:
    assert not cli.needs_database(words)


def test_a_server_elsewhere_is_not_ours_to_start(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QADAGA_DATABASE_URL", "postgresql://who@db.example/name")
    assert not cli.needs_database(["migrate"])
