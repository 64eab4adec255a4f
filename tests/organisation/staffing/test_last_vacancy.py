"""An appointment above the limit is refused with its clause; two at once never take one vacancy."""

from datetime import date

import pytest

from qadaga.authority import NotPermitted
from qadaga.authority.actors import actor_for
from qadaga.common.errors import InvalidInput
from qadaga.organisation import appointments, moves
from qadaga.organisation.appointment_input import AppointmentInput
from qadaga.organisation.staffing import services
from qadaga.organisation.staffing.entries import LineInput
from qadaga.staff.models import Appointment
from tests.ordering import signed_order
from tests.parallel import at_once
from tests.staffing import make_actor, make_appointment, make_office

TODAY = date(2026, 7, 15)


def _house():
    top = make_office("t", "general")
    region = make_office("r", "region", top)
    office = make_office("d", "district", region)
    general = make_actor(top, "prosecutor_general", on=TODAY)
    order = signed_order(general, TODAY, kind="staffing")
    common = {"by": general, "on": TODAY, "office_id": office.id, "starts_on": TODAY, "order_id": order.id}
    services.set_limit(positions=1, **common)
    services.set_table(lines=[LineInput("registry_clerk", 1, officer=False)], **common)
    return general, office, region


def _entered(office, **changed) -> AppointmentInput:
    """Somebody who served before, so that no entry check is asked for."""
    served = make_appointment(office.parent, "registry_clerk", until=date(2021, 1, 1)).person
    values = {
        "person_id": served.id,
        "office_id": office.id,
        "post": "registry_clerk",
        "officer": False,
    }
    return AppointmentInput(**{**values, "starts_on": TODAY, "ground": "№ 1", **changed})


def test_an_appointment_above_the_limit_is_refused_with_the_clause(db):
    general, office, _ = _house()
    appointments.make(by=general, on=TODAY, appointment=_entered(office))
    with pytest.raises(NotPermitted) as refused:
        appointments.make(by=general, on=TODAY, appointment=_entered(office))
    (missing,) = [one for one in refused.value.ruling.missing if one.data.get("mark") == "above_staff_limit"]
    assert missing.citation.clause == "O.5"


def test_a_transfer_above_the_limit_is_refused_too(db):
    general, office, region = _house()
    appointments.make(by=general, on=TODAY, appointment=_entered(office))
    clerk = make_appointment(region, "registry_clerk")
    with pytest.raises(InvalidInput) as refused:
        moves.transfer(by=general, on=TODAY, appointment_id=clerk.id, to=_entered(office))
    assert [(one.field, one.code) for one in refused.value.fields] == [("post", "above_staff_limit")]


@pytest.mark.django_db(transaction=True)
def test_the_last_vacancy_is_given_once():
    general, office, _ = _house()
    wanted = [_entered(office) for _ in range(4)]

    def appoint(entered: AppointmentInput) -> object:
        by = actor_for(general.appointment_id, TODAY)
        return appointments.make(by=by, on=TODAY, appointment=entered)

    answers = at_once([lambda entered=entered: appoint(entered) for entered in wanted])
    assert sum(isinstance(answer, Appointment) for answer in answers) == 1
    assert sum(isinstance(answer, NotPermitted) for answer in answers) == 3
    assert Appointment.objects.filter(office=office).count() == 1
