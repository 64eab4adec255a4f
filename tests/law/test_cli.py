"""`qadaga law`: rulings and coverage on the command line."""

import json
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from qadaga.law import cli, competence

SIGN = ["explain", "act.sign", "--post", "deputy_district", "--on", "2026-11-23"]
AT_DISTRICT = [*SIGN, "--office-kind", "district", "--about", "act"]


def offices(code: str, on: date) -> Mapping[str, Any] | None:
    """Two offices, as the platform would look them up."""
    places = {"D1": ("GPO", "R", "D1"), "R": ("GPO", "R")}
    if code not in places:
        return None
    kind, level = ("district", 3) if code == "D1" else ("region", 2)
    return {"kind": kind, "level": level, "path": places[code], "spheres": [], "territory": []}


def test_a_refusal_is_explained_with_its_clause(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(AT_DISTRICT) == 0
    said = capsys.readouterr().out
    assert said.startswith("REFUSED: act.sign")
    assert "[O.15 Signing what goes out]" in said


def test_the_acting_deputy_is_allowed(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main([*AT_DISTRICT, "--acting", "--lang", "ru"]) == 0
    assert capsys.readouterr().out.startswith("ALLOWED: act.sign (подписать акт), 23.11.2026")


def test_what_follows_from_a_power_is_said(capsys: pytest.CaptureFixture[str]) -> None:
    ask = ["explain", "measure.request", "--post", "assistant", "--office-kind", "district"]
    assert cli.main([*ask, "--about", "matter,marks=mine", "--on", "2026-11-23"]) == 0
    assert "starts: reply to a request for documents" in capsys.readouterr().out
    assert cli.main([*ask, "--about", "matter", "--on", "2016-11-23", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["follows"] == {}


def test_json_can_be_ruled_on_again(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main([*AT_DISTRICT, "--json"]) == 0
    answer = json.loads(capsys.readouterr().out)
    assert answer["ruling"]["missing"][0]["text"].startswith("This is for:")
    assert competence.same(answer)


def test_an_office_code_is_resolved(capsys: pytest.CaptureFixture[str]) -> None:
    argv = [
        "explain",
        "matter.call_up",
        "--post",
        "regional_prosecutor",
        "--office",
        "R",
        "--on",
        "2026-11-23",
    ]
    assert cli.main([*argv, "--about", "matter,office=D1"], offices) == 0
    assert capsys.readouterr().out.startswith("ALLOWED")


def test_marks_and_fields_of_the_subject_are_taken(capsys: pytest.CaptureFixture[str]) -> None:
    argv = [*SIGN[:3], "district_prosecutor", *SIGN[4:], "--office-kind", "transport_district"]
    assert cli.main([*argv, "--about", "act,sphere=military,marks=conflict+protest", "--json"]) == 0
    missing = json.loads(capsys.readouterr().out)["ruling"]["missing"]
    assert {m["code"] for m in missing} == {"sphere", "forbid"}


def test_today_comes_from_the_caller(capsys: pytest.CaptureFixture[str]) -> None:
    argv = [*SIGN[:4], "--office-kind", "district", "--about", "act"]
    assert cli.main(argv, today=lambda: date(2017, 11, 2)) == 0
    assert "No norm is in force on 02.11.2017" in capsys.readouterr().out


def test_facts_come_from_a_file_and_options_go_before_them(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    cli.main([*AT_DISTRICT, "--json"])
    facts = json.loads(capsys.readouterr().out)["facts"]
    path = tmp_path / "facts.json"
    path.write_text(json.dumps(facts))
    argv = ["explain", "act.sign", "--facts", str(path), "--on", "2026-11-23"]
    assert cli.main(argv) == 0
    assert capsys.readouterr().out.startswith("REFUSED")
    assert cli.main([*argv, "--acting"]) == 0
    assert capsys.readouterr().out.startswith("ALLOWED")


@pytest.mark.parametrize(
    ("argv", "word"),
    [
        (["explain", "act.sgn", *AT_DISTRICT[2:]], "act.sign"),
        ([*SIGN[:3], "wizard", *SIGN[4:], "--office-kind", "district"], "deputy_district"),
        ([*SIGN, "--office-kind", "castle"], "district"),
        ([*SIGN, "--office", "D1"], "--office-kind"),
        (SIGN, "--office-kind"),
        (["explain", "act.sign", "--on", "2026-11-23"], "--post"),
        ([*AT_DISTRICT[:-1], "spell"], "appeal"),
        ([*AT_DISTRICT[:-1], "act,colour=red"], "colour"),
        ([*AT_DISTRICT[:-1], "act,office=D1"], "--office-kind"),
        ([*SIGN[:4], "--on", "31.12.2026"], "2026-11-23"),
        (SIGN[:4], "--on"),
        (["explain", "act.sign", "--facts", "/no/such/file", "--on", "2026-11-23"], "/no/such/file"),
    ],
)
def test_what_cannot_be_asked_says_what_would_be_right(
    argv: list[str], word: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(argv) == 2
    assert word in capsys.readouterr().err


@pytest.mark.parametrize("text", ["[1, 2]", "{", '{"who": 5}', '{"who": {"post": "assistant"}}', "\udcff"])
def test_a_file_that_holds_no_facts_is_said_so(
    tmp_path: Path, text: str, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "facts.json"
    path.write_bytes(text.encode("utf-8", "surrogateescape"))
    assert cli.main(["explain", "act.sign", "--facts", str(path), "--on", "2026-11-23"]) == 2
    assert "not facts as JSON" in capsys.readouterr().err


def test_an_office_that_does_not_exist_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main([*SIGN, "--office", "Z9"], offices) == 2
    assert "'Z9'" in capsys.readouterr().err


def test_coverage_prints_every_clause(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["coverage"]) == 0
    assert "82 clauses" in capsys.readouterr().out
    assert cli.main(["coverage", "--json", "--lang", "kk"]) == 0
    rows = json.loads(capsys.readouterr().out)
    proof = {"golden_rows", "browser_tests", "other_tests"}
    assert {"clause", "title", "ruled", "worked", *proof} == set(rows[0])


def test_coverage_names_what_rules_and_walks_a_clause(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["coverage", "--detail"]) == 0
    said = capsys.readouterr().out
    assert "ruled by powers:act.sign" in said
    assert "walked by tests/browser/test_thread.py::test_from_an_appeal_to_a_removed_violation" in said
