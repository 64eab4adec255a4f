"""My day shows what waits for the post one holds, in one's own office."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.web.registers.conftest import Country, at_work, country, make_appeals

__all__ = ["at_work", "country"]


def test_the_head_sees_what_is_overdue_and_to_be_decided(at_work: Country) -> None:
    make_appeals(at_work.district, 4)
    text = at_work.client("prosecutor").get("/").text
    assert "alm-ili-00001" in text
    assert "q-row-danger" in text


def test_the_neighbour_is_not_shown_it(at_work: Country) -> None:
    make_appeals(at_work.district, 4)
    assert "alm-ili-0" not in at_work.client("neighbour").get("/").text
    assert "alm-ili-0" not in at_work.client("region").get("/").text


def test_an_empty_day_says_so(at_work: Country) -> None:
    assert "q-empty" in at_work.client("prosecutor").get("/").text


def test_all_links_to_the_register_with_the_same_filter(at_work: Country) -> None:
    make_appeals(at_work.district, 12)
    client = at_work.client("prosecutor")
    text = client.get("/").text
    link = next(part.split('"', 1)[0] for part in text.split('href="') if part.startswith("/appeals/?"))
    assert client.get(link.replace("&amp;", "&")).status_code == 200


@pytest.mark.parametrize("who", ["clerk", "prosecutor", "neighbour", "region", "nation"])
def test_at_most_eight_queries_whoever_looks(at_work: Country, who: str) -> None:
    make_appeals(at_work.district, 12)
    client = at_work.client(who)
    client.get("/")
    with CaptureQueriesContext(connection) as queries:
        assert client.get("/").status_code == 200
    assert len(queries) <= 8
