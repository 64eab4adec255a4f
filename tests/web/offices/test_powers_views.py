"""The page of powers passed down: the region's head passes one and takes it back; wrong input is kept."""

from datetime import timedelta

import pytest
from django.test import Client

from qadaga.accounts.models import User
from qadaga.authority.delegations.models import Delegation
from qadaga.common import clock
from tests.casework import Town, make_town
from tests.ordering import signed_order


@pytest.fixture
def town(db: None) -> Town:
    return make_town()


@pytest.fixture
def region(client: Client, town: Town) -> Client:
    """The head of the region, signed in."""
    person = town.region_head.person
    person.user = User.objects.create_user("region", "korshau-bereke-2026", language="en")
    person.save(update_fields=["user"])
    client.force_login(person.user)
    return client


def test_a_power_is_passed_and_taken_back_on_the_pages(region: Client, town: Town) -> None:
    today = clock.today()
    order = signed_order(town.actor("region_head", today), today)
    page = region.get("/offices/dis/powers/").text
    assert "No power was passed to this office" in page
    assert "/offices/dis/powers/new/" in page
    assert 'href="/offices/dis/powers/"' in region.get("/offices/dis/").text
    last = (today + timedelta(days=30)).isoformat()
    data = {"power": "act.sign", "starts_on": today.isoformat(), "ends_on": last, "order": order.number_text}
    wrong = region.post("/offices/dis/powers/new/", {**data, "ends_on": today.isoformat()})
    assert wrong.status_code == 422
    assert set(wrong.context["form"].errors) == {"ends_on"}
    assert f'value="{order.number_text}"' in wrong.text
    assert region.post("/offices/dis/powers/new/", data)["Location"] == "/offices/dis/powers/"
    row = Delegation.objects.get()
    page = region.get("/offices/dis/powers/").text
    assert order.number_text in page
    assert f"/offices/dis/powers/{row.id}/withdraw/" in page
    assert order.number_text in region.get(f"/orders/{order.id}/").text
    done = region.post(f"/offices/dis/powers/{row.id}/withdraw/", {"order": order.number_text})
    assert done["Location"] == "/offices/dis/powers/"
    page = region.get("/offices/dis/powers/").text
    assert "taken back" in page
    assert "withdraw" not in page


def test_the_own_head_is_told_why_not(client: Client, town: Town) -> None:
    person = town.head.person
    person.user = User.objects.create_user("own", "korshau-bereke-2026", language="en")
    person.save(update_fields=["user"])
    client.force_login(person.user)
    assert client.get("/offices/dis/powers/").status_code == 200
    refused = client.get("/offices/dis/powers/new/")
    assert refused.status_code == 403
    assert "L.1.2" in refused.text
