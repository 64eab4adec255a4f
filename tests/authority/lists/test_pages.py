"""Pages hold exactly what the scope, statuses and filters leave, in order, whichever way one pages."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any
from uuid import UUID

import pytest

from qadaga.authority.lists import cover, pages
from qadaga.authority.lists.pages import Ask, Page
from qadaga.authority.lists.register import Register
from qadaga.authority.scope import NATION, NOTHING, Scope
from qadaga.common.errors import InvalidInput
from tests.authority.lists.conftest import OFFICES, PROBE, REGIONS

TODAY = date(2026, 5, 1)
Rows = list[dict[str, Any]]
FIRST_OFFICE, SECOND_OFFICE = list(OFFICES)[:2]

SCOPES = {
    "nation": NATION,
    "region": Scope(regions=frozenset({REGIONS[0]})),
    "office": Scope(offices=frozenset({FIRST_OFFICE})),
    "mixed": Scope(regions=frozenset({REGIONS[1]}), offices=frozenset({FIRST_OFFICE})),
}


# A row is somebody's by a column, or by another table, as a record is its author's and its officer's.
SOMEBODY = UUID(int=503)
OWNED = replace(
    PROBE,
    open_statuses=("open", "late"),
    mine=(
        "who",
        "t.number IN (SELECT 'N-' || n FROM generate_series(1, 4000, 7) n WHERE %(mine)s IS NOT NULL)",
    ),
)


def walk(scope: Scope, ask: dict[str, Any], size: int = 500, register: Register = PROBE) -> list[Page]:
    """Every page forwards."""
    found, cursor = [], ""
    while True:
        page = pages.fetch(register, scope, Ask(**ask, cursor=cursor, size=size), today=TODAY)
        found.append(page)
        if not page.next:
            return found
        cursor = page.next


def expected(
    rows: Rows, scope: Scope, keep: Callable[[dict[str, Any]], bool], column: str, down: bool
) -> list[UUID]:
    """What a person would pick out and sort by hand."""
    mine = [row for row in rows if scope.covers(row["office_id"], row["region_id"]) and keep(row)]
    return [row["id"] for row in sorted(mine, key=lambda row: (row[column], row["id"]), reverse=down)]


@pytest.mark.parametrize("name", SCOPES)
@pytest.mark.parametrize("statuses", [(), ("open",), ("open", "late")])
def test_pages_together_are_the_whole_scope_in_order(
    probe: Rows, name: str, statuses: tuple[str, ...]
) -> None:
    found = walk(SCOPES[name], {"statuses": statuses})
    wanted = expected(
        probe, SCOPES[name], lambda row: not statuses or row["status"] in statuses, "day", down=True
    )
    assert [row["id"] for page in found for row in page.rows] == wanted
    assert not any(page.bounded for page in found)


@pytest.mark.parametrize("name", SCOPES)
def test_a_partial_sort_leaves_out_rows_without_a_value(probe: Rows, name: str) -> None:
    found = walk(SCOPES[name], {"sort": "due"})
    wanted = expected(probe, SCOPES[name], lambda row: row["due_on"] is not None, "due_on", down=False)
    assert [row["id"] for page in found for row in page.rows] == wanted


def test_going_back_shows_the_same_pages(probe: Rows) -> None:
    forwards = walk(NATION, {}, size=300)
    cursor, backwards = forwards[-1].previous, []
    while cursor:
        page = pages.fetch(PROBE, NATION, Ask(cursor=cursor, size=300), today=TODAY)
        backwards.append([row["id"] for row in page.rows])
        assert page.next
        cursor = page.previous
    assert backwards[::-1] == [[row["id"] for row in page.rows] for page in forwards[:-1]]


def test_the_order_can_be_turned_round(probe: Rows) -> None:
    found = walk(NATION, {"ascending": True})
    assert [row["id"] for page in found for row in page.rows] == expected(
        probe, NATION, lambda row: True, "day", down=False
    )


def test_a_period_of_the_sort_column_is_a_bound_not_a_search(probe: Rows) -> None:
    value = {"from": "2026-02-01", "to": "2026-02-28"}
    found = walk(NATION, {"values": {"day": value}})
    wanted = expected(
        probe, NATION, lambda row: date(2026, 2, 1) <= row["day"] < date(2026, 3, 1), "day", down=True
    )
    assert [row["id"] for page in found for row in page.rows] == wanted
    assert not any(page.bounded for page in found)


def test_any_other_filter_searches_a_window_and_says_so(probe: Rows) -> None:
    """The rare row is the oldest of 4,000: the first window does not reach it, going on does."""
    found = walk(NATION, {"values": {"kind": ["rare"]}})
    assert [row["kind"] for page in found for row in page.rows] == ["rare"]
    assert found[0].bounded
    assert not found[0].rows


def test_a_window_that_reaches_the_end_is_not_bounded(probe: Rows) -> None:
    office = SCOPES["office"]
    page = pages.fetch(PROBE, office, Ask(values={"kind": ["rare"]}), today=TODAY)
    assert not page.bounded


def test_a_leading_filter_finds_the_oldest_row_at_once(probe: Rows) -> None:
    oldest = min(probe, key=lambda row: (row["day"], row["id"]))
    page = pages.fetch(PROBE, NATION, Ask(values={"number": oldest["number"]}), today=TODAY)
    assert [row["id"] for row in page.rows] == [oldest["id"]]


def test_a_leading_filter_stays_inside_the_scope(probe: Rows) -> None:
    who = UUID(int=501)
    found = walk(SCOPES["region"], {"values": {"who": str(who)}})
    assert [row["id"] for page in found for row in page.rows] == expected(
        probe, SCOPES["region"], lambda row: row["who"] == who, "day", down=True
    )


def test_one_office_of_the_scope_can_be_asked(probe: Rows) -> None:
    page = pages.fetch(PROBE, NATION, Ask(units=cover.only(SECOND_OFFICE), size=500), today=TODAY)
    assert {row["office_id"] for row in page.rows} == {SECOND_OFFICE}


def test_an_empty_scope_shows_nothing_and_asks_nothing(probe: Rows, django_assert_num_queries: Any) -> None:
    with django_assert_num_queries(0):
        assert pages.fetch(PROBE, NOTHING, Ask(), today=TODAY).rows == []


def test_a_page_is_one_query(probe: Rows, django_assert_num_queries: Any) -> None:
    with django_assert_num_queries(1):
        pages.fetch(PROBE, SCOPES["mixed"], Ask(values={"kind": ["a"]}), today=TODAY)


@pytest.mark.parametrize("word", ["x", "eyJ4Ijox", "a:b:c"])
def test_a_damaged_cursor_is_refused(word: str) -> None:
    with pytest.raises(InvalidInput):
        pages.fetch(PROBE, NATION, Ask(cursor=word), today=TODAY)


def test_a_cursor_of_another_order_is_refused(probe: Rows) -> None:
    page = pages.fetch(PROBE, NATION, Ask(), today=TODAY)
    with pytest.raises(InvalidInput):
        pages.fetch(PROBE, NATION, Ask(cursor=page.next, sort="due"), today=TODAY)


def _theirs(row: dict[str, Any]) -> bool:
    return row["who"] == SOMEBODY or int(row["number"][2:]) % 7 == 1


@pytest.mark.parametrize("name", SCOPES)
def test_mine_is_what_is_somebodys_in_any_way_each_row_once(probe: Rows, name: str) -> None:
    scope = replace(SCOPES[name], post=SOMEBODY)
    found = walk(scope, {"values": {"mine": True}}, size=50, register=OWNED)
    assert [row["id"] for page in found for row in page.rows] == expected(
        probe, SCOPES[name], _theirs, "day", down=True
    )
    nobody = pages.fetch(OWNED, SCOPES[name], Ask(values={"mine": True}), today=TODAY)
    assert nobody.rows == []


@pytest.mark.parametrize("name", SCOPES)
@pytest.mark.parametrize(("statuses", "left"), [((), ("open", "late")), (("late", "closed"), ("late",))])
def test_overdue_is_what_is_unfinished_past_its_day_in_the_order_of_the_day(
    probe: Rows, name: str, statuses: tuple[str, ...], left: tuple[str, ...]
) -> None:
    ask = {"values": {"overdue": True}, "statuses": statuses, "sort": "due"}
    found = walk(SCOPES[name], ask, register=OWNED)

    def late(row: dict[str, Any]) -> bool:
        return row["status"] in left and row["due_on"] is not None and row["due_on"] < TODAY

    wanted = expected(probe, SCOPES[name], late, "due_on", down=False)
    assert [row["id"] for page in found for row in page.rows] == wanted
    assert not any(page.bounded for page in found)


def test_mine_overdue_and_unfinished_are_asked_together_or_contradict(probe: Rows) -> None:
    scope = replace(NATION, post=SOMEBODY)
    asked = {"values": {"mine": True, "unfinished": True, "overdue": True}, "sort": "due"}

    def kept(row: dict[str, Any]) -> bool:
        return _theirs(row) and row["status"] != "closed" and bool(row["due_on"]) and row["due_on"] < TODAY

    found = walk(scope, asked, register=OWNED)
    assert [row["id"] for page in found for row in page.rows] == expected(
        probe, NATION, kept, "due_on", down=False
    )
    none = pages.fetch(OWNED, scope, Ask(values={"unfinished": True}, statuses=("closed",)), today=TODAY)
    assert none.rows == []
