"""Appointing and dismissing: what agrees with the law, the office and the person, and what does not."""

from collections.abc import Callable
from datetime import date
from threading import Barrier, Thread
from typing import Any

import pytest
from django.db import connection

from qadaga.authority import NotPermitted
from qadaga.authority.actors import actor_for
from qadaga.common.errors import InvalidInput, NotFound, Stale
from qadaga.common.ids import new_id
from qadaga.journal.models import Entry
from qadaga.law import catalogue
from qadaga.offices.models import Office
from qadaga.organisation import appointments, dismissals, moves
from qadaga.organisation.appointment_input import AppointmentInput, OutsideActInput
from qadaga.organisation.careers.models import Decision
from qadaga.organisation.careers.outside import term_end
from qadaga.staff.models import Appointment, Person
from tests.ordering import signed_order
from tests.organisation.conftest import TODAY, Service
from tests.staffing import actor_of, admit, make_actor, make_appointment, make_office, make_person, make_unit

AUGUST = date(2026, 8, 1)


def _make(service: Service, office: Office, post: str, **entered: Any) -> Appointment:
    person = entered.pop("person", None) or admit(make_person())
    fields = {"starts_on": TODAY, "ground": "Приказ № 1", **entered}
    given = AppointmentInput(person_id=person.id, office_id=office.id, post=post, **fields)
    return appointments.make(by=service.staff_officer, on=TODAY, appointment=given)


def _fault(service: Service, office: Office, post: str, **entered: Any) -> list[tuple[str, str]]:
    with pytest.raises(InvalidInput) as refused:
        _make(service, office, post, **entered)
    return [(fault.field, fault.code) for fault in refused.value.fields]


def test_an_appointment_is_made_and_journalled_in_its_office(service: Service) -> None:
    row = _make(service, service.office, "assistant", ground="Приказ № 5")
    assert (row.heads, row.officer, row.ground) == (False, True, "Приказ № 5")
    entry = Entry.objects.get(action="appointment.make")
    assert (entry.office_id, entry.subject_id) == (service.office.id, row.id)
    assert "O.10" in str(entry.ruling)


def test_a_clerk_is_an_employee_whatever_was_ticked(service: Service) -> None:
    assert _make(service, service.office, "registry_clerk", officer=True).officer is False
    assert _make(service, service.office, "staff_officer", officer=False).officer is False


def test_an_appointment_rests_on_an_order(service: Service) -> None:
    assert _fault(service, service.office, "assistant", ground=" ") == [("order", "required")]
    found = _fault(service, service.office, "assistant", order_id=new_id())
    assert found == [("order", "unknown")]


def test_before_a_passed_entry_check_nobody_is_appointed(service: Service) -> None:
    for person in (make_person(), admit(make_person(), officer=False)):
        with pytest.raises(NotPermitted) as refused:
            _make(service, service.office, "assistant", person=person)
        assert "CL155.6" in {missing.citation.clause for missing in refused.value.ruling.missing}
    assert _make(service, service.office, "registry_clerk", person=admit(make_person(), officer=False))


def test_the_prosecutor_general_needs_president_and_senate_and_serves_five_years(service: Service) -> None:
    asked = [
        ("appointed_number", "required"),
        ("appointed_dated", "required"),
        ("consented_number", "required"),
        ("consented_dated", "required"),
    ]
    assert _fault(service, service.top, "prosecutor_general") == asked
    acts = (OutsideActInput("appointed", "№ 12", TODAY), OutsideActInput("consented", "№ 3-С", TODAY))
    late = _fault(service, service.top, "prosecutor_general", outside=acts, ends_on=date(2031, 7, 16))
    assert late == [("ends_on", "beyond_term")]
    row = _make(service, service.top, "prosecutor_general", outside=acts, ground="")
    assert row.ends_on == date(2031, 7, 15)
    kept = Decision.objects.get(appointment=row).outside.order_by("role")
    assert [(act.role, act.body, act.number) for act in kept] == [
        ("appointed", "president", "№ 12"),
        ("consented", "senate", "№ 3-С"),
    ]


