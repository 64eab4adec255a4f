"""The staff officers' home of a quarter, its forms, the personal sheet, and the register of people."""

from datetime import date
from io import BytesIO

import openpyxl
import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from qadaga.journal.models import Entry
from qadaga.offices.models import Office
from qadaga.organisation.personnel.models import FileEntry, RankHeld
from qadaga.staff.models import Appointment
from tests.staffing import make_appointment, make_person, send_away
from tests.web.offices.conftest import SignIn


@pytest.fixture
def quarter(assistant: Appointment) -> Appointment:
    """Somebody of whom everything comes in the third quarter of 2026."""
    person = assistant.person
    person.born_on = date(1963, 8, 1)
    person.save()
    RankHeld.objects.create(
        person=person,
        rank="lawyer_2",
        ladder="class",
        how="rank_term",
        starts_on=date(2023, 9, 1),
        ground="№ 1",
    )
    for kind in ("probation", "attestation", "penalty"):
        FileEntry.objects.create(
            person=person, kind=kind, title="Запись", made_on=date(2026, 1, 1), ends_on=date(2026, 9, 30)
        )
    FileEntry.objects.create(person=person, kind="military", title="Запас", made_on=date(2020, 1, 1))
    assistant.ends_on = date(2026, 9, 1)
    assistant.save()
    send_away(person, date(2026, 7, 1), date(2026, 7, 30))
    return assistant


def test_the_home_tells_what_comes_in_the_quarter(client: Client, quarter: Appointment) -> None:
    page = client.get("/personnel/").content.decode()
    for said in ("юрист 1 класса", "01.08.2026", "конец назначения", "Взыскание", "Запас", "отпуск"):
        assert said in page, said
    assert page.count(quarter.person.name) == 8
    other = client.get("/personnel/?year=2027&quarter=2").content.decode()
    assert "01.08.2026" not in other
    assert client.get("/personnel/?year=1&quarter=9").status_code == 422


def test_whoever_keeps_no_files_goes_to_the_register(district: Office, sign_in: SignIn) -> None:
    answer = sign_in(district, "prosecutor").get("/personnel/")
    assert (answer.status_code, answer.headers["Location"]) == (302, "/people/?serving=1")


def test_the_home_costs_at_most_eight_queries_more_than_the_sign_in(
    client: Client, quarter: Appointment, district: Office
) -> None:
    def cost() -> int:
        with CaptureQueriesContext(connection) as queries:
            client.get("/personnel/")
        return len(queries)

    cost()
    few = cost()
    for number in range(5):
        held = make_appointment(district, "assistant")
        RankHeld.objects.create(
            person=held.person,
            rank="lawyer_2",
            ladder="class",
            how="rank_term",
            starts_on=date(2023, 8, 1 + number),
            ground="№ 1",
        )
    assert cost() == few


def test_who_retires_or_reaches_a_rank_comes_as_workbook_and_paper(
    client: Client, quarter: Appointment, district: Office, sign_in: SignIn
) -> None:
    book = openpyxl.load_workbook(BytesIO(client.get("/personnel/due.xlsx").content))
    assert book.worksheets[0].cell(2, 1).value == quarter.person.name
    assert book.worksheets[1].cell(2, 4).value.date() == date(2026, 8, 1)
    assert client.get("/personnel/due.pdf").content.startswith(b"%PDF")
    assert Entry.objects.filter(action="people.export").count() == 2
    assert sign_in(district, "prosecutor").get("/personnel/due.xlsx").status_code == 403


def test_a_personal_sheet_comes_as_workbook_and_paper(client: Client, quarter: Appointment) -> None:
    quarter.person.last_name = "=1+1"
    quarter.person.save()
    address = f"/personnel/{quarter.person_id}/sheet"
    answer = client.get(f"{address}.xlsx")
    book = openpyxl.load_workbook(BytesIO(answer.content))
    assert answer.headers["Cache-Control"] == "private, no-store"
    assert len(book.worksheets) == 4
    assert book.worksheets[1].cell(2, 1).value == "юрист 2 класса"
    assert client.get(f"{address}.pdf").content.startswith(b"%PDF")
    assert Entry.objects.filter(action="personal_file.read", subject_id=quarter.person_id).count() == 2


def test_a_name_is_asked_for_by_post_and_stands_in_no_address(
    client: Client, district: Office, assistant: Appointment
) -> None:
    make_appointment(district, "prosecutor", make_person("Әлімов"))
    answer = client.post("/people/filter/", {"name": "әЛІМ"})
    address = answer.headers["Location"]
    assert answer.status_code == 302
    assert "лім" not in address
    page = client.get(address).content.decode()
    assert "Әлімов" in page
    assert assistant.person.last_name not in page


def test_the_register_holds_the_scope_only_and_goes_on_by_key(
    client: Client, district: Office, beside: Office
) -> None:
    outside = make_appointment(beside, "assistant", make_person("Чужой"))
    for _number in range(30):
        make_appointment(district, "assistant", since=date(2025, 1, 1))
    ended = make_appointment(district, "prosecutor", make_person("Ушедшая"), until=date(2025, 1, 1))
    first = client.get("/people/?serving=1").content.decode()
    following = first.split('rel="next" href="', 1)[1].split('"', 1)[0].replace("&amp;", "&")
    second = client.get(following).content.decode()
    assert outside.person.name not in first + second
    assert ended.person.name not in first + second
    assert (
        ended.person.name
        in client.get("/people/").content.decode()
        + client.get(
            client.get("/people/")
            .content.decode()
            .split('rel="next" href="', 1)[1]
            .split('"', 1)[0]
            .replace("&amp;", "&")
        ).content.decode()
    )


def test_a_line_of_the_register_leads_to_the_card(client: Client, assistant: Appointment) -> None:
    answer = client.get(f"/people/{assistant.id}/")
    assert answer.headers["Location"] == f"/offices/people/{assistant.person_id}/"
