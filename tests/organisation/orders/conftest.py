"""A region with a district and its people, for every test of orders."""

from dataclasses import dataclass
from datetime import date

import pytest

from qadaga.authority.actor import Actor
from qadaga.offices.models import Office
from tests.staffing import make_actor, make_office

TODAY = date(2026, 7, 15)


@dataclass
class House:
    """Offices t > r > d, d2 beside d; the people of d and the heads of the others."""

    top: Office
    region: Office
    office: Office
    beside: Office
    general: Actor
    regional: Actor
    head: Actor
    deputy: Actor
    assistant: Actor
    clerk: Actor
    stranger: Actor


@pytest.fixture
def house(db: None) -> House:
    return make_house()


def make_house() -> House:
    """The offices and their people."""
    top = make_office("t", "general")
    region = make_office("r", "region", top, kato="110000000")
    office = make_office("d", "district", region, kato="111000000")
    beside = make_office("d2", "district", region, kato="117000000")
    return House(
        top,
        region,
        office,
        beside,
        general=make_actor(top, "prosecutor_general", on=TODAY),
        regional=make_actor(region, "regional_prosecutor", on=TODAY),
        head=make_actor(office, "district_prosecutor", on=TODAY),
        deputy=make_actor(office, "deputy_district", on=TODAY),
        assistant=make_actor(office, "assistant", on=TODAY),
        clerk=make_actor(office, "registry_clerk", on=TODAY),
        stranger=make_actor(beside, "assistant", on=TODAY),
    )
