"""What the surroundings say."""

import stat
from pathlib import Path

import pytest

from qadaga.config import environment


def test_a_database_url_is_taken_apart() -> None:
    parsed = environment.parse_database_url("postgresql://who:p%40ss@db.example:6432/name?sslmode=require")
    assert parsed == {
        "NAME": "name",
        "USER": "who",
        "PASSWORD": "p@ss",
        "HOST": "db.example",
        "PORT": "6432",
        "OPTIONS": {"sslmode": "require"},
    }


def test_a_socket_directory_may_be_the_host() -> None:
    parsed = environment.parse_database_url("postgresql://who@/name?host=/run/pg")
    assert (parsed["HOST"], parsed["PORT"]) == ("/run/pg", "")


@pytest.mark.parametrize("url", ["sqlite:///x.db", "mysql://a@b/c", "x"])
def test_there_is_no_second_dialect(url: str) -> None:
    with pytest.raises(ValueError, match="postgresql"):
        environment.parse_database_url(url)


def test_a_local_secret_is_made_once_and_is_private(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QADAGA_VAR", str(tmp_path))
    first = environment.local_secret("one")
    assert len(first) >= 50
    assert environment.local_secret("one") == first
    assert environment.local_secret("two") != first
    assert stat.S_IMODE((tmp_path / "secrets.json").stat().st_mode) == 0o600


def test_a_missing_setting_of_a_deployment_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("QADAGA_SECRET_KEY", raising=False)
    with pytest.raises(KeyError, match="QADAGA_SECRET_KEY"):
        environment.required("QADAGA_SECRET_KEY")


@pytest.mark.parametrize(("text", "meant"), [("1", True), ("Yes", True), ("0", False), ("", False)])
def test_a_flag(text: str, meant: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QADAGA_DEBUG", text)
    assert environment.flag("QADAGA_DEBUG") is meant


@pytest.mark.parametrize(("value", "expected"), [(None, 0), ("", 0), ("2", 2), (" 1 ", 1)])
def test_a_count_is_read(monkeypatch: pytest.MonkeyPatch, value: str | None, expected: int) -> None:
    monkeypatch.delenv("QADAGA_TRUSTED_PROXIES", raising=False)
    if value is not None:
        monkeypatch.setenv("QADAGA_TRUSTED_PROXIES", value)
    assert environment.count("QADAGA_TRUSTED_PROXIES") == expected


@pytest.mark.parametrize("value", ["-1", "one", "1.5", "²"])
def test_what_is_no_count_is_refused(monkeypatch: pytest.MonkeyPatch, value: str) -> None:
    monkeypatch.setenv("QADAGA_TRUSTED_PROXIES", value)
    with pytest.raises(ValueError, match="QADAGA_TRUSTED_PROXIES"):
        environment.count("QADAGA_TRUSTED_PROXIES")


def test_a_gateway_is_named_with_its_key_or_not_at_all(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("QADAGA_GATEWAY_URL", raising=False)
    monkeypatch.delenv("QADAGA_GATEWAY_KEY", raising=False)
    assert environment.gateway() == ("", "")
    monkeypatch.setenv("QADAGA_GATEWAY_URL", "https://gateway.example")
    with pytest.raises(ValueError, match="QADAGA_GATEWAY_KEY must be set"):
        environment.gateway()
    monkeypatch.setenv("QADAGA_GATEWAY_KEY", "given")
    assert environment.gateway() == ("https://gateway.example", "given")
