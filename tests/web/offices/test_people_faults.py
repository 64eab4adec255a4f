"""What cannot be about people: the page names the field and keeps what was typed, the API names the same."""

from dataclasses import dataclass
from datetime import date
from typing import Any

import pytest
from django.test import Client

from qadaga.offices.models import Office
from qadaga.organisation.personnel import ranked_posts
from qadaga.organisation.personnel.models import RankHeld
from qadaga.staff.models import Appointment, Person
from tests.api.test_structure import Program
from tests.ordering import signed_order
from tests.staffing import actor_of, admit, make_appointment, make_person, send_away
from tests.web.offices.conftest import TODAY

Sent = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Officer:
    """A staff officer of the top, at a browser and as a program."""

    client: Client
    program: Program

    def is_told(
        self,
        field: str,
        page: str,
        path: str,
        sent: Sent,
        *,
        page_only: Sent,
        api_only: Sent,
        change: int | None = None,
    ) -> None:
        """Both refuse; both name the field and nothing else; the page keeps every word.

        `change`: the version that the API is to change.
        """
        case = f"{page} {sent}"
        shown = self.client.post(page, {**sent, **page_only})
        assert shown.status_code == 422, case
        form = shown.context["form"]
        assert list(form.errors) == [field], (case, form.errors)
        assert {name: form[name].value() for name in sent} == sent, case
        answer = self.program.send("PUT" if change else "POST", path, change, **sent, **api_only)
        assert answer.status_code == 422, (case, answer.content)
        told = answer.json()["errors"]
        assert [error["field"] for error in told] == [field], (case, told)
        assert told[0]["message"], case


@pytest.fixture
def officer(top: Office) -> Officer:
    held = make_appointment(top, "staff_officer")
    program, client = Program(held), Client()
    assert held.person.user is not None
    client.force_login(held.person.user)
    return Officer(client, program)


@pytest.mark.clause("L.2.2", "O.10")
def test_an_appointment_that_cannot_be(officer: Officer, district: Office, head: Appointment) -> None:
    lived = admit(make_person())
    Person.objects.filter(id=lived.id).update(born_on=date(2026, 7, 20), died_on=date(2026, 8, 1))
    busy = admit(make_appointment(district, "assistant").person)
    free = admit(make_person())
    for person, field, post, starts_on, ends_on in (
        (lived, "starts_on", "assistant", "2026-07-15", "2027-01-01"),
        (lived, "starts_on", "assistant", "2026-08-01", "2027-01-01"),
        (busy, "starts_on", "senior_assistant", "2026-07-15", "2027-01-01"),
        (free, "post", "district_prosecutor", "2026-07-15", "2027-01-01"),
        (free, "post", "regional_prosecutor", "2026-07-15", "2027-01-01"),
        (free, "ends_on", "assistant", "2026-07-15", "2026-07-15"),
        (free, "starts_on", "assistant", "2019-12-31", "2027-01-01"),
    ):
        officer.is_told(
            field,
            f"/offices/d/people/{person.id}/",
            "/appointments",
            {"post": post, "starts_on": starts_on, "ends_on": ends_on, "ground": "Приказ № 5"},
            page_only={"officer": "on"},
            api_only={"person_id": str(person.id), "office_id": str(district.id)},
        )
    assert not free.appointments.exists()


