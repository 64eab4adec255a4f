"""Who leads an office on a day: the head if present, else whoever was named, else nobody (O.12-O.15)."""

from datetime import date, timedelta

import pytest

from qadaga.common.errors import NotFound
from qadaga.common.ids import new_id
from qadaga.offices.models import Office
from qadaga.staff import selectors
from qadaga.staff.models import Appointment
from tests.staffing import make_appointment, make_office, make_person, name_acting, send_away

LEAVE, BACK = date(2026, 7, 1), date(2026, 8, 1)
DURING = date(2026, 7, 15)
DAY = timedelta(days=1)


@pytest.fixture
def office(db: None) -> Office:
    top = make_office("t", "general")
    return make_office("d", "district", make_office("r", "region", top))


@pytest.fixture
def head(office: Office) -> Appointment:
    return make_appointment(office, "district_prosecutor")


@pytest.fixture
def deputy(office: Office) -> Appointment:
    return make_appointment(office, "deputy_district")


def test_the_head_leads_while_present(office: Office, head: Appointment, deputy: Appointment) -> None:
    name_acting(deputy, LEAVE, BACK)
    assert selectors.head_of(office.id, DURING) == head
    assert selectors.head_is_present(office.id, DURING)
    assert selectors.acting_head(office.id, DURING) is None
    assert selectors.who_leads(office.id, DURING) == head


def test_the_named_deputy_leads_on_the_days_of_the_leave_only(
    office: Office, head: Appointment, deputy: Appointment
) -> None:
    send_away(head.person, LEAVE, BACK)
    name_acting(deputy, LEAVE, BACK)
    led_by = {day: selectors.who_leads(office.id, day) for day in (LEAVE - DAY, LEAVE, BACK - DAY, BACK)}
    assert led_by == {LEAVE - DAY: head, LEAVE: deputy, BACK - DAY: deputy, BACK: head}


def test_nobody_leads_when_nobody_was_named(office: Office, head: Appointment, deputy: Appointment) -> None:
    send_away(head.person, LEAVE)
    assert selectors.who_leads(office.id, DURING) is None
    assert selectors.offices_nobody_leads(DURING, [office.id]) == {office.id}


def test_early_return_of_the_head_ends_the_acting(
    office: Office, head: Appointment, deputy: Appointment
) -> None:
    send_away(head.person, LEAVE, DURING)
    name_acting(deputy, LEAVE, BACK)
    assert selectors.acting_head(office.id, DURING) is None
    assert selectors.who_leads(office.id, DURING) == head


def test_an_acting_head_who_is_away_or_gone_does_not_lead(
    office: Office, head: Appointment, deputy: Appointment
) -> None:
    send_away(head.person, LEAVE, BACK)
    name_acting(deputy, LEAVE, BACK)
    send_away(deputy.person, DURING, DURING + DAY)
    Appointment.objects.filter(pk=deputy.pk).update(ends_on=DURING + 2 * DAY)
    led_by = [selectors.who_leads(office.id, DURING + days * DAY) for days in range(3)]
    assert led_by == [None, deputy, None]


def test_a_vacant_post_of_head_may_be_acted_for(office: Office, deputy: Appointment) -> None:
    name_acting(deputy, LEAVE)
    assert selectors.who_leads(office.id, DURING) == deputy
    assert selectors.offices_nobody_leads(DURING, [office.id]) == frozenset()


def test_people_of_an_office_heads_first_with_absences(
    office: Office, head: Appointment, deputy: Appointment
) -> None:
    make_appointment(office, "assistant", until=LEAVE)
    send_away(deputy.person, LEAVE, BACK)
    found = [(row, row.absent) for row in selectors.people_of(office.id, DURING)]
    assert found == [(head, False), (deputy, True)]


def test_hats_are_the_appointments_in_force(office: Office, django_user_model: type) -> None:
    user = django_user_model.objects.create_user(username="two.hats", password=None)
    person = make_person(user=user)
    now = make_appointment(office, "assistant", person)
    make_appointment(office.region, "prosecutor", person, until=LEAVE)
    assert list(selectors.hats_of(user.id, DURING)) == [now]


def test_service_absences_and_acting_of_a_person(
    office: Office, head: Appointment, deputy: Appointment
) -> None:
    away = send_away(head.person, LEAVE, BACK)
    acting = name_acting(deputy, LEAVE, BACK)
    assert list(selectors.service_of(head.person_id)) == [head]
    assert list(selectors.absences_of(head.person_id, DURING)) == [away]
    assert list(selectors.absences_of(head.person_id, BACK)) == []
    assert list(selectors.acting_heads_of(office.id, DURING)) == [acting]
    assert selectors.is_absent(head.person_id, DURING)


def test_what_is_not_there_is_not_found(db: None) -> None:
    with pytest.raises(NotFound):
        selectors.appointment_by_id(new_id())
    with pytest.raises(NotFound):
        selectors.person_by_id(new_id())