def test_a_document_that_the_post_does_not_ask_for_or_of_a_later_day_is_refused(service: Service) -> None:
    act = OutsideActInput("consented", "№ 1", TODAY)
    assert _fault(service, service.office, "assistant", outside=(act,)) == [("consented_number", "not_asked")]
    late = OutsideActInput("consented", "№ 1", AUGUST)
    found = _fault(service, service.region, "regional_prosecutor", outside=(late,))
    assert found == [("consented_dated", "after_start")]


def test_the_chief_military_prosecutor_is_a_deputy_prosecutor_general(service: Service) -> None:
    office = make_office("bap", "chief_military", service.top, sphere="military")
    acts = (OutsideActInput("appointed", "№ 7", TODAY), OutsideActInput("proposed", "№ 8", TODAY))
    row = _make(service, office, "chief_military_prosecutor", outside=acts)
    deputy = Appointment.objects.get(person=row.person, office=service.top)
    released = OutsideActInput("released", "№ 9", TODAY)
    assert (deputy.post, deputy.starts_on, deputy.ends_on) == ("deputy_pg", TODAY, None)
    dismissals.end(
        by=service.staff_officer, on=TODAY, appointment_id=row.id, ends_on=AUGUST, outside=[released]
    )
    deputy.refresh_from_db()
    assert deputy.ends_on == AUGUST


@pytest.mark.parametrize(("starts", "ends"), [((2024, 2, 29), (2029, 3, 1)), ((2023, 3, 1), (2028, 3, 1))])
def test_a_term_of_years_ends_on_the_same_day(starts: tuple[int, ...], ends: tuple[int, ...]) -> None:
    post = catalogue.load().posts["prosecutor_general"]
    assert term_end(post, date(*starts)) == date(*ends)


def test_a_second_head_is_refused(service: Service) -> None:
    assert _fault(service, service.office, "district_prosecutor") == [("post", "two_heads")]


def test_a_head_after_the_head_is_taken(service: Service) -> None:
    dismissals.end(
        by=service.staff_officer, on=TODAY, appointment_id=service.head.id, ends_on=AUGUST, ground="№ 7"
    )
    assert _make(service, service.office, "district_prosecutor", starts_on=AUGUST).heads


def test_a_second_post_in_the_office_is_refused(service: Service) -> None:
    found = _fault(service, service.office, "assistant", person=service.head.person)
    assert found == [("starts_on", "overlap")]


@pytest.mark.parametrize(
    ("post", "code"),
    [
        ("emperor", "unknown"),
        ("regional_prosecutor", "not_of_office"),
        ("head_of_department", "not_of_office"),
        ("chief_military_prosecutor", "not_of_office"),
    ],
)
def test_a_post_that_the_office_has_not_is_refused(service: Service, post: str, code: str) -> None:
    assert _fault(service, service.beside, post) == [("post", code)]


def test_the_dates_must_fit_the_office_and_the_person(service: Service) -> None:
    late = make_office("new", "district", service.region, since=AUGUST)
    child = admit(
        Person.objects.create(
            last_name="А", first_name="Б", sort_key="а", born_on=date(2027, 1, 1), died_on=date(2027, 2, 1)
        )
    )
    assert _fault(service, late, "assistant") == [("starts_on", "office_closed")]
    assert _fault(service, service.office, "assistant", person=child) == [("starts_on", "before_birth")]
    found = _fault(service, service.office, "assistant", person=child, starts_on=date(2027, 2, 1))
    assert found == [("starts_on", "after_death")]
    assert _fault(service, service.office, "assistant", ends_on=TODAY) == [("ends_on", "period_empty")]


def test_a_unit_of_another_office_is_refused(service: Service) -> None:
    unit = make_unit(service.region, "u")
    assert _fault(service, service.office, "assistant", unit_id=unit.id) == [("unit", "not_of_office")]
    assert _make(service, service.region, "prosecutor", unit_id=unit.id).unit == unit


