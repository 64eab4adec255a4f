"""The small service with the list of ranked posts, and an assistant whose file is kept."""

from dataclasses import dataclass

import pytest

from qadaga.authority.actor import Actor
from qadaga.organisation.personnel import ranked_posts
from qadaga.staff.models import Appointment
from tests.organisation.conftest import TODAY, Service, service
from tests.staffing import actor_of, make_actor, make_appointment

__all__ = ["service"]


@dataclass
class Personnel:
    """`held` is an assistant of the district; `staff` keeps the files there."""

    service: Service
    held: Appointment
    staff: Actor
    head: Actor
    self_: Actor


@pytest.fixture
def personnel(service: Service) -> Personnel:
    ranked_posts.load_first(TODAY)
    held = make_appointment(service.office, "assistant")
    staff = make_actor(service.office, "staff_officer", on=TODAY)
    return Personnel(service, held, staff, actor_of(service.head, TODAY), actor_of(held, TODAY))
