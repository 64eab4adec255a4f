"""The register of appeals as people see it: their own scope, in order, a page at a time."""

from __future__ import annotations

import re
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from qadaga.authority.lists.models import SavedFilter
from tests.web.registers.conftest import Country, links, make_appeals

NUMBER = re.compile(r"(alm[a-z-]*-\d{5})")


def numbers(text: str) -> list[str]:
    """Numbers of the appeals shown, in order."""
    return list(dict.fromkeys(NUMBER.findall(text)))


def test_a_district_officer_sees_the_district_only(at_work: Country) -> None:
    make_appeals(at_work.district, 3)
    make_appeals(at_work.neighbour, 3)
    text = at_work.client("prosecutor").get("/appeals/").text
    assert {number.rsplit("-", 1)[0] for number in numbers(text)} == {"alm-ili"}


@pytest.mark.parametrize("who", ["region", "nation"])
def test_a_higher_officer_sees_all_below_with_the_office(at_work: Country, who: str) -> None:
    make_appeals(at_work.district, 3)
    make_appeals(at_work.neighbour, 3)
    text = at_work.client(who).get("/appeals/").text
    assert len(numbers(text)) == 6
    assert "Прокуратура alm-ili" in text


def test_pages_go_on_and_back_without_a_gap(at_work: Country) -> None:
    make_appeals(at_work.district, 60)
    client = at_work.client("prosecutor")
    first = client.get("/appeals/").text
    second = client.get(links(first, "next")[0]).text
    third = client.get(links(second, "next")[0]).text
    assert len({*numbers(first), *numbers(second), *numbers(third)}) == 60
    assert links(third, "next") == []
    assert numbers(client.get(links(second, "prev")[0]).text) == numbers(first)


@pytest.mark.parametrize("who", ["clerk", "prosecutor", "region", "nation"])
@pytest.mark.parametrize("count", [1, 40])
def test_at_most_eight_queries_whoever_looks(at_work: Country, who: str, count: int) -> None:
    make_appeals(at_work.district, count)
    client = at_work.client(who)
    client.get("/appeals/")
    with CaptureQueriesContext(
        connection,
    ) as queries:
        assert client.get("/appeals/?kind=complaint&sort=due").status_code == 200
    assert len(queries) <= 8, [query["sql"][:80] for query in queries]


def test_overdue_is_said_in_words_and_colour(at_work: Country) -> None:
    make_appeals(at_work.district, 4)
    text = at_work.client("prosecutor").get("/appeals/?sort=due").text
    assert "q-row-danger" in text
    assert "Просрочено" in text or "Overdue" in text


def test_values_are_escaped(at_work: Country) -> None:
    make_appeals(at_work.district, 1)
    text = at_work.client("prosecutor").get("/appeals/").text
    assert "Акимат &lt;города&gt;" in text
    assert "<города>" not in text


def test_a_filter_about_a_person_never_reaches_the_address(at_work: Country) -> None:
    make_appeals(at_work.district, 2, iin="850725400331")
    make_appeals(at_work.neighbour, 1)
    client = at_work.client("prosecutor")
    answer = client.post("/appeals/filter/", {"person": "850725 400331"})
    assert answer.status_code == 302
    assert "8507" not in answer["Location"]
    assert "f=" in answer["Location"]
    assert len(numbers(client.get(answer["Location"]).text)) == 2


def test_whoever_opens_the_link_sees_their_own_scope(at_work: Country) -> None:
    make_appeals(at_work.district, 2, iin="850725400331")
    link = at_work.client("prosecutor").post("/appeals/filter/", {"person": "850725400331"})["Location"]
    assert numbers(at_work.client("neighbour").get(link).text) == []
    assert len(numbers(at_work.client("region").get(link).text)) == 2


def test_words_find_names_in_the_register(at_work: Country) -> None:
    make_appeals(at_work.district, 2, name="Снежана Редкая")
    make_appeals(at_work.neighbour, 2)
    client = at_work.client("region")
    link = client.post("/appeals/filter/", {"words": "редкая"})["Location"]
    assert len(numbers(client.get(link).text)) == 2


