"""An appeal's whole way through the API: the same services, numbers, rulings and readings as the pages."""

from typing import Any

import pytest

from qadaga.appeals.models import Appeal
from qadaga.journal import selectors as journal
from tests.api.calling import Caller
from tests.api.conftest import Call
from tests.api.test_problems import said
from tests.intake import Registry, answer_sent, make_appeal

ENTRY: dict[str, Any] = {
    "kind": "complaint",
    "language": "ru",
    "way": "post",
    "arrived_on": "2026-09-07",
    "summary": "Взимают сбор за въезд во двор.",
    "applicants": [
        {"name": "Ахметова Әсел Болатқызы", "iin": "850725400331", "address": "Семей"},
        {"name": "Ержанов Дос", "no_id_reason": "not_given"},
    ],
}


def registered(clerk: Caller, **changes: Any) -> dict[str, Any]:
    """An appeal registered through the API."""
    answer = clerk.post("/appeals", {**ENTRY, **changes})
    assert answer.status_code == 201, answer.content
    return dict(answer.json())  # type: ignore[attr-defined]  # the test client's response has it


@pytest.fixture
def appeal(call: Call) -> dict[str, Any]:
    return registered(call("clerk"))


def path(appeal: dict[str, Any], step: str = "") -> str:
    return f"/appeals/{appeal['id']}{step}"


def test_several_applicants_are_registered_with_number_coupon_and_term(call: Call) -> None:
    appeal = registered(call("clerk"), body={"name_ru": "Акимат Семея", "kind": "executive"})
    assert appeal["number"]
    assert appeal["coupon"]
    assert appeal["due_on"] > appeal["registered_on"]
    assert appeal["body_id"]
    assert Appeal.objects.get(id=appeal["id"]).applicants.count() == 2


def test_every_fault_names_its_field(call: Call) -> None:
    entry = {**ENTRY, "summary": "", "applicants": [{"name": "Ким", "iin": "850725400332"}]}
    body = said(call("clerk").post("/appeals", entry), 422)
    assert {fault["field"] for fault in body["errors"]} == {"summary", "applicants.0.iin"}


def test_a_body_entered_in_a_refused_change_is_not_left_behind(call: Call) -> None:
    new = {"name_ru": "Новый орган", "kind": "executive"}
    said(call("clerk").post("/appeals", {**ENTRY, "summary": "", "body": new}), 422)
    assert call("clerk").get("/bodies?q=Новый").json() == []


def test_the_card_names_applicants_and_its_reading_is_journalled(call: Call, appeal: dict[str, Any]) -> None:
    before = len(journal.readings("appeal", appeal["id"]))
    answer = call("head").get(path(appeal))
    assert answer["ETag"] == '"v1"'
    names = [one["name"] for one in answer.json()["applicants"]]
    assert names == ["Ахметова Әсел Болатқызы", "Ержанов Дос"]
    assert len(journal.readings("appeal", appeal["id"])) == before + 1


def test_from_a_matter_to_an_answer_sent(call: Call, appeal: dict[str, Any]) -> None:
    head, clerk = call("head"), call("clerk")
    matter = {"direction": "legality_of_acts", "title": "О сборе за въезд"}
    opened = head.post(path(appeal, "/matter"), matter, version=1)
    assert opened.status_code == 201
    assert opened["ETag"]
    answer = {"language": "ru", "outcome": "granted", "text": "Сбор отменён."}
    assert head.put(path(appeal, "/answer"), answer, version=2).status_code == 200
    signed = head.post(path(appeal, "/answer/sign"), version=3)
    assert signed.json()["sha256"]
    sent = clerk.post(path(appeal, "/answer/send"), {"sent_on": "2026-09-07", "way": "post"}, version=4)
    assert sent.json()["state"] == "sent"
    assert clerk.get(path(appeal)).json()["appeal"]["status"] == "answered"
    pdf = clerk.get(path(appeal, "/answer/pdf"))
    assert b"".join(pdf.streaming_content).startswith(b"%PDF")


def test_forwarding_is_told_and_controlled(call: Call, appeal: dict[str, Any]) -> None:
    given = {"ground": "competent_body", "reason": "Не наша компетенция", "to_name": "Минэкологии"}
    answer = call("head").post(path(appeal, "/forward"), given, version=1)
    assert answer.status_code == 201, answer.content
    row = answer.json()
    assert row["control_due_on"]
    told = {"told_on": "2026-09-07", "way": "post"}
    clerk = call("clerk")
    assert clerk.post(path(appeal, f"/forwardings/{row['id']}/told"), told).status_code == 200
    said(clerk.post(path(appeal, f"/forwardings/{row['id']}/told"), told), 409)
    letter = clerk.get(path(appeal, f"/papers/letter/{row['id']}"))
    assert letter.content.startswith(b"%PDF")