def test_nobody_and_nowhere_is_not_found(service: Service) -> None:
    given = AppointmentInput(new_id(), service.office.id, "assistant", TODAY)
    with pytest.raises(NotFound):
        appointments.make(by=service.staff_officer, on=TODAY, appointment=given)


def test_a_district_appoints_no_head_of_its_own(service: Service) -> None:
    deputy = make_actor(service.beside, "deputy_district", on=TODAY)
    given = AppointmentInput(
        admit(make_person()).id, service.beside.id, "district_prosecutor", TODAY, ground="№ 1"
    )
    with pytest.raises(NotPermitted) as refused:
        appointments.make(by=deputy, on=TODAY, appointment=given)
    assert "O.10" in {missing.citation.clause for missing in refused.value.ruling.missing}


def test_an_office_beside_is_out_of_reach(service: Service) -> None:
    given = AppointmentInput(admit(make_person()).id, service.beside.id, "assistant", TODAY, ground="№ 1")
    with pytest.raises(NotPermitted):
        appointments.make(by=actor_of(service.head, TODAY), on=TODAY, appointment=given)


def test_the_dismissed_stops_acting_on_the_day(service: Service) -> None:
    row = make_appointment(service.office, "assistant")
    dismissals.end(by=service.staff_officer, on=TODAY, appointment_id=row.id, ends_on=AUGUST, ground="№ 7")
    assert actor_for(row.id, date(2026, 7, 31)) is not None
    assert actor_for(row.id, AUGUST) is None


def test_an_end_may_come_earlier_never_later_and_never_before_the_start(service: Service) -> None:
    row = make_appointment(service.office, "assistant", until=AUGUST)
    for ends_on in (date(2026, 8, 2), row.starts_on):
        assert _no_end(service, row, ends_on=ends_on, ground="№ 7")[0][0] == "ends_on"
    _end(service, row, ends_on=TODAY, ground="№ 7", version=1)
    with pytest.raises(Stale):
        _end(service, row, ends_on=TODAY, ground="№ 7", version=1)


def _end(service: Service, row: Appointment, **given: Any) -> Appointment:
    values = {"by": service.staff_officer, "on": TODAY, "ends_on": AUGUST, **given}
    return dismissals.end(appointment_id=row.id, **values)


def _no_end(service: Service, row: Appointment, **given: Any) -> list[tuple[str, str]]:
    with pytest.raises(InvalidInput) as refused:
        _end(service, row, **given)
    return [(fault.field, fault.code) for fault in refused.value.fields]


@pytest.mark.clause("O.10", "L.2.2")
def test_an_end_rests_on_an_order_or_on_the_act_of_the_president(service: Service) -> None:
    row = make_appointment(service.office, "assistant")
    assert _no_end(service, row, ground=" ") == [("order", "required")]
    act = OutsideActInput("released", "№ 9", TODAY)
    assert _no_end(service, row, ground="№ 7", outside=[act]) == [("released_number", "not_asked")]
    general = make_appointment(service.top, "prosecutor_general")
    asked = [("released_number", "required"), ("released_dated", "required")]
    assert _no_end(service, general, ground="№ 7") == asked
    late = OutsideActInput("released", "№ 9", date(2026, 8, 2))
    assert _no_end(service, general, outside=[late]) == [("released_dated", "after_end")]
    _end(service, general, outside=[act])
    kept = Decision.objects.get(appointment=general, kind="dismissal").outside.get()
    assert (kept.role, kept.body, kept.number) == ("released", "president", "№ 9")


