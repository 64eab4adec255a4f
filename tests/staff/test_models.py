"""What the database itself refuses about people and posts, whoever writes."""

from collections.abc import Callable
from datetime import date
from threading import Barrier, Thread

import pytest
from django.db import IntegrityError, connection, transaction

from qadaga.offices.models import Office
from qadaga.staff.models import Absence, ActingHead, Appointment, Person
from tests.staffing import make_appointment, make_office, make_person, name_acting, send_away

JULY, AUGUST = date(2026, 7, 1), date(2026, 8, 1)


@pytest.fixture
def office(db: None) -> Office:
    top = make_office("t", "general")
    return make_office("d", "district", make_office("r", "region", top))


def test_a_person_is_called_by_family_name_first() -> None:
    person = Person(last_name="Ахметов", first_name="Болат", middle_name="")
    assert (person.name, person.short_name) == ("Ахметов Болат", "Ахметов Б.")


def test_two_heads_at_once_are_refused(office: Office) -> None:
    make_appointment(office, "district_prosecutor")
    with pytest.raises(IntegrityError, match="office_one_head"), transaction.atomic():
        make_appointment(office, "district_prosecutor", since=JULY)


def test_a_head_may_follow_on_the_day_another_ends(office: Office) -> None:
    make_appointment(office, "district_prosecutor", until=JULY)
    assert make_appointment(office, "district_prosecutor", since=JULY).heads


def test_two_posts_of_a_person_in_one_office_at_once_are_refused(office: Office) -> None:
    person = make_person()
    make_appointment(office, "assistant", person)
    with pytest.raises(IntegrityError, match="person_one_post_an_office"), transaction.atomic():
        make_appointment(office, "senior_assistant", person, since=JULY)


def test_a_person_may_hold_posts_in_two_offices(office: Office) -> None:
    person = make_person()
    make_appointment(office, "assistant", person)
    make_appointment(office.region, "prosecutor", person)
    assert person.appointments.count() == 2


def test_two_absences_at_once_are_refused(office: Office) -> None:
    person = make_person()
    send_away(person, JULY, AUGUST)
    with pytest.raises(IntegrityError, match="person_one_absence"), transaction.atomic():
        send_away(person, date(2026, 7, 31))


def test_an_unknown_kind_of_absence_is_refused(office: Office) -> None:
    with pytest.raises(IntegrityError, match="absence_kind"), transaction.atomic():
        Absence.objects.create(person=make_person(), kind="holiday", starts_on=JULY)


def test_nobody_acts_for_the_head_of_another_office(office: Office) -> None:
    stranger = make_appointment(office.region, "prosecutor")
    with pytest.raises(IntegrityError, match="acting_head_of_own_office"), transaction.atomic():
        ActingHead.objects.create(office=office, appointment=stranger, starts_on=JULY)


@pytest.mark.django_db(transaction=True)
def test_two_acting_heads_named_at_the_same_moment_one_wins() -> None:
    top = make_office("t", "general")
    office = make_office("d", "district", make_office("r", "region", top))
    candidates = [make_appointment(office, "deputy_district"), make_appointment(office, "senior_assistant")]
    start, outcomes = Barrier(2), []

    def name(appointment: Appointment) -> Callable[[], None]:
        def run() -> None:
            start.wait()
            try:
                name_acting(appointment, JULY, AUGUST)
                outcomes.append("done")
            except IntegrityError:
                outcomes.append("refused")
            finally:
                connection.close()

        return run

    threads = [Thread(target=name(candidate)) for candidate in candidates]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert sorted(outcomes) == ["done", "refused"]
    assert ActingHead.objects.count() == 1