def test_words_in_an_address_are_not_obeyed(at_work: Country) -> None:
    make_appeals(at_work.district, 2)
    assert len(numbers(at_work.client("prosecutor").get("/appeals/?words=нет").text)) == 2


def test_a_plain_filter_is_an_address_anybody_can_read(at_work: Country) -> None:
    make_appeals(at_work.district, 4)
    answer = at_work.client("prosecutor").post(
        "/appeals/filter/?sort=due",
        {"kind": ["complaint"], "registered_from": "01.05.2026", "status": ["registered"]},
    )
    location = answer["Location"]
    assert "kind=complaint" in location
    assert "registered_from=2026-05-01" in location
    assert "sort=due" in location


@pytest.mark.parametrize(
    "typed",
    [
        {"person": "123456789012"},
        {"person": "abc"},
        {"registered_from": "31.02.2026"},
        {"words": "a\0b"},
        {"number": "x" * 500},
        {"kind": ["nonsense"]},
    ],
)
def test_bad_input_comes_back_on_its_field(at_work: Country, typed: dict[str, Any]) -> None:
    answer = at_work.client("prosecutor").post("/appeals/filter/", typed)
    assert answer.status_code == 422
    assert "is-invalid" in answer.text or "invalid" in answer.text
    assert not SavedFilter.objects.exists()


@pytest.mark.parametrize(
    "query",
    ["c=junk", "f=junk", "office=junk", "registered_from=junk", "body=junk", "registered_to=9999-12-31"],
)
def test_a_damaged_address_is_told_so(at_work: Country, query: str) -> None:
    assert at_work.client("prosecutor").get(f"/appeals/?{query}").status_code == 422


def test_a_lost_filter_and_a_foreign_office_are_not_found(at_work: Country) -> None:
    client = at_work.client("prosecutor")
    assert client.get("/appeals/?f=00000000-0000-0000-0000-000000000001").status_code == 404
    assert client.get(f"/appeals/?office={at_work.neighbour.id}").status_code == 404
    assert at_work.client("region").get(f"/appeals/?office={at_work.neighbour.id}").status_code == 200


def test_htmx_gets_the_list_without_the_frame(at_work: Country) -> None:
    text = at_work.client("prosecutor").get("/appeals/", headers={"HX-Request": "true"}).text
    assert 'id="register"' in text
    assert "<html" not in text


def test_a_view_is_saved_shown_and_deleted_by_its_owner_only(at_work: Country) -> None:
    client = at_work.client("prosecutor")
    saved = client.post("/appeals/views/?kind=complaint", {"name": "Жалобы <района>"}, follow=True)
    assert "Жалобы &lt;района&gt;" in saved.text
    view = SavedFilter.objects.get()
    assert view.values == {"kind": ["complaint"]}
    assert at_work.client("region").post(f"/appeals/views/{view.id}/remove/").status_code == 404
    assert client.post(f"/appeals/views/{view.id}/remove/").status_code == 302
    assert not SavedFilter.objects.exists()


def test_the_same_name_replaces_and_an_empty_name_is_refused(at_work: Country) -> None:
    client = at_work.client("prosecutor")
    for kind in ("complaint", "application"):
        client.post(f"/appeals/views/?kind={kind}", {"name": "Мои"})
    client.post("/appeals/views/?kind=complaint", {"name": ""})
    assert SavedFilter.objects.get().values == {"kind": ["application"]}


@pytest.mark.parametrize("register", ["appeals", "matters", "acts"])
@pytest.mark.parametrize("path", ["", "filter/", "?sort=due", "?dir=asc"])
def test_every_register_opens_empty(at_work: Country, register: str, path: str) -> None:
    assert at_work.client("nation").get(f"/{register}/{path}").status_code == 200


def test_a_stranger_is_sent_to_sign_in(client: Any, db: None) -> None:
    assert client.get("/appeals/")["Location"].startswith("/accounts/login/")
