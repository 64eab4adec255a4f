"""Exports, saved views and My day through the API: the same services as the pages."""

from typing import Any

from qadaga.appeals.register import APPEALS
from qadaga.authority.lists import exports
from qadaga.authority.lists.models import ExportJob
from qadaga.config import api as assembly
from qadaga.day.waiting import everything
from qadaga.organisation.orders import services as orders
from tests.api.calling import Caller
from tests.api.conftest import Call
from tests.api.test_records import sent
from tests.intake import MONDAY, Registry, make_appeal, open_for
from tests.ordering import make_draft

assert assembly.api, "the assembly says who hands an export to the worker"


def listed(program: Caller, path: str) -> list[dict[str, Any]]:
    answer = program.get(path)
    assert answer.status_code == 200, answer.content
    return list(answer.json())  # type: ignore[attr-defined]


def test_an_export_is_asked_for_watched_and_fetched_by_its_owner(call: Call, registry: Registry) -> None:
    make_appeal(registry)
    clerk = call("clerk")
    job = sent(clerk.post("/appeals/exports", {"status": ["registered"]}), 202)
    assert job["state"] == "waiting"
    assert clerk.get(f"/exports/{job['id']}/file").status_code == 404
    exports.run(ExportJob.objects.get().id, APPEALS)
    done = sent(clerk.get(f"/exports/{job['id']}"))
    assert (done["state"], done["rows"]) == ("done", 1)
    assert call("head").get(f"/exports/{job['id']}").status_code == 404
    file = clerk.get(f"/exports/{job['id']}/file")
    assert b"".join(file.streaming_content).startswith(b"PK")  # type: ignore[attr-defined]
    file.close()


def test_a_saved_view_answers_as_its_filters_do(call: Call, registry: Registry) -> None:
    first = make_appeal(registry)
    clerk = call("clerk")
    view = sent(clerk.post("/appeals/views", {"name": "Мой", "number": first.number}), 201)
    assert view["values"] == {"number": first.number}
    assert [one["name"] for one in listed(clerk, "/appeals/views")] == ["Мой"]
    assert listed(call("head"), "/appeals/views") == []
    rows = sent(clerk.get(f"/appeals?view={view['id']}"))["rows"]
    assert [row["number"] for row in rows] == [first.number]
    again = sent(clerk.post("/appeals/views", {"name": "Мой", "status": ["answered"]}), 201)
    assert again["id"] == view["id"]
    assert sent(clerk.get(f"/appeals?view={view['id']}"))["rows"] == []
    assert call("head").delete(f"/appeals/views/{view['id']}").status_code == 404
    assert clerk.delete(f"/appeals/views/{view['id']}").status_code == 204
    assert clerk.get(f"/appeals?view={view['id']}").status_code == 404


def test_a_private_filter_is_kept_under_an_opaque_id(call: Call, registry: Registry) -> None:
    appeal = make_appeal(registry)
    clerk = call("clerk")
    kept = sent(clerk.post("/appeals/filters", {"words": "Ахметов"}))
    assert sent(clerk.post("/appeals/filters", {"words": "Ахметов"}))["id"] == kept["id"]
    answer = clerk.get(f"/appeals?view={kept['id']}")
    assert answer.status_code == 200
    assert appeal.number


def test_a_bad_filter_and_a_nameless_view_are_named(call: Call, registry: Registry) -> None:
    clerk = call("clerk")
    assert clerk.post("/appeals/views", {"name": " "}).status_code == 422
    assert clerk.post("/appeals/exports", {"person": "850725400332"}).status_code == 422


def test_my_day_is_that_of_the_post(call: Call, registry: Registry) -> None:
    appeal = make_appeal(registry)
    head = sent(call("head").get("/me/day"))
    assert head["on"] == MONDAY.isoformat()
    decide = next(one for one in head["sections"] if one["rows_of"] == "appeals")
    assert [row["number"] for row in decide["rows"]] == [appeal.number]
    assert sent(call("other_clerk").get("/me/day"))["sections"] == []
    assert sent(call("clerk").get("/me/day"))["inbox"] == 0


def test_my_day_tells_a_program_everything_that_the_page_shows(call: Call, registry: Registry) -> None:
    by = registry.actor("clerk")
    order = make_draft(by, MONDAY)
    orders.submit(order_id=order.id, version=order.version, by=by, on=MONDAY)
    for who in ("head", "deputy", "assistant"):
        rows = sent(call(who).get("/me/day"))["elsewhere"]
        shown = [row for row in everything(registry.actor(who), MONDAY) if row.sort != "inbox"]
        assert [(row["sort"], row["id"]) for row in rows] == [(row.sort, str(row.id)) for row in shown]
    assert {row["sort"] for row in sent(call("deputy").get("/me/day"))["elsewhere"]} == {"agree"}


def test_the_views_of_a_register_are_filters_of_a_program_too(call: Call, registry: Registry) -> None:
    appeal = make_appeal(registry)
    open_for(registry, appeal)
    for asked, found in (("unfinished", 1), ("overdue", 0), ("mine", 0), ("mine=true&unfinished", 0)):
        assert len(sent(call("head").get(f"/appeals?{asked}=true"))["rows"]) == found, asked
    assert len(sent(call("assistant").get("/appeals?mine=true&unfinished=true"))["rows"]) == 1
