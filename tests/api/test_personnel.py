"""Personal files, conduct and reports of interference over the API."""

from collections.abc import Iterator
from io import BytesIO

import pytest

from qadaga.common import clock
from qadaga.documents.models import StoredFile
from qadaga.documents.services import store
from qadaga.offices.models import Office
from qadaga.organisation.personnel import ranked_posts
from tests.api.test_structure import TODAY, Program
from tests.casework import PDF
from tests.staffing import make_appointment, make_office


@pytest.fixture
def district(db: None) -> Iterator[Office]:
    with clock.frozen(TODAY):
        top = make_office("t", "general")
        region = make_office("r", "region", top, kato="110000000")
        yield make_office("d", "district", region, kato="111000000")


def test_a_file_is_written_and_read_in_sums(district: Office) -> None:
    ranked_posts.load_first(TODAY)
    held = make_appointment(district, "assistant")
    staff = Program(make_appointment(district, "staff_officer"))
    at = f"/people/{held.person_id}"
    rank = {"rank": "lawyer_3", "ground": "rank_first", "starts_on": "2024-01-10", "order": "№ 5"}
    assert staff.send("post", f"{at}/ranks", **rank).status_code == 201
    period = {"kind": "courts", "organisation": "суд", "starts_on": "2015-01-01", "ends_on": "2016-01-01"}
    assert staff.send("post", f"{at}/periods", **period, evidence="приказ").status_code == 201
    entry = {"kind": "award", "title": "Медаль", "made_on": "2025-05-07"}
    assert staff.send("post", f"{at}/entries", **entry).status_code == 201
    told = staff.send("get", f"{at}/file").json()
    assert told["service"] == {"years": 7, "months": 6, "days": 14}
    assert [line["periods"] for line in told["lines"]] == [[1], [2]]
    assert (told["ranks"][0]["rank"], told["entries"][0]["title"]) == ("lawyer_3", "Медаль")
    other = Program(make_appointment(district, "prosecutor"))
    assert other.send("get", f"{at}/file").status_code == 403


def test_a_file_is_put_right_over_the_api(district: Office) -> None:
    ranked_posts.load_first(TODAY)
    held = make_appointment(district, "assistant")
    staff, at = Program(make_appointment(district, "staff_officer")), f"/people/{held.person_id}"
    paper = store(BytesIO(PDF), "билет.pdf", by=None)
    StoredFile.objects.filter(id=paper.id).update(person_id=staff.person_id)
    rank = {"rank": "lawyer_3", "ground": "rank_first", "starts_on": "2024-01-10", "order": "№ 5"}
    assert staff.send("post", f"{at}/ranks", **rank).status_code == 201
    lower = {"ground": "rank_sentence", "starts_on": "2025-01-10", "order": "№ 6"}
    assert staff.send("post", f"{at}/ranks/lower", **lower).json()["ends_on"] == "2025-01-10"
    twice = staff.send("post", f"{at}/ranks/lower", **lower)
    assert (twice.status_code, [gap["clause"] for gap in twice.json()["missing"]]) == (403, ["L.2.4"])
    period = {"kind": "courts", "organisation": "суд", "starts_on": "2015-01-01", "ends_on": "2016-01-01"}
    made = staff.send("post", f"{at}/periods", **period, evidence="приказ", file_id=str(paper.id)).json()
    one = f"{at}/periods/{made['id']}"
    assert b"".join(staff.send("GET", f"{one}/file").streaming_content) == PDF
    other = Program(make_appointment(district, "prosecutor"))
    assert other.send("GET", f"{one}/file").status_code == 403
    assert other.send("post", f"{one}/withdraw", version=1).status_code == 403
    elsewhere = f"/people/{staff.person_id}/periods/{made['id']}/withdraw"
    assert staff.send("post", elsewhere, version=1).status_code == 404
    assert staff.send("post", f"{one}/withdraw", version=1).json()["version"] == 2
    assert staff.send("GET", f"{one}/file").status_code == 404
    entry = staff.send("post", f"{at}/entries", kind="award", title="Медаль", made_on="2025-05-07").json()
    assert staff.send("post", f"{at}/entries/{entry['id']}/withdraw", version=3).status_code == 412
    assert staff.send("post", f"{at}/entries/{entry['id']}/withdraw", version=1).status_code == 200
    told = staff.send("GET", f"{at}/file").json()
    assert (told["periods"], told["entries"]) == ([], [])
    assert told["leave"] == [{"year": 2026, "granted": 30, "used": 0, "left": 30, "unverified": True}]


