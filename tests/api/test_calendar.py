"""The calendar through the API: the same service, the same refusals."""

from tests.api.conftest import Call
from tests.api.test_problems import said

TABLE = {
    "complete": False,
    "days": [{"kind": "moved", "rest": "2026-09-17", "worked": "2026-09-19", "act": "512"}],
}


def test_a_year_tells_its_days_and_its_version(call: Call) -> None:
    answer = call("clerk").get("/calendar/2025")
    year = answer.json()  # type: ignore[attr-defined]
    assert answer["ETag"] == '"v0"'
    assert year["complete"]
    assert year["days"][0]["rest"] == "2025-01-03"
    assert "2025-01-03" in year["rest"]
    assert "2025-01-05" not in year["rest"]
    said(call("clerk").get("/calendar/1066"), 404)


def test_a_clerk_neither_changes_nor_looks(call: Call) -> None:
    for method, address in (("post", "/calendar/2026/preview"), ("put", "/calendar/2026")):
        body = said(getattr(call("clerk"), method)(address, TABLE, version=0), 403)
        assert body["missing"]
    assert call("clerk").get("/calendar/2026").json()["version"] == 0  # type: ignore[attr-defined]


def test_recounts_of_an_unchanged_year_are_none(call: Call) -> None:
    assert call("clerk").get("/calendar/2026/recounts").json() == []  # type: ignore[attr-defined]
