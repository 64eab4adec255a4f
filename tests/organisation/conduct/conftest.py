"""A line of three offices with everybody who might read, and two beside."""

from collections.abc import Mapping
from dataclasses import dataclass

import pytest

from qadaga.authority.actor import Actor
from qadaga.staff.models import Appointment
from tests.organisation.conftest import TODAY, Service, service
from tests.staffing import actor_of, make_appointment, make_office

__all__ = ["service"]

POSTS = {
    "district": ("district_prosecutor", "deputy_district", "assistant", "registry_clerk", "staff_officer"),
    "region": ("regional_prosecutor", "deputy_regional", "prosecutor", "staff_officer"),
    "top": ("prosecutor_general", "deputy_pg", "prosecutor", "it_administrator"),
}


@dataclass
class Line:
    """Appointments by "office post"; `beside` is the head of a district of the same region."""

    held: Mapping[str, Appointment]

    def actor(self, who: str) -> Actor:
        """Somebody of the line as an actor today."""
        return actor_of(self.held[who], TODAY)


@pytest.fixture
def line(service: Service) -> Line:
    service.head.delete()
    offices = {"district": service.office, "region": service.region, "top": service.top}
    held = {
        f"{name} {post}": make_appointment(offices[name], post)
        for name, posts in POSTS.items()
        for post in posts
    }
    held["top staff_officer"] = make_appointment(service.top, "staff_officer")
    held["beside district_prosecutor"] = make_appointment(service.beside, "district_prosecutor")
    far = make_office("r2", "region", service.top, kato="100000000")
    held["far regional_prosecutor"] = make_appointment(far, "regional_prosecutor")
    return Line(held)
