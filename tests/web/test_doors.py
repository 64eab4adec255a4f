"""Menu, lists and prose lead nobody to a page that would refuse them."""

import pytest
from django.test import Client

from qadaga.accounts.models import User
from qadaga.common import clock
from qadaga.staff.models import Appointment
from tests.casework import Town, make_town
from tests.covert import name_for_it
from tests.intake import MONDAY


@pytest.fixture
def town(db: None) -> Town:
    return make_town()


def _signed_in(held: Appointment) -> Client:
    held.person.user = User.objects.create_user(held.post, "korshau-bereke-2026", language="en")
    held.person.save(update_fields=["user"])
    client = Client()
    client.force_login(held.person.user)
    return client


def test_the_line_of_the_narrow_circle_is_drawn_for_the_circle_only(town: Town) -> None:
    name_for_it(town.assistant, town.district)
    drawn = {}
    with clock.frozen(MONDAY):
        for held in (town.head, town.assistant, town.second, town.deputy):
            client = _signed_in(held)
            drawn[held.post] = [
                'href="/covert/"' in client.get(path).text for path in ("/help/", "/help/covert/")
            ]
            assert (client.get("/covert/").status_code == 200) == drawn[held.post][0]
    assert drawn == {
        "district_prosecutor": [True, True],
        "assistant": [True, True],
        "senior_assistant": [False, False],
        "deputy_district": [False, False],
    }


def test_a_refusal_shows_no_line_that_would_refuse_again(town: Town) -> None:
    with clock.frozen(MONDAY):
        page = _signed_in(town.second).get("/covert/")
    assert page.status_code == 403
    assert 'href="/covert/"' not in page.text
