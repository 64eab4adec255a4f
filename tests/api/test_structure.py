"""Offices and people over the API: the same services, the same rulings."""

import json
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

import pytest
from django.test import Client

from qadaga.accounts import tokens
from qadaga.accounts.models import User
from qadaga.common import clock
from qadaga.common.ids import new_id
from qadaga.journal.models import ChainKind, Entry
from qadaga.law import catalogue
from qadaga.offices import selectors
from qadaga.offices.models import Office
from qadaga.staff import selectors as staff
from qadaga.staff.models import Appointment, Person
from tests.staffing import make_appointment, make_office, make_person, send_away

TODAY = date(2026, 7, 15)
NAMES = {"ru": "Новая", "kk": "Жаңа", "en": "New"}
IIN = "850725400331"


class Program:
    """A program with the token of the holder of an appointment."""

    def __init__(self, held: Appointment) -> None:
        user = User.objects.create_user(f"u{held.pk.hex[-12:]}", None)
        held.person.user = user
        held.person.save()
        self.person_id = held.person_id
        expires = clock.now() + timedelta(days=1)
        self.secret = tokens.issue(
            user=user, appointment_id=held.pk, name="t", expires_at=expires, now=clock.now()
        )[1]

    def send(self, method: str, path: str, version: int | None = None, **body: Any) -> Any:
        """The answer; each POST carries a fresh Idempotency-Key, each update the version that was read."""
        headers = {"Authorization": f"Bearer {self.secret}", "Idempotency-Key": str(new_id())}
        if version is not None:
            headers["If-Match"] = f'"v{version}"'
        data = json.dumps(body) if method != "GET" else ""
        return Client().generic(
            method, f"/api/v1{path}", data, content_type="application/json", headers=headers
        )


@pytest.fixture(autouse=True)
def stopped_clock() -> Iterator[None]:
    with clock.frozen(TODAY):
        yield


@pytest.fixture
def top(db: None) -> Office:
    return make_office("t", "general")


@pytest.fixture
def district(top: Office) -> Office:
    return make_office("d", "district", make_office("r", "region", top, kato="110000000"), kato="111000000")


@pytest.fixture
def staff_officer(top: Office, district: Office) -> Program:
    return Program(make_appointment(top, "staff_officer"))


@pytest.fixture
def assistant(district: Office) -> Appointment:
    return make_appointment(district, "assistant", make_person("Нургалиева", iin=IIN))


def test_the_tree_and_an_office_are_read(staff_officer: Program, district: Office) -> None:
    rows = staff_officer.send("GET", "/offices?on=2026-07-15").json()
    assert [(row["code"], row["kato"]) for row in rows] == [
        ("t", []),
        ("r", ["110000000"]),
        ("d", ["111000000"]),
    ]
    answer = staff_officer.send("GET", "/offices/d")
    assert (answer.json()["code"], answer["ETag"]) == ("d", '"v1"')
    assert staff_officer.send("GET", "/offices/none").status_code == 404


def test_an_office_is_created_renamed_and_given_territory(staff_officer: Program) -> None:
    made = staff_officer.send(
        "POST",
        "/offices",
        code="n",
        kind="district",
        names=NAMES,
        parent="r",
        starts_on="2026-07-15",
        ground="№ 1",
    )
    assert made.status_code == 201
    changed = staff_officer.send(
        "PUT", "/offices/n/name", 1, names={**NAMES, "ru": "Иная"}, starts_on="2026-08-01", ground="№ 1"
    )
    assert (changed.status_code, changed["ETag"]) == (200, '"v2"')
    given = staff_officer.send(
        "PUT", "/offices/n/territory", 2, kato=["117000000"], starts_on="2026-07-20", ground="№ 1"
    )
    assert given.status_code == 200
    assert selectors.holder_of("117000000", date(2026, 7, 20)) is not None
    late = staff_officer.send(
        "PUT", "/offices/n/spheres", 1, spheres=["military"], starts_on="2026-07-20", ground="№ 1"
    )
    assert (late.status_code, late.json()["current_version"]) == (412, 3)


def test_a_district_gets_the_ruling(district: Office) -> None:
    head = Program(make_appointment(district, "district_prosecutor"))
    answer = head.send("PUT", "/offices/d/name", 1, names=NAMES, starts_on="2026-08-01", ground="№ 1")
    assert answer.status_code == 403
    assert "O.5" in answer.content.decode()


@pytest.mark.parametrize("name", ["", "a\0b", "\ud800"])
def test_text_that_cannot_be_is_refused(staff_officer: Program, name: str) -> None:
    answer = staff_officer.send(
        "PUT", "/offices/d/name", 1, names={**NAMES, "kk": name}, starts_on="2026-08-01", ground="№ 1"
    )
    assert answer.status_code == 422


def test_people_of_an_office_tell_who_leads(staff_officer: Program, district: Office) -> None:
    head = make_appointment(district, "district_prosecutor")
    deputy = make_appointment(district, "deputy_district")
    send_away(head.person, TODAY)
    named = staff_officer.send(
        "POST", "/offices/d/acting", appointment_id=str(deputy.id), starts_on="2026-07-15"
    )
    assert named.status_code == 201
    rows = staff_officer.send("GET", "/offices/d/people").json()
    assert {row["post"]: (row["absent"], row["leads"]) for row in rows} == {
        "district_prosecutor": (True, False),
        "deputy_district": (False, True),
    }
    ended = staff_officer.send("POST", f"/offices/d/acting/{named.json()['id']}/end", ends_on="2026-07-16")
    assert ended.status_code == 200
    assert staff.who_leads(district.id, date(2026, 7, 16)) is None


