"""The law through the API: rulings for given facts, terms worked out, records with their clauses."""

from tests.api.conftest import Call
from tests.api.test_problems import said

SIGNING = {"power": "act.sign", "subject": {"kind": "act", "office": "dis", "status": "agreed"}}


def test_the_same_facts_as_the_command_explains(call: Call) -> None:
    head = call("clerk").post(
        "/law/explain", {**SIGNING, "who": {"post": "district_prosecutor", "office": "dis"}}
    )
    assert head.json()["allowed"], head.content  # type: ignore[attr-defined]
    assert head.json()["norms"][0]["title"]  # type: ignore[attr-defined]
    deputy = {"post": "deputy_district", "office": "dis"}
    refused = call("clerk").post("/law/explain", {**SIGNING, "who": deputy}).json()  # type: ignore[attr-defined]
    assert not refused["allowed"]
    assert all(gap["clause"] and "%" not in gap["message"] for gap in refused["missing"])
    lacking = [step for step in refused["steps"] if not step["held"]]
    assert [step["clause"] for step in lacking] == [gap["clause"] for gap in refused["missing"]]
    assert "O.15" in {step["clause"] for step in refused["steps"]}
    acting = call("clerk").post("/law/explain", {**SIGNING, "who": {**deputy, "acting": True}})
    assert acting.json()["allowed"]  # type: ignore[attr-defined]


def test_what_the_law_does_not_know_is_a_fault_of_the_field(call: Call) -> None:
    who = {"post": "assistant", "office": "dis"}
    body = said(call("clerk").post("/law/explain", {"power": "no.such", "who": who}), 422)
    assert body["errors"][0]["field"] == "power"  # type: ignore[index]
    said(call("clerk").post("/law/explain", {"power": "act.sign", "who": {**who, "office": "nowhere"}}), 404)


def test_a_term_tells_every_step(call: Call) -> None:
    given = {
        "term": "appeal_consider",
        "events": [{"kind": "start", "on": "2026-09-07", "reason": "поступило"}],
    }
    term = call("clerk").post("/law/due", given).json()  # type: ignore[attr-defined]
    assert term["due_on"] == "2026-09-28"
    assert term["steps"][0]["kind"] == "start"
    said(
        call("clerk").post(
            "/law/due", {"term": "appeal_consider", "events": [{"kind": "end", "on": "2026-09-07"}]}
        ),
        422,
    )


def test_records_bear_their_clauses(call: Call) -> None:
    powers = call("clerk").get("/law/powers").json()  # type: ignore[attr-defined]
    assert all(power["norms"] and power["title"] for power in powers)
    assert call("clerk").get("/law/posts/district_prosecutor").status_code == 200
    said(call("clerk").get("/law/posts/emperor"), 404)
    assert call("clerk").get("/law/provisions/O.15").status_code == 200
    said(call("clerk").get("/law/powers/act.sign?on=2017-11-02"), 404)
    said(call("clerk").get("/law/secrets"), 404)


def test_how_often_a_power_is_used_is_said_within_the_scope(call: Call) -> None:
    used = call("clerk").get("/law/powers/matter.open/uses").json()  # type: ignore[attr-defined]
    assert used == {"month": 0, "year": 0, "ever": 0, "as_of": None}
    said(call("clerk").get("/law/tasks/protect_rights/uses"), 404)
    runs = call("clerk").get("/law/terms/protest_consider/running").json()  # type: ignore[attr-defined]
    nothing = {"soonest": [], "next": "", "previous": ""}
    assert runs == {"running": 0, "overdue": 0, "at_most": 1000, **nothing}
    said(call("clerk").get("/law/terms/protest_consider/running?cursor=junk"), 422)
    said(call("clerk").get("/law/terms/no.such/running"), 404)
    said(call("clerk").get("/law/powers/no.such/uses"), 404)


def test_a_term_in_a_year_without_a_calendar_says_so(call: Call) -> None:
    given = {"term": "protest_consider", "events": [{"kind": "start", "on": "2005-03-01"}]}
    body = said(call("clerk").post("/law/due", given), 422)
    assert body["code"] == "no_calendar"
    assert "2005" in str(body.get("message", body))
