"""The search page finds in the person's scope, and puts nothing that was typed into an address."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.web.registers.conftest import Country, at_work, country, make_appeals

__all__ = ["at_work", "country"]


@pytest.mark.parametrize("typed", ["снежана", "850725400331", "850725 400331", "alm-ili-00000"])
def test_a_name_an_iin_and_a_number_are_found(at_work: Country, typed: str) -> None:
    make_appeals(at_work.district, 1, name="Снежана Редкая", iin="850725400331")
    make_appeals(at_work.neighbour, 1)
    answer = at_work.client("region").post("/search/", {"q": typed, "kind": ""})
    assert "alm-ili-00000" in answer.text
    assert "alm-talgar-00000" not in answer.text


def test_nothing_beyond_the_scope_is_found(at_work: Country) -> None:
    make_appeals(at_work.district, 1)
    answer = at_work.client("neighbour").post("/search/", {"q": "увольнение", "kind": ""})
    assert "alm-ili" not in answer.text


def test_one_kind_can_be_asked(at_work: Country) -> None:
    make_appeals(at_work.district, 1)
    client = at_work.client("prosecutor")
    assert "alm-ili-0" not in client.post("/search/", {"q": "увольнение", "kind": "act"}).text
    assert "alm-ili-0" in client.post("/search/", {"q": "увольнение", "kind": "appeal"}).text


@pytest.mark.parametrize(
    "typed",
    [{"q": ""}, {"q": "a\0"}, {"q": "x" * 300}, {"q": "a", "kind": "all"}, {"q": "a", "cursor": "junk"}],
)
def test_bad_input_is_told(at_work: Country, typed: dict[str, str]) -> None:
    assert at_work.client("prosecutor").post("/search/", typed).status_code == 422


def test_typed_text_is_escaped(at_work: Country) -> None:
    text = at_work.client("prosecutor").post("/search/", {"q": "<script>x", "kind": ""}).text
    assert "<script>x" not in text


@pytest.mark.parametrize("who", ["clerk", "region", "nation"])
def test_at_most_eight_queries(at_work: Country, who: str) -> None:
    make_appeals(at_work.district, 30)
    client = at_work.client(who)
    client.get("/search/")
    with CaptureQueriesContext(connection) as queries:
        client.post("/search/", {"q": "увольнение", "kind": ""})
    assert len(queries) <= 8
