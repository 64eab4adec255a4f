"""Lists: the register engine behind them, cursors, declared filters, and never more than a few queries."""

from datetime import timedelta
from typing import Any

import pytest
from pytest_django import DjangoAssertNumQueries

from tests.api.conftest import Call
from tests.api.test_problems import said
from tests.intake import MONDAY, Registry, make_appeal, open_for

WHO_CALLS = 2  # the token with its user; the appointment with everything about it


@pytest.fixture
def three(registry: Registry) -> list[str]:
    return [make_appeal(registry, on=MONDAY - timedelta(days=day)).number for day in (3, 2, 1)]


def page(call: Call, path: str, who: str = "head") -> dict[str, Any]:
    answer = call(who).get(path)
    assert answer.status_code == 200, answer.content
    return dict(answer.json())  # type: ignore[attr-defined]  # the test client's response has it


def test_pages_go_on_by_cursor_and_back(call: Call, three: list[str]) -> None:
    first = page(call, "/appeals?size=2")
    assert [row["number"] for row in first["rows"]] == three[:0:-1]
    second = page(call, f"/appeals?size=2&cursor={first['next']}")
    assert [row["number"] for row in second["rows"]] == three[:1]
    assert not second["next"]
    back = page(call, f"/appeals?size=2&cursor={second['previous']}")
    assert back["rows"] == first["rows"]


def test_filters_are_the_declared_ones(call: Call, three: list[str]) -> None:
    assert [row["number"] for row in page(call, f"/appeals?number={three[0]}")["rows"]] == three[:1]
    assert len(page(call, "/appeals?registered_from=2026-09-05&status=registered")["rows"]) == 2
    assert page(call, "/appeals?kind=proposal")["rows"] == []
    assert said(call("head").get("/appeals?kind=nonsense"), 422)["errors"]
    assert said(call("head").get("/appeals?cursor=damaged"), 422)["errors"]


def test_people_are_searched_by_post_only(call: Call, three: list[str]) -> None:
    found = call("head").post("/appeals/search", {"person": "850725400331"})
    assert len(found.json()["rows"]) == 3  # type: ignore[attr-defined]
    assert len(page(call, "/appeals?person=111111111111")["rows"]) == 3  # the address asks nothing of people


@pytest.mark.parametrize("who", ["neighbour", "other_clerk"])
def test_nothing_of_a_neighbour_is_listed(call: Call, three: list[str], who: str) -> None:
    assert page(call, "/appeals", who)["rows"] == []


def test_the_region_sees_its_districts_and_may_narrow(
    call: Call, registry: Registry, three: list[str]
) -> None:
    assert len(page(call, "/appeals", "region_head")["rows"]) == 3
    assert page(call, f"/appeals?office={registry.other.id}", "region_head")["rows"] == []
    said(call("head").get(f"/appeals?office={registry.other.id}"), 404)


@pytest.mark.parametrize("register", ["appeals", "matters", "acts"])
def test_a_page_is_one_query_beside_who_calls(
    call: Call, registry: Registry, register: str, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    open_for(registry, make_appeal(registry))
    for who in ("clerk", "head", "region_head"):
        call(who)
        with django_assert_max_num_queries(WHO_CALLS + 1):
            page(call, f"/{register}", who)


def test_a_card_is_a_few_queries(
    call: Call, registry: Registry, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    appeal = make_appeal(registry)
    call("head")
    with django_assert_max_num_queries(8):
        page(call, f"/appeals/{appeal.id}")
