"""An old ruling run again: its own edition answers, whatever was entered since; nothing kept can break it."""

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from qadaga.law import competence
from qadaga.law.again import again
from qadaga.law.model import Facts, Subject, Who
from qadaga.law.rerunning import Signed, judged
from tests.law.golden_tables import rows
from tests.law.later_law import later_law

ON, TODAY = date(2026, 9, 7), date(2026, 11, 27)
HEAD = Who("district_prosecutor", "D1", "district", 3, ("G", "R", "D1"), frozenset(), frozenset(), True)


def kept_act() -> dict[str, Any]:
    facts = Facts(HEAD, "act.sign", Subject("act", "D1", ("G", "R", "D1"), status="agreed"))
    kept = competence.stored(facts, ON, competence.decide(facts, ON))
    assert kept["ruling"]["allowed"]
    return dict(json.loads(json.dumps(kept)))


@pytest.mark.parametrize("day", ["2026-10-01", "2026-09-01"])
def test_a_later_edition_changes_what_today_says_and_not_what_was_said(tmp_path: Path, day: str) -> None:
    """Also an edition entered late, which begins before the paper's day."""
    found = again(kept_act(), TODAY, later_law(tmp_path, day))
    assert (found.state, found.edition, found.differences) == ("same", "L+O@2017-11-03", ())
    assert found.now is not None
    assert (found.now.allowed, found.now.edition) == (False, f"L+O@{day}")
    assert [gap.citation.clause for gap in found.now.missing] == ["O.12"]


def test_every_golden_ruling_is_the_same_again() -> None:
    for row in rows():
        kept = competence.stored(row.facts, row.on, competence.decide(row.facts, row.on))
        if kept["ruling"]["edition"]:
            assert again(kept, row.on).state == "same", row


def answer(kept: dict[str, Any]) -> None:
    kept["ruling"]["allowed"] = False


def clause(kept: dict[str, Any]) -> None:
    kept["ruling"]["citations"].pop()


def post(kept: dict[str, Any]) -> None:
    kept["facts"]["who"]["post"] = "deputy_district"


def power(kept: dict[str, Any]) -> None:
    kept["ruling"]["power"] = "act.serve"


def moved(kept: dict[str, Any]) -> None:
    kept["on"] = "2026-09-08"


@pytest.mark.parametrize(
    ("spoil", "what"),
    [
        (answer, {"allowed"}),
        (clause, {"citations"}),
        (post, {"allowed", "missing"}),
        (power, {"power"}),
        (moved, {"day of the paper"}),
    ],
)
def test_a_tampered_ruling_is_found(spoil: Callable[[dict[str, Any]], None], what: set[str]) -> None:
    kept = kept_act()
    spoil(kept)
    state, told, _found = judged(Signed("act", "1", ON, "L+O@2017-11-03", kept), TODAY)
    assert (state, {one.what for one in told}) == ("differs", what)


def test_an_edition_that_the_catalogue_lost_is_named_and_today_still_answers() -> None:
    kept = kept_act()
    kept["ruling"]["edition"] = "L+O@1999-01-01"
    found = again(kept, TODAY)
    assert (found.state, found.edition, found.again) == ("unknown_edition", "L+O@1999-01-01", None)
    assert found.now is not None
    assert found.now.allowed


@pytest.mark.parametrize(
    "kept", [{}, {"on": "x"}, {"on": None, "facts": []}, [], {**kept_act(), "facts": {}}]
)
def test_what_is_no_ruling_is_told_and_never_raised(kept: Any) -> None:
    assert again(kept, TODAY).state == "unreadable"


def test_a_power_that_no_edition_has_differs() -> None:
    kept = kept_act()
    kept["facts"]["power"] = kept["ruling"]["power"] = "act.unheard_of"
    found = again(kept, TODAY)
    assert (found.state, [one.what for one in found.differences], found.now) == ("differs", ["power"], None)
