"""The town of the case work, its people signed in."""

from collections.abc import Callable

import pytest
from django.test import Client

from qadaga.accounts.models import User
from qadaga.common import clock
from qadaga.staff.models import Appointment
from tests.casework import MONDAY, Town, make_town


@pytest.fixture
def town(db: None) -> Town:
    """Offices and people."""
    return make_town()


@pytest.fixture
def monday() -> object:
    """The day on which everything of these tests happens."""
    with clock.frozen(MONDAY):
        yield


@pytest.fixture
def browse(town: Town, monday: None) -> Callable[[str], Client]:
    """A signed-in client for somebody of the town."""

    def client(name: str) -> Client:
        held: Appointment = getattr(town, name)
        user, made = User.objects.get_or_create(username=name)
        if made:
            held.person.user = user
            held.person.save(update_fields=["user"])
        browser = Client()
        browser.force_login(user)
        return browser

    return client