@pytest.mark.clause("L.2.2", "O.10")
def test_an_end_that_cannot_be(officer: Officer, region: Office, district: Office, head: Appointment) -> None:
    regional = actor_of(make_appointment(region, "regional_prosecutor"), TODAY)
    wrong = signed_order(regional, TODAY, kind="personnel")
    held = make_appointment(district, "assistant")
    ends = {"ends_on": "2026-08-01", "cause": "own_wish", "ground": ""}
    # Without a basis; by an order of an office that does not appoint; a death that has not come.
    for row, field, sent, page_only, api_only in (
        (held, "order", ends, {}, {}),
        (head, "order", ends, {"order": str(wrong)}, {"order_id": str(wrong.id)}),
        (held, "ends_on", {**ends, "cause": "death"}, {}, {}),
    ):
        officer.is_told(
            field,
            f"/offices/appointments/{row.id}/end/",
            f"/appointments/{row.id}/end",
            sent,
            page_only={"version": 1, **page_only},
            api_only=api_only,
            change=1,
        )
    # The day of death is kept, and nobody is appointed after it.
    dead = {**ends, "cause": "death", "ends_on": TODAY.isoformat()}
    address = f"/offices/appointments/{held.id}/end/"
    assert officer.client.post(address, {**dead, "version": 1}).status_code == 302
    assert Person.objects.get(id=held.person_id).died_on == TODAY
    officer.is_told(
        "starts_on",
        f"/offices/d/people/{held.person_id}/",
        "/appointments",
        {"post": "prosecutor", "starts_on": "2026-08-01", "ends_on": "2027-01-01", "ground": "№ 5"},
        page_only={"officer": "on"},
        api_only={"person_id": str(held.person_id), "office_id": str(district.id)},
    )


@pytest.mark.clause("L.2.4", "L.2.5", "L.2.6")
def test_a_file_that_cannot_be(officer: Officer, district: Office) -> None:
    ranked_posts.load_first(TODAY)
    held = make_appointment(district, "assistant")
    person = held.person
    Person.objects.filter(id=person.id).update(born_on=date(1990, 5, 1))
    given = {"how": "rank_first", "starts_on": date(2026, 1, 10), "ground": "№ 1"}
    RankHeld.objects.create(person=person, rank="lawyer_3", ladder="class", **given)
    send_away(person, date(2026, 7, 20), date(2026, 7, 25))
    period = {"kind": "courts", "organisation": "суд", "evidence": "приказ"}
    rank = {"ground": "rank_ahead", "order": "№ 2"}
    entry = {"title": "Запись", "number": "7"}
    absence = {"kind": "leave", "ground": "приказ"}
    of_file, of_api = f"/personnel/{person.id}", f"/people/{person.id}"
    periods, ranks = (f"{of_file}/period/", f"{of_api}/periods"), (f"{of_file}/confer/", f"{of_api}/ranks")
    entries = (f"{of_file}/entry/award/", f"{of_api}/entries")
    away = (f"/offices/appointments/{held.id}/absence/", f"/appointments/{held.id}/absences")
    for field, where, sent in (
        ("starts_on", periods, period | _days("1990-05-01", "1995-01-01")),
        ("starts_on", periods, period | _days("2026-07-16", "2027-01-01")),
        ("ends_on", periods, period | _days("2015-01-01", "2015-01-01")),
        ("starts_on", ranks, rank | {"rank": "lawyer_2", "starts_on": "2026-01-10"}),
        ("rank", ranks, rank | {"rank": "lawyer_3", "starts_on": "2026-07-01"}),
        ("made_on", entries, entry | {"made_on": "2026-07-16"}),
        ("starts_on", away, absence | _days("2026-07-24", "2026-07-30")),
        ("ends_on", away, absence | _days("2026-08-24", "2026-08-24")),
    ):
        api_only = {"kind": "award"} if where == entries else {}
        officer.is_told(field, *where, sent, page_only={}, api_only=api_only)


def test_a_person_that_cannot_be(officer: Officer, district: Office) -> None:
    named = {
        "last_name": "Сейтова",
        "first_name": "Айсулу",
        "middle_name": "",
        "iin": "",
        "born_on": "1990-01-01",
    }
    for field, wrong in (
        ("born_on", {"born_on": "2026-07-16"}),
        ("iin", {"iin": "850725400332"}),
        ("last_name", {"last_name": " "}),
    ):
        sent = named | wrong
        officer.is_told(field, "/offices/d/people/", "/people", sent, page_only={}, api_only={})
    assert not Person.objects.filter(first_name="Айсулу").exists()


def _days(starts_on: str, ends_on: str) -> Sent:
    return {"starts_on": starts_on, "ends_on": ends_on}