@pytest.mark.clause("O.10", "L.2.2")
def test_only_an_order_of_the_office_that_appoints_gives_and_takes_the_post(service: Service) -> None:
    general = make_actor(service.top, "prosecutor_general", on=TODAY)
    region = make_actor(service.region, "regional_prosecutor", on=TODAY)
    district = actor_of(service.head, TODAY)
    right, wrong, own = (signed_order(by, TODAY, kind="personnel").id for by in (general, region, district))
    refused = [("order", "not_of_appointer")]
    for order in (wrong, own):
        assert _no_end(service, service.head, order_id=order) == refused
    assert "(O.10)" in _told(service, service.head, wrong)
    beside = {"office": service.beside, "post": "district_prosecutor", "ground": ""}
    assert _fault(service, **beside, order_id=wrong) == refused
    made = _make(service, **beside, order_id=right)
    # Taken away by a transfer it is taken away all the same; a post of which the law is silent is not barred.
    to = AppointmentInput(made.person_id, service.office.id, "assistant", AUGUST, order_id=wrong)
    with pytest.raises(InvalidInput) as moved:
        moves.transfer(by=service.staff_officer, on=TODAY, appointment_id=made.id, to=to)
    assert [(fault.field, fault.code) for fault in moved.value.fields] == refused
    assert _make(service, service.office, "assistant", ground="", order_id=own).post == "assistant"
    assert _end(service, service.head, order_id=right).ends_on == AUGUST


def _told(service: Service, row: Appointment, order_id: object) -> str:
    with pytest.raises(InvalidInput) as refused:
        _end(service, row, order_id=order_id)
    fault = refused.value.fields[0]
    return str(fault.message % fault.data)


@pytest.mark.clause("O.10", "L.2.2")
def test_who_leaves_a_post_of_the_president_is_not_transferred(service: Service) -> None:
    general = make_appointment(service.top, "prosecutor_general")
    to = AppointmentInput(general.person_id, service.office.id, "assistant", AUGUST, ground="№ 7")
    with pytest.raises(InvalidInput, match="act of the President"):
        moves.transfer(by=service.staff_officer, on=TODAY, appointment_id=general.id, to=to)


@pytest.mark.clause("O.10", "L.2.2")
def test_a_death_ends_every_post_and_bars_another(service: Service) -> None:
    row = make_appointment(service.office, "assistant")
    other = make_appointment(service.beside, "assistant", row.person)
    later = make_appointment(service.region, "prosecutor", row.person, since=AUGUST)
    assert _no_end(service, row, cause="death") == [("ends_on", "in_future")]
    with pytest.raises(NotPermitted):  # a post of an office that the recorder does not lead ends with it
        _end(service, row, by=actor_of(service.head, TODAY), cause="death", ends_on=TODAY)
    _end(service, row, cause="death", ends_on=TODAY)
    held = [Appointment.objects.get(id=kept.id).ends_on for kept in (row, other, later)]
    assert held == [TODAY, TODAY, date(2026, 8, 2)]
    assert Decision.objects.filter(kind="dismissal", cause="death").count() == 3
    assert Entry.objects.filter(action="appointment.end").count() == 3
    person = Person.objects.get(id=row.person_id)
    assert person.died_on == TODAY
    assert _fault(service, service.office, "assistant", person=person) == [("starts_on", "after_death")]


@pytest.mark.django_db(transaction=True)
def test_two_heads_appointed_at_the_same_moment_one_wins() -> None:
    top = make_office("t", "general")
    office = make_office("d", "district", make_office("r", "region", top))
    by = make_actor(top, "staff_officer", on=TODAY)
    candidates = [admit(make_person()), admit(make_person())]
    start, outcomes = Barrier(2), []

    def appoint(person: Person) -> Callable[[], None]:
        given = AppointmentInput(person.id, office.id, "district_prosecutor", TODAY, ground="№ 1")

        def run() -> None:
            start.wait()
            try:
                appointments.make(by=by, on=TODAY, appointment=given)
                outcomes.append("done")
            except InvalidInput as error:
                outcomes.append(error.fields[0].code)
            finally:
                connection.close()

        return run

    threads = [Thread(target=appoint(person)) for person in candidates]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert sorted(outcomes) == ["done", "two_heads"]
    assert Entry.objects.filter(action="appointment.make").count() == 1
