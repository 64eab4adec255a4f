"""Conduct and interference through their pages: who finds what, the alarm, the search that finds nothing."""

import pytest
from django.test import Client

from qadaga.offices.models import Office
from qadaga.organisation.conduct.models import ConductEntry, InterferenceReport
from qadaga.staff.models import Appointment
from tests.staffing import make_appointment
from tests.web.offices.conftest import SignIn, district, head, region, sign_in, stopped_clock, top

__all__ = ["district", "head", "region", "sign_in", "stopped_clock", "top"]

PART = {"HX-Request": "true"}
TEXT = "Требует прекратить проверку водоканала"


@pytest.fixture
def assistant(district: Office) -> Appointment:
    return make_appointment(district, "assistant")


@pytest.fixture
def reporter(district: Office, assistant: Appointment, sign_in: SignIn) -> Client:
    return sign_in(district, "self", assistant)


def _reported(reporter: Client, **about: str) -> InterferenceReport:
    answer = reporter.post("/interference/report/", {"happened_on": "2026-07-14", "text": TEXT, **about})
    assert answer.status_code == 302, answer.content.decode()
    return InterferenceReport.objects.get()


def test_the_head_reported_finds_no_trace_of_it_anywhere(
    district: Office, head: Appointment, reporter: Client, sign_in: SignIn
) -> None:
    row = _reported(reporter, office="d", name=head.person.last_name)
    theirs = sign_in(district, "head", head)
    assert theirs.get(f"/interference/{row.id}/").status_code == 404
    assert theirs.get(f"/interference/{row.id}/close/").status_code == 404
    assert theirs.post(f"/interference/{row.id}/close/", {"outcome": "Нет"}).status_code == 404
    pages = [
        theirs.get("/interference/"),
        theirs.get("/"),
        theirs.get(f"/offices/people/{head.person_id}/"),
        theirs.get(f"/personnel/{head.person_id}/"),
        theirs.post("/search/", {"q": "водоканала"}, follow=True),
    ]
    for page in pages:
        assert str(row.id) not in page.content.decode()
        assert "Требует прекратить" not in page.content.decode()
    assert "Сообщено о вмешательстве" not in theirs.get("/interference/alarm/", headers=PART).content.decode()


def test_the_office_above_is_alarmed_reads_and_records_the_outcome(
    head: Appointment, region: Office, reporter: Client, sign_in: SignIn
) -> None:
    row = _reported(reporter, office="d", name=head.person.last_name)
    above = sign_in(region, "regional_prosecutor")
    assert "/interference/alarm/" in above.get("/").content.decode()
    assert "/interference/alarm/" not in reporter.get("/").content.decode()
    assert "Сообщено о вмешательстве" in above.get("/interference/alarm/", headers=PART).content.decode()
    assert above.get("/interference/alarm/").headers["Location"] == "/interference/"
    card = f"/interference/{row.id}/"
    assert TEXT in above.get(card).content.decode()
    assert above.get(f"{card}close/").status_code == 200
    assert above.post(f"{card}close/", {"outcome": "Беседа проведена", "version": "1"}).status_code == 302
    assert "Беседа проведена" in reporter.get(card).content.decode()
    assert "Сообщено о вмешательстве" not in above.get("/interference/alarm/", headers=PART).content.decode()


def test_a_colleague_a_neighbour_and_a_staff_officer_find_nothing(
    district: Office, region: Office, reporter: Client, sign_in: SignIn
) -> None:
    row = _reported(reporter, outsider="ТОО «Жол»")
    for office, post in ((district, "prosecutor"), (district, "staff_officer"), (region, "staff_officer")):
        other = sign_in(office, post)
        assert other.get(f"/interference/{row.id}/").status_code == 404
        assert "ТОО «Жол»" not in other.get("/interference/").content.decode()


def test_what_is_missing_in_a_report_stands_at_its_field(reporter: Client) -> None:
    sent = {"happened_on": "2026-07-14", "text": TEXT}
    for more, field in (
        ({}, "outsider"),
        ({"name": "Ким"}, "office"),
        ({"name": "Ким", "office": "d"}, "name"),
    ):
        answer = reporter.post("/interference/report/", {**sent, **more})
        assert answer.status_code == 422
        assert list(answer.context["form"].errors) == [field]
        assert TEXT in answer.content.decode()
    assert reporter.get("/interference/?before=nothing").status_code == 404


def test_a_gift_is_declared_and_its_outcome_recorded(
    district: Office, head: Appointment, assistant: Appointment, reporter: Client, sign_in: SignIn
) -> None:
    gift = {"happened_on": "2026-07-01", "with_whom": "ТОО", "value": "15000", "text": "Ваза"}
    assert reporter.post("/conduct/declare/gift/", {**gift, "value": "дорого"}).status_code == 422
    assert reporter.post("/conduct/declare/gift/", gift).status_code == 302
    row = ConductEntry.objects.get()
    assert "15\u00a0000\u00a0₸" in reporter.get(f"/conduct/{row.id}/").content.decode()
    assert reporter.get(f"/conduct/{row.id}/close/").status_code == 403
    theirs = sign_in(district, "head", head)
    assert str(row.id) in theirs.get("/conduct/").content.decode()
    closed = {"outcome": "Передать в доход государства", "version": "1"}
    assert theirs.post(f"/conduct/{row.id}/close/", closed).status_code == 302
    assert "в доход государства" in reporter.get(f"/conduct/{row.id}/").content.decode()
    assert sign_in(district, "prosecutor").get(f"/conduct/{row.id}/").status_code == 404


def test_a_matter_is_opened_from_the_personal_file(
    district: Office, head: Appointment, assistant: Appointment, sign_in: SignIn
) -> None:
    theirs = sign_in(district, "head", head)
    opening = f"/conduct/open/{assistant.person_id}/"
    assert opening in theirs.get(f"/personnel/{assistant.person_id}/").content.decode()
    assert theirs.post(opening, {"happened_on": "2026-07-01", "text": "Грубость"}).status_code == 302
    assert theirs.get(f"/conduct/open/{head.person_id}/").status_code == 403
    assert theirs.get("/conduct/declare/song/").status_code == 404
    assert theirs.get("/conduct/declare/contact/").status_code == 200
