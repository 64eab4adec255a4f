"""`qadaga law` inside the platform: offices from the database, words in their language, carriers loaded."""

import json
import subprocess
import sys

import pytest
from django.core.management import execute_from_command_line

from qadaga.config.cli import needs_database
from qadaga.config.management.commands import law
from qadaga.law import coverage
from tests.staffing import make_office

EXPLAIN = ["law", "explain", "act.sign", "--post", "deputy_district"]


def run(*words: str) -> int:
    with pytest.raises(SystemExit) as stopped:
        execute_from_command_line(["qadaga", *words])
    return int(str(stopped.value.code))


def test_a_refusal_is_said_in_russian(capsys: pytest.CaptureFixture[str]) -> None:
    words = [*EXPLAIN, "--office-kind", "district", "--about", "act", "--lang", "ru", "--on", "2026-11-23"]
    assert run(*words) == 0
    assert "руководитель прокуратуры" in capsys.readouterr().out


@pytest.mark.django_db
def test_an_office_of_the_structure_is_ruled_on_by_its_own_facts(capsys: pytest.CaptureFixture[str]) -> None:
    region = make_office("r", "region", make_office("t", "general"), kato="110000000")
    eco = make_office("eco", "environmental", region, kato="110000000", sphere="environmental")
    words = ["law", "explain", "act.sign", "--post", "district_prosecutor", "--office", eco.code]
    assert (
        run(*words, "--about", "act,sphere=transport,territory=190000000", "--on", "2026-11-23", "--json")
        == 0
    )
    answer = json.loads(capsys.readouterr().out)
    assert answer["facts"]["who"]["path"] == ["t", "r", "eco"]
    assert {m["code"] for m in answer["ruling"]["missing"]} == {"sphere", "territory"}


@pytest.mark.django_db
def test_an_unknown_office_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(*EXPLAIN, "--office", "no-such-office") == 2
    assert "no-such-office" in capsys.readouterr().err


def test_coverage_loads_every_layer_above_the_law(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    monkeypatch.setattr(law, "import_module", asked.append)
    assert run("law", "coverage", "--json") == 0
    assert len(json.loads(capsys.readouterr().out)) == len(coverage.rows())
    assert {"qadaga.authority.rulings", "qadaga.offices.selectors"} <= set(asked)
    assert not any(".migrations" in name or name.startswith("qadaga.config") for name in asked)


def test_every_clause_is_ruled_or_answered_and_worked() -> None:
    """Code carries each of the 82 clauses of both sources, and a browser test walks it.

    A process of its own: whatever other tests have imported here would carry clauses that the command misses.
    """
    command = [sys.executable, "-m", "qadaga", "law", "coverage", "--json"]
    told = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
    assert len({row["clause"] for row in told}) == len(told) >= 82
    assert [row["clause"] for row in told if not (row["worked"] and row["browser_tests"])] == []
    assert [row["clause"] for row in told if not row["ruled"]] == []


@pytest.mark.parametrize(
    ("words", "needed"),
    [
        (["law", "coverage"], False),
        (["law", "rerun"], True),
        ([*EXPLAIN, "--office-kind", "district"], False),
        ([*EXPLAIN, "--office", "D1"], True),
        ([*EXPLAIN, "--office=D1"], True),
        ([*EXPLAIN, "--office-kind", "district", "--about", "act,office=D1"], True),
    ],
)
def test_only_a_real_office_needs_the_database(
    words: list[str], needed: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DJANGO_SETTINGS_MODULE", "qadaga.config.settings.dev")
    monkeypatch.delenv("QADAGA_DATABASE_URL", raising=False)
    assert needs_database(words) is needed
