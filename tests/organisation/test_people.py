"""Registering and correcting people."""

from datetime import date

import pytest
from django.contrib.auth import get_user_model

from qadaga.authority import NotPermitted
from qadaga.common.errors import InvalidInput, NotFound, Stale
from qadaga.journal.models import Entry
from qadaga.organisation import people
from qadaga.organisation.people import PersonInput
from qadaga.staff.models import Person
from tests.organisation.conftest import TODAY, Service
from tests.staffing import make_actor, make_person

IIN = "850725400331"
AISULU = PersonInput(last_name="Нурланова", first_name="Айсулу", middle_name="Болатовна", iin=IIN)


def _faults(error: InvalidInput) -> dict[str, str]:
    return {fault.field: fault.code for fault in error.fields}


def test_a_person_is_registered_and_journalled_without_personal_data(service: Service) -> None:
    row = people.register(by=service.staff_officer, on=TODAY, person=AISULU)
    assert (row.name, row.iin, row.born_on) == ("Нурланова Айсулу Болатовна", IIN, date(1985, 7, 25))
    entry = Entry.objects.get(action="person.register")
    assert entry.subject_id == row.id
    assert entry.ruling["allowed"]
    assert IIN not in str(entry.data)


def test_the_same_iin_is_refused_in_words(service: Service) -> None:
    people.register(by=service.staff_officer, on=TODAY, person=AISULU)
    with pytest.raises(InvalidInput) as refused:
        people.register(by=service.staff_officer, on=TODAY, person=AISULU)
    assert _faults(refused.value) == {"iin": "duplicate"}
    assert Person.objects.filter(iin=IIN).count() == 1


def test_every_fault_is_told_at_once(service: Service) -> None:
    wrong = PersonInput(last_name=" ", first_name="a\0b", middle_name="x" * 101, iin="850725400332")
    with pytest.raises(InvalidInput) as refused:
        people.register(by=service.staff_officer, on=TODAY, person=wrong)
    assert _faults(refused.value) == {
        "last_name": "required",
        "first_name": "bad_character",
        "middle_name": "too_long",
        "iin": "check_digit",
    }


@pytest.mark.parametrize(
    ("born_on", "code"), [(date(2030, 1, 1), "future"), (date(1985, 7, 26), "not_of_iin")]
)
def test_a_birth_date_that_cannot_be_is_refused(service: Service, born_on: date, code: str) -> None:
    person = PersonInput(last_name="А", first_name="Б", iin=IIN, born_on=born_on)
    with pytest.raises(InvalidInput) as refused:
        people.register(by=service.staff_officer, on=TODAY, person=person)
    assert _faults(refused.value) == {"born_on": code}


def test_two_people_without_a_number_are_no_duplicates(service: Service) -> None:
    for name in ("А", "Б"):
        people.register(by=service.staff_officer, on=TODAY, person=PersonInput(name, "В"))
    assert Person.objects.filter(iin=None, first_name="В").count() == 2


def test_an_assistant_registers_nobody(service: Service) -> None:
    with pytest.raises(NotPermitted):
        people.register(by=make_actor(service.office, "assistant", on=TODAY), on=TODAY, person=AISULU)
    assert not Person.objects.filter(iin=IIN).exists()


def test_a_correction_counts_versions_and_refuses_an_old_one(service: Service) -> None:
    row = people.register(by=service.staff_officer, on=TODAY, person=AISULU)
    renamed = PersonInput("Сейтова", "Айсулу", "Болатовна", IIN)
    after = people.correct(
        by=service.staff_officer, on=TODAY, person_id=row.id, person=renamed, version=row.version
    )
    assert (after.last_name, after.version) == ("Сейтова", 2)
    with pytest.raises(Stale):
        people.correct(by=service.staff_officer, on=TODAY, person_id=row.id, person=AISULU, version=1)


def test_a_head_corrects_own_people_not_those_beside(service: Service) -> None:
    from tests.staffing import actor_of, make_appointment

    head = actor_of(service.head, TODAY)
    own, other = make_appointment(service.office, "assistant"), make_appointment(service.beside, "assistant")
    people.correct(by=head, on=TODAY, person_id=own.person_id, person=AISULU)
    with pytest.raises(NotFound):
        people.correct(by=head, on=TODAY, person_id=other.person_id, person=PersonInput("А", "Б"))


def test_a_login_belongs_to_one_person(service: Service) -> None:
    user = get_user_model().objects.create_user(username="one")
    first, second = make_person(), make_person()
    people.give_login(by=service.staff_officer, on=TODAY, person_id=first.id, user_id=user.pk)
    with pytest.raises(InvalidInput) as refused:
        people.give_login(by=service.staff_officer, on=TODAY, person_id=second.id, user_id=user.pk)
    assert _faults(refused.value) == {"user": "taken"}
