"""Personal files and reports of interference over the API."""

from collections.abc import Iterator

import pytest

from qadaga.common import clock
from qadaga.offices.models import Office
from qadaga.organisation.personnel import ranked_posts
from tests.api.test_structure import TODAY, Program
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
