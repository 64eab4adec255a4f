"""Absences and who replaces the head meanwhile."""

from datetime import date, timedelta

import pytest

from qadaga.authority import NotPermitted
from qadaga.authority.actor import Actor
from qadaga.common.errors import InvalidInput, NotFound
from qadaga.journal.models import Entry
from qadaga.organisation import absences, acting
from qadaga.staff import selectors as staff
from qadaga.staff.models import Appointment
from tests.organisation.conftest import TODAY, Service
from tests.staffing import actor_of, make_actor, make_appointment, send_away

BACK = date(2026, 8, 1)
DAY = timedelta(days=1)


@pytest.fixture
def head(service: Service) -> Actor:
    return actor_of(service.head, TODAY)


@pytest.fixture
def deputy(service: Service) -> Appointment:
    return make_appointment(service.office, "deputy_district")


def _name(head: Actor, who: Appointment, starts_on: date = TODAY, ends_on: date | None = BACK) -> object:
    return acting.appoint(by=head, on=TODAY, appointment_id=who.id, starts_on=starts_on, ends_on=ends_on)


def _codes(refused: pytest.ExceptionInfo[InvalidInput]) -> list[str]:
    return [fault.code for fault in refused.value.fields]


def test_the_head_goes_and_the_deputy_leads(service: Service, head: Actor, deputy: Appointment) -> None:
    absences.record(
        by=head, on=TODAY, appointment_id=service.head.id, kind="illness", starts_on=TODAY, ends_on=BACK
    )
    _name(head, deputy)
    assert staff.who_leads(service.office.id, TODAY) == deputy
    assert staff.who_leads(service.office.id, BACK) == service.head
    entries = list(Entry.objects.filter(office_id=service.office.id).order_by("id"))
    assert [entry.action for entry in entries] == ["absence.record", "acting.appoint"]
    assert "illness" not in str(entries[0].data)


def test_an_early_return_is_recorded(service: Service, head: Actor, deputy: Appointment) -> None:
    away = absences.record(by=head, on=TODAY, appointment_id=service.head.id, kind="leave", starts_on=TODAY)
    _name(head, deputy)
    absences.end(by=head, on=TODAY, absence_id=away.pk, appointment_id=service.head.id, ends_on=TODAY + DAY)
    assert staff.who_leads(service.office.id, TODAY) == deputy
    assert staff.who_leads(service.office.id, TODAY + DAY) == service.head


def test_an_absence_of_somebody_else_is_not_found(service: Service, head: Actor, deputy: Appointment) -> None:
    away = send_away(deputy.person, TODAY)
    with pytest.raises(NotFound):
        absences.end(by=head, on=TODAY, absence_id=away.pk, appointment_id=service.head.id, ends_on=BACK)


@pytest.mark.parametrize(
    ("kind", "ends_on", "code"), [("party", BACK, "unknown"), ("leave", TODAY, "period_empty")]
)
def test_a_wrong_absence_is_refused(
    service: Service, head: Actor, kind: str, ends_on: date, code: str
) -> None:
    with pytest.raises(InvalidInput) as refused:
        absences.record(
            by=head, on=TODAY, appointment_id=service.head.id, kind=kind, starts_on=TODAY, ends_on=ends_on
        )
    assert _codes(refused) == [code]


def test_days_twice_absent_are_refused(service: Service, head: Actor) -> None:
    send_away(service.head.person, TODAY)
    with pytest.raises(InvalidInput) as refused:
        absences.record(by=head, on=TODAY, appointment_id=service.head.id, kind="leave", starts_on=TODAY)
    assert _codes(refused) == ["overlap"]


def test_an_assistant_records_no_absence(service: Service) -> None:
    assistant = make_actor(service.office, "assistant", on=TODAY)
    with pytest.raises(NotPermitted):
        absences.record(by=assistant, on=TODAY, appointment_id=service.head.id, kind="leave", starts_on=TODAY)


def test_a_second_acting_head_is_refused(service: Service, head: Actor, deputy: Appointment) -> None:
    _name(head, deputy)
    with pytest.raises(InvalidInput) as refused:
        _name(head, make_appointment(service.office, "senior_assistant"), BACK - DAY, None)
    assert _codes(refused) == ["two_acting"]


def test_who_cannot_replace_the_head(service: Service, head: Actor, deputy: Appointment) -> None:
    clerk = make_appointment(service.office, "registry_clerk")
    leaving = make_appointment(service.office, "assistant", until=BACK - DAY)
    send_away(deputy.person, BACK - DAY, BACK + DAY)
    expected = {service.head: "is_head", clerk: "employee", leaving: "no_post", deputy: "absent"}
    for who, code in expected.items():
        with pytest.raises(InvalidInput) as refused:
            _name(head, who)
        assert _codes(refused) == [code]
    with pytest.raises(InvalidInput) as refused:
        _name(head, deputy, date(2019, 1, 1), date(2019, 2, 1))
    assert _codes(refused) == ["no_post"]


def test_a_naming_is_ended(service: Service, head: Actor, deputy: Appointment) -> None:
    send_away(service.head.person, TODAY)
    named = _name(head, deputy, ends_on=None)
    acting.end(by=head, on=TODAY, acting_id=named.pk, office_id=service.office.id, ends_on=BACK)
    assert staff.who_leads(service.office.id, BACK - DAY) == deputy
    assert staff.who_leads(service.office.id, BACK) is None
    with pytest.raises(NotFound):
        acting.end(by=head, on=TODAY, acting_id=named.pk, office_id=service.beside.id, ends_on=BACK)


def test_a_head_beside_names_nobody_here(service: Service, deputy: Appointment) -> None:
    stranger = make_actor(service.beside, "district_prosecutor", on=TODAY)
    with pytest.raises(NotPermitted):
        _name(stranger, deputy)
