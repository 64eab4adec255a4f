"""What complains of the reader is left out of lists, and the pages stay full all the same."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

import pytest

from qadaga.authority import barred
from qadaga.authority.lists import pages
from qadaga.authority.lists.pages import Ask
from qadaga.authority.scope import NATION, Scope
from qadaga.offices.models import Office
from tests.authority.lists.conftest import OFFICES, PROBE, probe  # noqa: F401 - a fixture

TODAY = date(2026, 5, 1)
READER = UUID(int=900)
NOBODY = UUID(int=901)
KEPT = f"SELECT p.id FROM probe p WHERE p.kind = 'a' AND %(reader)s::uuid = '{READER}'::uuid"
SCOPES = {
    "nation": Scope(nation=True, reader=READER),
    "offices": Scope(offices=frozenset(list(OFFICES)[:3]), reader=READER),
    "office": Scope(offices=frozenset(list(OFFICES)[:1]), reader=READER),
}


@pytest.fixture
def kept(probe: list[dict[str, Any]], monkeypatch: pytest.MonkeyPatch) -> list[dict[str, Any]]:  # noqa: F811
    """Half of the rows are kept from READER."""
    monkeypatch.setitem(barred._sources, "probe", KEPT)
    return probe


@pytest.mark.parametrize("scope", SCOPES)
@pytest.mark.parametrize("ask", [Ask(), Ask(statuses=("open",)), Ask(statuses=("open", "late"), sort="due")])
def test_page_after_page_is_full_and_holds_exactly_the_rest(
    kept: list[dict[str, Any]], scope: str, ask: Ask
) -> None:
    seen = SCOPES[scope]
    expected = {
        row["id"]
        for row in kept
        if row["kind"] != "a"
        and seen.covers(row["office_id"], row["region_id"])
        and (not ask.statuses or row["status"] in ask.statuses)
        and (ask.sort != "due" or row["due_on"])
    }
    found: list[UUID] = []
    while True:
        page = pages.fetch(PROBE, seen, ask, today=TODAY)
        found += [row["id"] for row in page.rows]
        if not page.next:
            break
        assert len(page.rows) == ask.size
        ask = Ask(statuses=ask.statuses, sort=ask.sort, cursor=page.next)
    assert len(found) == len(set(found))
    assert set(found) == expected
    assert pages.count(PROBE, seen, Ask(statuses=ask.statuses, sort=ask.sort), today=TODAY, most=9999) == len(
        expected
    )


def test_others_miss_nothing(kept: list[dict[str, Any]]) -> None:
    for scope in (Scope(nation=True, reader=NOBODY), NATION):
        assert pages.count(PROBE, scope, Ask(), today=TODAY, most=9999) == len(kept)


def test_a_source_must_ask_about_the_reader() -> None:
    with pytest.raises(ValueError, match="reader"):
        barred.declare("probe", "SELECT 1")
    assert "probe" not in barred.declared()


def test_kinds_nobody_declared_keep_nothing(db: None) -> None:
    assert barred.ids(READER, "nothing") == frozenset()
    rows = Office.objects.all()
    assert barred.without(rows, READER, "nothing") is rows
    assert barred.without(rows, None, "appeal") is rows
