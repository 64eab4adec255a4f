"""Every failure has one form: problem+json with a code, words in the caller's language, and the clauses."""

from django.http import HttpResponse

from tests.api.conftest import Call
from tests.intake import Registry, make_appeal, open_for

NOWHERE = "00000000-0000-7000-8000-000000000000"


def said(answer: HttpResponse, status: int) -> dict[str, object]:
    """The problem of an answer of that status."""
    assert answer.status_code == status, answer.content
    assert answer["Content-Type"] == "application/problem+json"
    body: dict[str, object] = answer.json()  # type: ignore[attr-defined]  # the test client's response has it
    assert body["status"] == status
    assert body["code"]
    assert body["title"]
    return body


def test_an_unknown_address_is_a_problem_too(call: Call) -> None:
    answer = call("clerk").get("/nowhere")
    assert said(answer, 404)["code"] == "not_found"
    # Made outside the middleware of the pages, and as closed to a browser.
    assert answer["Content-Security-Policy"] == "default-src 'none'; frame-ancestors 'none'"
    assert answer["X-Frame-Options"] == "DENY"


def test_a_wrong_method_names_the_right_ones(call: Call) -> None:
    answer = call("clerk").delete("/me")
    said(answer, 405)
    assert "GET" in answer["Allow"]


def test_a_body_that_is_no_json_is_refused(call: Call) -> None:
    for body in ("{", b"\xff\xfe{}", "[" * 100_000, '{"title": ' + "9" * 10_000 + "}"):
        said(call("head").post("/matters", body), 400)


def test_a_body_of_ten_megabytes_is_refused_unread(call: Call) -> None:
    body = b'{"title": "' + b"x" * 10_000_000 + b'"}'
    assert said(call("head").post("/matters", body), 413)["code"] == "too_large"


def test_what_no_database_can_hold_is_a_fault_of_the_field(call: Call) -> None:
    opening = {"kind": "appeal", "direction": "legality_of_acts"}
    for bad in ("a\u0000b", "\ud800"):
        body = said(call("head").post("/matters", {**opening, "title": bad}), 422)
        assert [fault["field"] for fault in body["errors"]] == ["title"]


def test_faults_speak_the_language_asked_for(call: Call) -> None:
    russian = call("head").post("/matters", {}, **{"Accept-Language": "ru"})
    english = call("head").post("/matters", {}, **{"Accept-Language": "en-GB,en;q=0.9"})
    assert said(english, 422)["errors"][0]["message"] == "This field must be filled in."
    assert said(russian, 422)["errors"] != said(english, 422)["errors"]
    assert russian["Content-Language"] == "ru"


def test_a_refusal_carries_the_ruling_and_its_clauses(call: Call, registry: Registry) -> None:
    matter = open_for(registry, make_appeal(registry))
    answer = call("clerk").post(f"/matters/{matter.id}/close", {"conclusion": "x"}, version=matter.version)
    body = said(answer, 403)
    ruling = body["ruling"]
    assert ruling["allowed"] is False
    assert ruling["citations"]
    assert all(gap["clause"] and "%" not in gap["message"] for gap in body["missing"])


def test_outside_the_scope_there_is_nothing(call: Call, registry: Registry) -> None:
    matter = open_for(registry, make_appeal(registry))
    for path in (f"/matters/{matter.id}", f"/matters/{NOWHERE}", f"/matters/{matter.id}/timeline"):
        said(call("neighbour").get(path), 404)
    assert call("region_head").get(f"/matters/{matter.id}").status_code == 200


def test_an_address_no_database_can_hold_is_refused(call: Call) -> None:
    assert call("clerk").get("/matters?number=%00").status_code == 400
