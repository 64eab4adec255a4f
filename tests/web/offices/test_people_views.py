"""The card of a person and the changes about people, through their pages."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from qadaga.journal.models import ChainKind, Entry
from qadaga.law import catalogue
from qadaga.matters import services as matters
from qadaga.matters.models import ComplainedOf, Matter
from qadaga.offices.models import Office
from qadaga.staff import selectors as staff
from qadaga.staff.models import Appointment, Person
from tests.staffing import actor_of, admit, make_appointment, make_person, name_acting, send_away
from tests.web.offices.conftest import TODAY, SignIn

IIN = "850725400331"
BACK = (TODAY + timedelta(days=10)).isoformat()


@pytest.fixture
def client(district: Office, head: Appointment, sign_in: SignIn) -> Client:
    """The head of the district, signed in."""
    return sign_in(district, "head", head)


@pytest.fixture
def assistant(district: Office) -> Appointment:
    return make_appointment(district, "assistant", make_person("Нургалиева", iin=IIN))


def _post(client: Client, address: str, **data: Any) -> Any:
    return client.post(address, {"starts_on": TODAY.isoformat(), **data})


def given_matter(head: Appointment, officer: Appointment) -> Matter:
    by = actor_of(head, TODAY)
    opening = matters.Opening(kind="appeal", direction="legality_of_acts", title="О незаконном сборе")
    matter = matters.open(opening=opening, by=by, on=TODAY)
    return matters.assign(matter_id=matter.id, version=1, assignee_id=officer.id, by=by, on=TODAY)


def _readings(person: Person) -> int:
    return Entry.objects.filter(kind=ChainKind.READS, subject_id=person.id).count()


def test_the_head_reads_the_personal_file_and_that_is_recorded(
    client: Client, assistant: Appointment
) -> None:
    address = f"/offices/people/{assistant.person_id}/"
    page = client.get(address).content.decode()
    assert IIN in page
    assert _readings(assistant.person) == 1
    head = Appointment.objects.get(post="district_prosecutor")
    assert head.person.name in str(client.get(address).context["readings"].rows)


def test_a_colleague_sees_the_posts_only_and_why(
    district: Office, assistant: Appointment, sign_in: SignIn
) -> None:
    page = sign_in(district, "prosecutor").get(f"/offices/people/{assistant.person_id}/").content.decode()
    assert IIN not in page
    assert "L.2.5" in page
    assert _readings(assistant.person) == 0


def test_one_reads_the_own_file(district: Office, assistant: Appointment, sign_in: SignIn) -> None:
    own = sign_in(district, "self", assistant)
    assert IIN in own.get(f"/offices/people/{assistant.person_id}/").content.decode()


def test_a_person_of_another_district_is_404(beside: Office, assistant: Appointment, sign_in: SignIn) -> None:
    stranger = sign_in(beside, "district_prosecutor")
    assert stranger.get(f"/offices/people/{assistant.person_id}/").status_code == 404


def test_a_person_is_added_and_appointed(client: Client, district: Office) -> None:
    names = {"last_name": "Сейтова", "first_name": "Айсулу", "iin": "850725 400331"}
    answer = _post(client, "/offices/d/people/", **names)
    assert answer.status_code == 302
    person = Person.objects.get(iin=IIN)
    appointing = answer["Location"]
    check = client.get(appointing)
    assert check["Location"] == f"{appointing}entry/"
    appointed = client.post(check["Location"], _entry_answers())
    assert appointed["Location"] == appointing
    answer = _post(client, appointing, post="assistant", officer="on", ground="Приказ № 5")
    assert answer["Location"] == "/offices/d/"
    assert person.appointments.get().post == "assistant"


def _entry_answers(**other: str) -> dict[str, str]:
    asked = catalogue.load().requirements
    answers = dict.fromkeys(asked, "yes") | {f"{name}_evidence": "Удостоверение" for name in asked}
    return answers | other


def test_a_refusal_of_entry_is_kept_with_its_ground(client: Client, district: Office) -> None:
    person = make_person(iin=IIN)
    Person.objects.update(born_on=date(1985, 7, 25))
    address = f"/offices/d/people/{person.id}/entry/"
    missing = client.post(address, {"note": ""})
    assert missing.status_code == 422
    assert set(missing.context["form"].errors) >= {"citizen", "citizen_evidence", "offence"}
    answer = client.post(address, _entry_answers(offence="no"))
    assert answer["Location"] == f"/offices/people/{person.id}/"
    check = person.entry_checks.get()
    assert not check.passed
    assert [finding.requirement for finding in check.findings.filter(met=False)] == ["offence"]
    refused = _post(client, f"/offices/d/people/{person.id}/", post="assistant", officer="on", ground="№ 5")
    assert refused.status_code == 403
    assert "CL155.6" in refused.content.decode()


def test_open_work_passes_with_the_end_of_the_post(
    client: Client, district: Office, assistant: Appointment, head: Appointment
) -> None:
    matter = given_matter(head, assistant)
    other = make_appointment(district, "senior_assistant")
    address = f"/offices/appointments/{assistant.id}/end/"
    assert matter.number_text in client.get(address).content.decode()
    data = {"ends_on": BACK, "version": 1, "cause": "own_wish", "ground": "Приказ № 5"}
    alone = client.post(address, data)
    assert alone.status_code == 422
    assert set(alone.context["form"].errors) == {f"receiver_matter_{matter.id.hex}"}
    assert client.post(address, {**data, "to_all": str(other.id)}).status_code == 302
    matter.refresh_from_db()
    assert matter.assignee == other


def test_work_is_handed_over_before_a_leave(
    client: Client, district: Office, assistant: Appointment, head: Appointment
) -> None:
    address = f"/offices/appointments/{assistant.id}/hand-over/"
    assert not client.get(address).context["form"].items
    matter = given_matter(head, assistant)
    data = {"reason": "leave", "to_all": str(head.id)}
    assert client.post(address, data).status_code == 302
    matter.refresh_from_db()
    assert matter.assignee == head


def test_what_complains_of_the_reader_is_not_named(
    client: Client, assistant: Appointment, head: Appointment
) -> None:
    matter = given_matter(head, assistant)
    ComplainedOf.objects.create(matter=matter, person=head.person)
    page = client.get(f"/offices/appointments/{assistant.id}/hand-over/").content.decode()
    assert matter.number_text not in page
    assert matter.title not in page


@pytest.mark.parametrize(("kind", "left"), [("transfer", True), ("secondment", False)])
def test_a_move_to_another_office(
    beside: Office, assistant: Appointment, top: Office, sign_in: SignIn, kind: str, left: bool
) -> None:
    staff_officer = sign_in(top, "staff_officer")
    chosen = staff_officer.get(f"/offices/appointments/{assistant.id}/{kind}/", {"office": beside.code})
    address = chosen["Location"]
    assert address.endswith(f"/{kind}/{beside.code}/")
    data = {"post": "assistant", "officer": "on", "ends_on": BACK, "ground": "Приказ № 9"}
    assert _post(staff_officer, address, **data).status_code == 302
    assistant.refresh_from_db()
    assert (assistant.ends_on == TODAY) is left
    there = assistant.person.appointments.get(office=beside)
    assert [row.absent for row in staff.people_of(beside.id, TODAY) if row.id == there.id] == [False]
    if not left:
        assert staff.people_of(assistant.office_id, TODAY).get(id=assistant.id).absent


def test_a_person_known_by_iin_is_not_registered_twice(client: Client, assistant: Appointment) -> None:
    answer = _post(client, "/offices/d/people/", last_name="Иное", first_name="Имя", iin=IIN)
    assert answer["Location"].endswith(f"/{assistant.person_id}/")
    assert Person.objects.filter(iin=IIN).count() == 1


def test_a_wrong_number_is_told_at_its_field(client: Client) -> None:
    answer = _post(client, "/offices/d/people/", last_name="А", first_name="Б", iin="850725400332")
    assert answer.status_code == 422
    assert set(answer.context["form"].errors) == {"iin"}


def test_a_second_head_is_refused_by_the_law_first(client: Client) -> None:
    person = admit(make_person())
    answer = _post(client, f"/offices/d/people/{person.id}/", post="district_prosecutor", officer="on")
    assert answer.status_code == 403
    assert "O.10" in answer.content.decode()


def test_names_are_corrected_once(client: Client, assistant: Appointment) -> None:
    address = f"/offices/people/{assistant.person_id}/correct/"
    assert client.get(address).context["form"].initial["last_name"] == assistant.person.last_name
    data = {"last_name": "Новая", "first_name": "Асель", "iin": IIN, "version": 1}
    assert _post(client, address, **data).status_code == 302
    late = _post(client, address, **{**data, "last_name": "Поздняя"})
    assert late.status_code == 422
    assert "Новая" in late.content.decode()


def test_an_absence_is_recorded_and_ended_early(client: Client, assistant: Appointment) -> None:
    address = f"/offices/appointments/{assistant.id}/absence/"
    assert _post(client, address, kind="leave", ends_on=BACK).status_code == 302
    absence = assistant.person.absences.get()
    back = client.get(f"/offices/people/{assistant.person_id}/").content.decode()
    assert f"{address}{absence.pk}/back/" in back
    tomorrow = (TODAY + timedelta(days=1)).isoformat()
    assert client.post(f"{address}{absence.pk}/back/", {"ends_on": tomorrow}).status_code == 302
    assert not staff.is_absent(assistant.person_id, TODAY + timedelta(days=1))


def test_an_absence_twice_is_told(client: Client, assistant: Appointment) -> None:
    send_away(assistant.person, TODAY)
    answer = _post(client, f"/offices/appointments/{assistant.id}/absence/", kind="leave")
    assert set(answer.context["form"].errors) == {"starts_on"}


def test_an_appointment_is_ended(client: Client, assistant: Appointment) -> None:
    address = f"/offices/appointments/{assistant.id}/end/"
    data = {"ends_on": BACK, "version": 1, "cause": "own_wish"}
    bare = client.post(address, data)
    assert (bare.status_code, set(bare.context["form"].errors)) == (422, {"order"})
    assert client.post(address, {**data, "ground": "Приказ № 5"}).status_code == 302
    assistant.refresh_from_db()
    assert str(assistant.ends_on) == BACK


def test_a_replacement_is_named(client: Client, district: Office, head: Appointment) -> None:
    deputy = make_appointment(district, "deputy_district")
    make_appointment(district, "registry_clerk")
    offered = client.get("/offices/d/acting/").context["form"].fields["appointment"].choices
    assert [key for key, _ in offered] == [str(deputy.id)]
    assert _post(client, "/offices/d/acting/", appointment=str(deputy.id)).status_code == 302
    send_away(head.person, TODAY)
    assert staff.who_leads(district.id, TODAY) == deputy
    again = _post(client, "/offices/d/acting/", appointment=str(deputy.id))
    assert again.status_code == 422


@pytest.mark.parametrize("page", ["end", "absence"])
def test_an_assistant_gets_the_ruling(
    district: Office, head: Appointment, sign_in: SignIn, page: str
) -> None:
    answer = sign_in(district, "assistant").get(f"/offices/appointments/{head.id}/{page}/")
    assert answer.status_code == 403


def test_a_personal_card_takes_few_queries(client: Client, assistant: Appointment) -> None:
    address = f"/offices/people/{assistant.person_id}/"
    client.get(address)
    with CaptureQueriesContext(connection) as queries:
        client.get(address)
    reads = [query for query in queries if query["sql"].lstrip().startswith(("SELECT", "WITH"))]
    assert len(reads) <= 14


def test_a_replacement_is_shown_and_ended(client: Client, district: Office, head: Appointment) -> None:
    deputy = make_appointment(district, "deputy_district")
    send_away(head.person, TODAY)
    named = name_acting(deputy, TODAY)
    address = f"/offices/d/acting/{named.pk}/end/"
    assert address in client.get("/offices/d/history/").content.decode()
    tomorrow = TODAY + timedelta(days=1)
    assert client.post(address, {"ends_on": tomorrow.isoformat()}).status_code == 302
    assert staff.who_leads(district.id, tomorrow) is None
    assert client.get("/offices/d/acting/99999/end/").status_code == 404


def test_a_further_post_begins_with_its_office(
    top: Office, beside: Office, assistant: Appointment, sign_in: SignIn
) -> None:
    staff_officer = sign_in(top, "staff_officer")
    address = f"/offices/people/{assistant.person_id}/appoint/"
    assert address in staff_officer.get(f"/offices/people/{assistant.person_id}/").content.decode()
    assert staff_officer.get(address).status_code == 200
    assert staff_officer.get(address, {"office": "none"}).status_code == 422
    answer = staff_officer.get(address, {"office": "d2"})
    assert answer["Location"] == f"/offices/d2/people/{assistant.person_id}/"
    given = {"post": "assistant", "officer": "on", "ground": "Приказ № 2"}
    assert _post(staff_officer, answer["Location"], **given).status_code == 302
    assert assistant.person.appointments.count() == 2


@pytest.mark.parametrize("kind", ["transfer", "secondment"])
def test_the_work_of_an_officer_elsewhere_is_not_listed_to_who_would_take_them(
    district: Office, beside: Office, sign_in: SignIn, kind: str
) -> None:
    held = make_appointment(beside, "assistant")
    client = sign_in(district, "staff_officer")
    url = reverse(f"offices:move_{kind}", args=[held.id, district.code])
    answer = client.get(url)
    assert (answer.status_code, "L.1.2" in answer.text) == (403, True)


def test_the_number_of_somebody_who_left_another_office_is_shown_to_nobody_beside(
    district: Office, beside: Office, sign_in: SignIn
) -> None:
    held = make_appointment(beside, "assistant", until=TODAY - timedelta(days=9))
    Person.objects.filter(id=held.person_id).update(iin=IIN)
    answer = sign_in(district, "staff_officer").get(reverse("offices:correct_person", args=[held.person_id]))
    assert (answer.status_code, IIN in answer.text) == (404, False)