def test_a_guarantee_is_asked_and_decided_over_the_api(district: Office) -> None:
    head = Program(make_appointment(district, "district_prosecutor"))
    own = Program(make_appointment(district, "assistant"))
    at = f"/people/{own.person_id}/guarantees"
    wrong = own.send("post", at, sort="yacht", text="Прошу")
    assert (wrong.status_code, wrong.json()["errors"][0]["field"]) == (422, "sort")
    asked = own.send("post", at, sort="housing", text="Прошу жильё").json()
    decided = {"granted": False, "outcome": "Нет фонда"}
    assert own.send("post", f"{at}/{asked['id']}/decide", version=1, **decided).status_code == 403
    assert head.send("post", f"{at}/{asked['id']}/decide", version=1, **decided).json()["state"] == "refused"
    assert own.send("GET", f"/people/{own.person_id}/file").json()["guarantees"][0]["outcome"] == "Нет фонда"


def test_conduct_is_declared_opened_and_decided_over_the_api(district: Office) -> None:
    head = Program(make_appointment(district, "district_prosecutor"))
    own = Program(make_appointment(district, "assistant"))
    gift = {"kind": "gift", "happened_on": "2026-07-01", "with_whom": "ТОО", "text": "Ваза"}
    wrong = own.send("post", "/conduct", **gift | {"happened_on": "2027-01-01"})
    assert (wrong.status_code, wrong.json()["errors"][0]["field"]) == (422, "happened_on")
    made = own.send("post", "/conduct", **gift, value="15 000").json()
    assert (made["value"], made["state"]) == (1_500_000, "opened")
    about = {"happened_on": "2026-07-01", "text": "Грубость"}
    matter = head.send("post", f"/people/{own.person_id}/conduct", **about)
    assert matter.status_code == 201
    one = f"/conduct/{matter.json()['id']}"
    assert own.send("post", f"{one}/close", version=1, outcome="Нет").status_code == 403
    assert head.send("post", f"{one}/close", version=1, outcome="Беседа").json()["state"] == "closed"
    assert own.send("GET", one).json()["outcome"] == "Беседа"
    other = Program(make_appointment(district, "prosecutor"))
    assert (other.send("GET", one).status_code, other.send("GET", "/conduct").json()) == (404, [])
    assert {row["kind"] for row in head.send("GET", "/conduct").json()} == {"gift", "matter"}


def test_a_report_of_interference_is_not_there_for_whom_it_is_about(district: Office) -> None:
    head = make_appointment(district, "district_prosecutor")
    own, theirs = Program(make_appointment(district, "assistant")), Program(head)
    above = Program(make_appointment(district.parent, "regional_prosecutor"))
    sent = {"happened_on": "2026-07-14", "text": "Требует", "insider_id": str(head.person_id)}
    told = own.send("post", "/interference", **sent)
    assert told.status_code == 201
    at = f"/interference/{told.json()['id']}"
    assert theirs.send("get", at).status_code == 404
    assert theirs.send("get", "/interference").json() == []
    assert theirs.send("post", f"{at}/close", version=1, outcome="Нет").status_code == 404
    assert above.send("get", at).json()["text"] == "Требует"
    assert above.send("post", f"{at}/close", version=1, outcome="Беседа").json()["state"] == "closed"