def test_units_are_created_renamed_moved_and_closed(staff_officer: Program, district: Office) -> None:
    path = "/structure/offices/r/units"
    given = {"starts_on": "2026-07-15", "ground": "№ 1"}
    above = staff_officer.send("POST", path, code="sup", kind="directorate", names=NAMES, **given)
    own = {language: f"{name} 2" for language, name in NAMES.items()}
    inside = staff_officer.send("POST", path, code="ins", kind="division", names=own, **given)
    assert (above.status_code, inside.status_code) == (201, 201)
    unit = f"{path}/{inside.json()['id']}"
    later = {"starts_on": "2026-08-01", "ground": "№ 2"}
    moved = staff_officer.send("PUT", f"{unit}/place", 1, parent_id=above.json()["id"], **later)
    named = staff_officer.send("PUT", f"{unit}/name", 2, names={**own, "ru": "Иной"}, **later)
    ended = staff_officer.send("PUT", f"{unit}/end", 3, ends_on="2026-09-01", ground="№ 3")
    assert (moved.status_code, named.status_code, ended.json()["closed_on"]) == (200, 200, "2026-09-01")
    seen = staff_officer.send("GET", f"{path}?on=2026-08-15").json()
    assert [(one["code"], one["name_ru"], one["depth"]) for one in seen][1] == ("ins", "Иной", 1)
    assert len(staff_officer.send("GET", f"{path}?on=2026-09-01").json()) == 1
    elsewhere = staff_officer.send("PUT", f"/structure/offices/d/units/{inside.json()['id']}/end", 4, **later)
    assert elsewhere.status_code in {404, 422}


def test_an_acting_head_of_another_office_is_not_found(staff_officer: Program, district: Office) -> None:
    stranger = make_appointment(district.region, "prosecutor")
    answer = staff_officer.send(
        "POST", "/offices/d/acting", appointment_id=str(stranger.id), starts_on="2026-07-15"
    )
    assert answer.status_code == 404


def test_a_person_is_registered_appointed_sent_away_and_dismissed(
    staff_officer: Program, district: Office
) -> None:
    person = staff_officer.send("POST", "/people", last_name="Сейтова", first_name="Айсулу", iin=IIN)
    assert person.status_code == 201
    person_id = person.json()["id"]
    appointment = {
        "person_id": person_id,
        "office_id": str(district.id),
        "post": "assistant",
        "starts_on": "2026-07-15",
        "ground": "Приказ № 5",
    }
    unchecked = staff_officer.send("POST", "/appointments", **appointment)
    assert (unchecked.status_code, "CL155.6" in unchecked.content.decode()) == (403, True)
    findings = [
        {"requirement": name, "met": True, "evidence": "Документ"} for name in catalogue.load().requirements
    ]
    check = staff_officer.send("POST", f"/people/{person_id}/entry-checks", findings=findings)
    assert (check.status_code, check.json()["passed"]) == (201, True)
    post = staff_officer.send("POST", "/appointments", **appointment)
    assert post.status_code == 201
    path = f"/appointments/{post.json()['id']}"
    away = staff_officer.send("POST", f"{path}/absences", kind="leave", starts_on="2026-07-16")
    back = staff_officer.send("POST", f"{path}/absences/{away.json()['id']}/end", ends_on="2026-07-20")
    assert (away.status_code, back.json()["ends_on"]) == (201, "2026-07-20")
    assert staff_officer.send("GET", f"{path}/open-work").json() == []
    ended = staff_officer.send(
        "PUT", f"{path}/end", 1, ends_on="2026-08-01", cause="own_wish", ground="Приказ № 9"
    )
    assert ended.json()["ends_on"] == "2026-08-01"
    corrected = staff_officer.send("PUT", f"/people/{person_id}", 1, last_name="Иная", first_name="Айсулу")
    assert (corrected.json()["last_name"], corrected["ETag"]) == ("Иная", '"v2"')


def test_a_wrong_number_names_its_field(staff_officer: Program) -> None:
    answer = staff_officer.send("POST", "/people", last_name="А", first_name="Б", iin="850725400332")
    assert answer.status_code == 422
    assert [error["field"] for error in answer.json()["errors"]] == ["iin"]
    assert not Person.objects.filter(first_name="Б").exists()


def test_the_personal_file_opens_by_the_law_and_is_journalled(
    staff_officer: Program, district: Office, assistant: Appointment
) -> None:
    path = f"/people/{assistant.person_id}"
    colleague = Program(make_appointment(district, "prosecutor"))
    assert colleague.send("GET", path).json()["personal"] is None
    assert staff_officer.send("GET", path).json()["personal"]["iin"] == IIN
    assert Entry.objects.filter(kind=ChainKind.READS, subject_id=assistant.person_id).count() == 1


def test_a_person_beyond_the_scope_is_not_found(district: Office, assistant: Appointment) -> None:
    beside = make_office("d2", "district", district.region)
    stranger = Program(make_appointment(beside, "district_prosecutor"))
    assert stranger.send("GET", f"/people/{assistant.person_id}").status_code == 404
