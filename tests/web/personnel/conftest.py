"""A district with its head, a staff officer and an assistant; the list of ranked posts is entered."""

import pytest
from django.test import Client

from qadaga.offices.models import Office
from qadaga.organisation.personnel import ranked_posts
from qadaga.staff.models import Appointment
from tests.staffing import make_appointment
from tests.web.offices.conftest import (
    TODAY,
    SignIn,
    beside,
    district,
    head,
    region,
    sign_in,
    stopped_clock,
    top,
)

__all__ = ["beside", "district", "head", "region", "sign_in", "stopped_clock", "top"]


@pytest.fixture
def assistant(district: Office) -> Appointment:
    ranked_posts.load_first(TODAY)
    return make_appointment(district, "assistant")


@pytest.fixture
def client(district: Office, assistant: Appointment, sign_in: SignIn) -> Client:
    """The staff officer of the district, signed in."""
    return sign_in(district, "staff_officer")
