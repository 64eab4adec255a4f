"""The actor of a request: who the law sees on a day, in two queries."""

from datetime import date

import pytest

from qadaga.authority.actors import actor_for, who_on
from qadaga.journal.actor import JournalActor
from qadaga.law.model import Who
from qadaga.offices.models import Office
from qadaga.staff.models import Appointment
from tests.staffing import actor_of, make_appointment, make_office, make_person, name_acting, send_away

TODAY, DISMISSED = date(2026, 7, 15), date(2026, 8, 1)


@pytest.fixture
def office(db: None) -> Office:
    top = make_office("t", "general")
    region = make_office("r", "region", top, kato="110000000")
    return make_office("d", "district", region, kato="111000000")


@pytest.fixture
def deputy(office: Office) -> Appointment:
    return make_appointment(office, "deputy_district", until=DISMISSED)


def test_an_actor_takes_one_query(deputy: Appointment, django_assert_num_queries: object) -> None:
    with django_assert_num_queries(1):  # type: ignore[operator]  # a fixture of pytest-django
        actor = actor_of(deputy, TODAY)
        who = actor.who(TODAY)
    assert who == Who(
        post="deputy_district",
        office="d",
        office_kind="district",
        level=3,
        path=("t", "r", "d"),
        spheres=frozenset(),
        territory=frozenset({"111000000"}),
        officer=True,
    )


def test_the_actor_carries_ids_and_name(deputy: Appointment, django_user_model: type) -> None:
    user = django_user_model.objects.create_user(username="deputy", language="kk")
    deputy.person.user = user
    deputy.person.save()
    actor = actor_of(deputy, TODAY)
    assert (actor.user_id, actor.language, actor.name) == (user.id, "kk", deputy.person.name)
    assert (actor.office_code, actor.region_id) == ("d", deputy.office.region_id)
    assert actor.journal() == JournalActor(deputy.person_id, deputy.id, deputy.office_id)


def test_after_dismissal_there_is_no_actor(deputy: Appointment) -> None:
    actor = actor_of(deputy, TODAY)
    assert actor_for(deputy.id, DISMISSED) is None
    assert actor.who(DISMISSED) is None
    assert who_on(deputy.id, date(2019, 1, 1)) is None


def test_acting_holds_while_the_head_is_away_and_the_deputy_is_not(
    office: Office, deputy: Appointment
) -> None:
    head = make_appointment(office, "district_prosecutor")
    send_away(head.person, date(2026, 7, 10), date(2026, 7, 20))
    send_away(deputy.person, date(2026, 7, 18), date(2026, 7, 19))
    name_acting(deputy, date(2026, 7, 10), date(2026, 7, 30))
    acting = {day: actor_of(deputy, date(2026, 7, day)).today.acting for day in (9, 10, 18, 19, 20)}
    assert acting == {9: False, 10: True, 18: False, 19: True, 20: False}


def test_nobody_acts_unnamed(office: Office, deputy: Appointment) -> None:
    head = make_appointment(office, "district_prosecutor")
    send_away(head.person, TODAY)
    assert not actor_of(deputy, TODAY).today.acting


def test_a_hat_belongs_to_one_office(office: Office) -> None:
    person = make_person()
    here = make_appointment(office, "assistant", person)
    there = make_appointment(office.region, "prosecutor", person)
    assert [actor_of(hat, TODAY).today.office for hat in (here, there)] == ["d", "r"]
