"""A small structure, and people of it signed in."""

from collections.abc import Callable
from datetime import date

import pytest
from django.test import Client

from qadaga.accounts.models import User
from qadaga.common import clock
from qadaga.offices.models import Office
from qadaga.staff.models import Appointment
from tests.staffing import make_appointment, make_office, make_person

TODAY = date(2026, 7, 15)
SignIn = Callable[..., Client]


@pytest.fixture(autouse=True)
def stopped_clock() -> object:
    with clock.frozen(TODAY) as moment:
        yield moment


@pytest.fixture
def top(db: None) -> Office:
    return make_office("t", "general", name="Генеральная прокуратура")


@pytest.fixture
def region(top: Office) -> Office:
    return make_office("r", "region", top, kato="110000000", name="Прокуратура области")


@pytest.fixture
def district(region: Office) -> Office:
    return make_office("d", "district", region, kato="111000000", name="Прокуратура города")


@pytest.fixture
def beside(region: Office) -> Office:
    return make_office("d2", "district", region, kato="117000000", name="Прокуратура района")


@pytest.fixture
def head(district: Office) -> Appointment:
    return make_appointment(district, "district_prosecutor", make_person("Абдрахманов"))


@pytest.fixture
def sign_in() -> SignIn:
    """Sign somebody of that post in that office in, or the holder of an appointment."""

    def into(office: Office, post: str, appointment: Appointment | None = None) -> Client:
        user = User.objects.create_user(f"{post}.{office.code}", None, language="ru")
        held = appointment or make_appointment(office, post)
        held.person.user = user
        held.person.save()
        client = Client()
        client.force_login(user)
        return client

    return into
