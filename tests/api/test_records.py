"""A matter and its act through the API: from the opening to the signature, timeline, terms and files."""

from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile

from tests.api.calling import ROOT, Caller
from tests.api.conftest import Call
from tests.api.test_problems import said
from tests.casework import PDF
from tests.intake import Registry

OPENING = {"kind": "own_initiative", "direction": "legality_of_acts", "title": "О сборе"}
WORDING = {"heading": "О сборе", "facts": "Сбор.", "norms": "Статья 31.", "demands": "Отменить."}
BODY = {"name_ru": "Акимат города Семей", "kind": "executive"}
VIOLATION = {"norm": "Статья 31", "what": "Сбор", "violator_kind": "body", "rights_of": "indefinite"}
FOUND = {"causes": "found", "causes_text": "Нет экспертизы", "consequences": "none"}


def sent(answer: Any, status: int = 200) -> dict[str, Any]:
    assert answer.status_code == status, answer.content
    return dict(answer.json())


def upload(program: Caller, name: str, content: bytes) -> Any:
    return program.client.post(
        f"{ROOT}/files",
        {"file": SimpleUploadedFile(name, content)},
        headers={"Authorization": f"Bearer {program.secret}", "Idempotency-Key": f"upload-{name}"},
    )


def matter_of(call: Call, registry: Registry) -> dict[str, Any]:
    opened = sent(call("head").post("/matters", OPENING), 201)
    path = f"/matters/{opened['id']}"
    return sent(call("head").put(f"{path}/assignee", {"assignee_id": str(registry.assistant.id)}, version=1))


def test_an_act_is_drafted_agreed_signed_and_served(call: Call, registry: Registry) -> None:
    matter, assistant, head = matter_of(call, registry), call("assistant"), call("head")
    path = f"/matters/{matter['id']}"
    violation = {**VIOLATION, **FOUND, "violator_body": BODY}
    made = sent(assistant.post(f"{path}/violations", violation, version=matter["version"]), 201)
    draft = {"matter_id": matter["id"], "kind": "representation", "language": "ru", "addressee": BODY}
    act = sent(assistant.post("/acts", {**draft, "wording": WORDING, "violations": [made["id"]]}), 201)
    step = f"/acts/{act['id']}"
    act = sent(assistant.post(f"{step}/submit", version=act["version"]))
    act = sent(call("deputy").post(f"{step}/agree", version=act["version"]))
    said(call("deputy").post(f"{step}/sign", version=act["version"]), 403)
    act = sent(head.post(f"{step}/sign", version=act["version"]))
    assert act["sha256"]
    assert act["number_text"]
    ruling = sent(head.get(f"{step}/ruling"))
    assert (ruling["state"], ruling["ruling"]["allowed"], ruling["differences"]) == ("same", True, [])
    assert ruling["today"]["ruling"]["power"] == "act.sign"
    served = {"way": "courier", "served_on": "2026-09-07", "recipient": "Канцелярия", "proof_ref": "вх. 7"}
    act = sent(call("clerk").post(f"{step}/service", served, version=act["version"]))
    assert act["due_on"]
    terms = head.get(f"{step}/terms").json()  # type: ignore[attr-defined]
    assert terms[0]["due_on"] == act["due_on"]
    done = [entry["action"] for entry in head.get(f"{path}/timeline").json()]  # type: ignore[attr-defined]
    assert done[:2] == ["act.serve", "act.sign"]
    assert done[-1] == "matter.open"


def test_a_matter_that_is_not_ready_says_what_is_missing(call: Call, registry: Registry) -> None:
    matter = matter_of(call, registry)
    answer = call("head").post(
        f"/matters/{matter['id']}/close", {"conclusion": "Всё"}, version=matter["version"]
    )
    body = said(answer, 409)
    assert body["obstacles"]


def test_files_are_checked_on_the_way_in_and_are_their_owners(call: Call, registry: Registry) -> None:
    matter = matter_of(call, registry)
    path = f"/matters/{matter['id']}/files"
    stored = sent(upload(call("assistant"), "act.pdf", PDF), 201)
    assert stored["mime"] == "application/pdf"
    given = {"file_id": stored["id"], "title": "Постановление"}
    said(call("deputy").post(path, given), 422)
    assert call("assistant").post(path, given).status_code == 201
    found = call("head").get(f"{path}/{stored['id']}")
    assert b"".join(found.streaming_content) == PDF  # type: ignore[attr-defined]
    said(call("neighbour").get(f"{path}/{stored['id']}"), 404)


def test_a_program_named_as_a_pdf_is_refused(call: Call) -> None:
    answer = upload(call("assistant"), "act.pdf", b"MZ\x90\x00" + b"\x00" * 200)
    assert said(answer, 422)["errors"]


def test_the_term_of_a_request_is_prolonged_and_told(call: Call, registry: Registry) -> None:
    matter, assistant, head = matter_of(call, registry), call("assistant"), call("head")
    asked = {
        "matter_id": matter["id"],
        "addressee": BODY,
        "ground": "О сборе",
        "text": "Копии",
        "language": "ru",
    }
    step = f"/measures/{sent(assistant.post('/measures/requests', asked), 201)['id']}"
    proven = {"way": "post", "served_on": "2026-09-07", "proof_ref": "вх. 7"}
    served = sent(assistant.post(f"{step}/service", proven, version=1))
    longer = {"until": "2026-10-01", "reason": "Большой объём"}
    said(assistant.post(f"{step}/term/prolongation", longer, version=served["version"]), 403)
    made = sent(head.post(f"{step}/term/prolongation", longer, version=served["version"]), 201)
    now = sent(head.get(step))
    assert now["due_on"] == "2026-10-01"
    told = {"change_id": made["id"], "told_on": "2026-09-07", "way": "post"}
    sent(call("clerk").post(f"{step}/term/notice", told, version=now["version"]))
    changes = head.get(f"{step}/term/changes").json()  # type: ignore[attr-defined]
    assert [(one["kind"], one["told_on"]) for one in changes] == [("prolong", "2026-09-07")]
    still = sent(
        head.post(f"{step}/term/suspension", {"reason": "Карантин"}, version=now["version"] + 1), 201
    )
    assert still["kind"] == "suspend"
    sent(head.post(f"{step}/term/resumption", {"reason": "Снят"}, version=now["version"] + 2), 201)
    assert sent(head.get(step))["due_on"] == "2026-10-01"
