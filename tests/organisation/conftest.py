"""A small structure with its people, and who may change it."""

from dataclasses import dataclass
from datetime import date

import pytest

from qadaga.authority.actor import Actor
from qadaga.offices.models import Office
from qadaga.staff.models import Appointment
from tests.staffing import make_actor, make_appointment, make_office

TODAY = date(2026, 7, 15)


@dataclass
class Service:
    """Offices t > r > d, d2 beside; a staff officer at the top and the head of d."""

    top: Office
    region: Office
    office: Office
    beside: Office
    staff_officer: Actor
    head: Appointment


@pytest.fixture
def service(db: None) -> Service:
    top = make_office("t", "general")
    region = make_office("r", "region", top, kato="110000000")
    office = make_office("d", "district", region, kato="111000000")
    beside = make_office("d2", "district", region, kato="117000000")
    head = make_appointment(office, "district_prosecutor")
    return Service(top, region, office, beside, make_actor(top, "staff_officer", on=TODAY), head)