@pytest.mark.parametrize(
    ("step", "given", "status"),
    [
        ("decline", {"ground": "no_substance", "reason": "Нет сути"}, "declined"),
        ("annul", {"ground": "registered_by_mistake", "reason": "Ошибка"}, "annulled"),
        ("withdraw", {"reason": "Отозвано письмом"}, "withdrawn"),
    ],
)
def test_reasoned_decisions(
    call: Call, appeal: dict[str, Any], step: str, given: dict[str, str], status: str
) -> None:
    answer = call("head").post(path(appeal, f"/{step}"), given, version=1)
    assert answer.status_code == 200, answer.content
    assert answer.json()["status"] == status


def test_prolonging_moves_the_date_and_says_why(call: Call, appeal: dict[str, Any]) -> None:
    given = {"ground": "further_study", "reason": "Нужны документы", "until": "2026-10-20"}
    answer = call("head").post(path(appeal, "/prolong"), given, version=1)
    assert answer.json()["due_on"] == "2026-10-20", answer.content
    terms = call("head").get(path(appeal, "/terms")).json()
    main = next(term for term in terms if term["due_on"] == "2026-10-20")
    assert any(step["kind"] == "prolong" and step["norm"]["clause"] for step in main["steps"])
    assert all("%" not in step["text"] for term in terms for step in term["steps"])


def test_correcting_keeps_the_number(call: Call, appeal: dict[str, Any]) -> None:
    given = {"ground": "clerical_error", "reason": "Описка", "entry": {**ENTRY, "summary": "Иначе."}}
    corrected = call("clerk").post(path(appeal, "/correct"), given, version=1)
    assert corrected.status_code == 200, corrected.content
    body = corrected.json()
    assert (body["number"], body["summary"], body["version"]) == (appeal["number"], "Иначе.", 2)


def test_materials_are_asked_for_decided_and_shown(call: Call, appeal: dict[str, Any]) -> None:
    applicant = call("clerk").get(path(appeal)).json()["applicants"][0]["id"]
    asked = {"applicant_id": applicant, "what": "Все материалы", "requested_on": "2026-09-07"}
    row = call("clerk").post(path(appeal, "/materials"), asked)
    assert row["ETag"] == '"v1"'
    step = path(appeal, f"/materials/{row.json()['id']}")
    assert call("head").post(f"{step}/decide", {"decision": "allowed"}, version=1).status_code == 200
    shown = {"shown_on": "2026-09-07", "note": "Ознакомлен"}
    assert call("clerk").post(f"{step}/show", shown, version=2).json()["state"] == "shown"


def test_a_challenge_is_registered_and_passed_up(call: Call, registry: Registry) -> None:
    answered = answer_sent(registry, make_appeal(registry))
    answer = call("clerk").post(f"/appeals/{answered.id}/challenge", ENTRY, version=answered.version)
    assert answer.status_code == 201, answer.content
    assert answer.json()["challenges_id"] == str(answered.id)


def test_the_coupon_is_a_pdf(call: Call, appeal: dict[str, Any]) -> None:
    assert call("clerk").get(path(appeal, "/coupon")).content.startswith(b"%PDF")


def test_what_was_forwarded_here_waits_and_is_received(
    call: Call, appeal: dict[str, Any], registry: Registry
) -> None:
    given = {"ground": "competent_office", "reason": "Их район", "to_office_id": str(registry.other.id)}
    call("head").post(path(appeal, "/forward"), given, version=1)
    waiting = call("other_clerk").get("/appeals/to-register").json()
    assert [row["number"] for row in waiting] == [appeal["number"]]
    received = call("other_clerk").post(f"/appeals/to-register/{waiting[0]['id']}")
    assert received.status_code == 201, received.content
    assert received.json()["office"] == "oth"


def test_the_panel_says_what_may_be_done_and_why_not_the_rest(call: Call, appeal: dict[str, Any]) -> None:
    actions = call("clerk").get(path(appeal, "/actions")).json()
    by_power = {action["power"]: action for action in actions}
    assert by_power["appeal.request_materials"]["permitted"]
    refused = by_power["appeal.sign_answer"]
    assert not refused["allowed"]
    assert refused["missing"][0]["clause"]


@pytest.mark.parametrize("part", ["", "/timeline", "/terms", "/actions", "/coupon"])
def test_whoever_is_complained_of_reads_no_part_of_it(call: Call, registry: Registry, part: str) -> None:
    about = make_appeal(registry, official_id=registry.deputy.person_id)
    refused = call("deputy").get(f"/appeals/{about.id}{part}")
    assert refused.status_code == 403, refused.content
    assert call("head").get(f"/appeals/{about.id}{part}").status_code == 200
