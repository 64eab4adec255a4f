"""`qadaga law rerun` on signed papers; the card and the API of an act whose law has changed since."""

import json
from pathlib import Path
from typing import Any

import pytest

from qadaga.acts.models import Act
from qadaga.config.management.commands.law import signed_papers
from qadaga.law import again
from qadaga.law.rerunning import Wanted
from qadaga.matters import signed
from tests.casework import MONDAY, Town, assigned_matter, issued_request, make_town, signed_protest
from tests.config.test_law_command import run
from tests.law.later_law import later_law

pytestmark = pytest.mark.django_db


@pytest.fixture
def town(db: None) -> Town:
    return make_town()


def rows(capsys: pytest.CaptureFixture[str]) -> list[dict[str, Any]]:
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


def keep(act: Act, **ruling: Any) -> None:
    """Writes into what the act keeps, past every service."""
    act.refresh_from_db()
    assert act.ruling is not None
    Act.objects.filter(pk=act.pk).update(ruling={**act.ruling, "ruling": {**act.ruling["ruling"], **ruling}})


def test_papers_are_the_same_again_whatever_was_entered_since(
    town: Town, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    act = signed_protest(town, assigned_matter(town))
    issued_request(town, act.matter)
    assert run("law", "rerun", "--json", "--on", "2026-09-07") == 0
    # The protest, the request and the letter of the request.
    told = {"papers": 3, "same": 3, "differs": 0, "unknown_edition": 0, "unreadable": 0, "other_today": 0}
    assert rows(capsys) == [{"totals": told, "on": "2026-09-07"}]
    later = later_law(tmp_path, "2026-09-08")
    monkeypatch.setattr(again, "engine", lambda: later)
    assert run("law", "rerun", "--json", "--on", "2026-09-08") == 0
    assert rows(capsys)[0]["totals"] == {**told, "other_today": 1}


def test_a_tampered_ruling_and_a_lost_edition_are_named(
    town: Town, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(signed, "_AT_ONCE", 1)
    acts = [signed_protest(town, assigned_matter(town)) for _ in range(3)]
    keep(acts[0], citations=[])
    keep(acts[1], edition="O@1999-01-01")
    Act.objects.filter(pk=acts[1].pk).update(edition="O@1999-01-01")
    assert run("law", "rerun", "--kind", "act", "--json") == 1
    *named, totals = rows(capsys)
    assert {(row["number"], row["state"]) for row in named} == {
        (acts[0].number_text, "differs"),
        (acts[1].number_text, "unknown_edition"),
    }
    assert totals["totals"]["papers"] == 3
    assert run("law", "rerun") == 1
    said = capsys.readouterr().out
    assert f"act {acts[0].number_text}, 2026-09-07, edition L+O@2017-11-03: differs" in said
    assert "edition O@1999-01-01: the catalogue has no such edition" in said


def test_papers_are_chosen_by_kind_office_day_and_number(town: Town) -> None:
    for _ in range(2):
        act = signed_protest(town, assigned_matter(town))
    code = act.office.code

    def count(**wanted: Any) -> int:
        return len(list(signed_papers(Wanted(**wanted))))

    assert count() == count(kind="act", office=code, since=MONDAY, until=MONDAY) == 2
    assert count(limit=1) == 1
    assert (
        count(kind="order") == count(since=MONDAY.replace(day=8)) == count(until=MONDAY.replace(day=6)) == 0
    )
    assert [count(kind=kind) for kind in signed.kinds() if kind != "act"] == [0] * (len(signed.kinds()) - 1)


@pytest.mark.parametrize(
    ("words", "named"),
    [
        (["--kind", "poem"], "inspection"),
        (["--office", "no-such"], "no-such"),
        (["--since", "yesterday"], "--since"),
        (["--limit", "0"], "--limit"),
    ],
)
def test_words_that_cannot_be_taken_are_named(
    words: list[str], named: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("law", "rerun", *words) == 2
    assert named in capsys.readouterr().err
