"""An appeal about an investigator becomes a complaint in the case, once; each leads to the other."""

from collections.abc import Iterator

import pytest
from django.test import Client

from qadaga.common import clock
from qadaga.supervision.pretrial import services
from qadaga.supervision.pretrial.models import Complaint
from tests.api.calling import issued
from tests.intake import MONDAY, Registry, make_appeal, make_registry
from tests.pretrial import ERDR, taken

pytestmark = pytest.mark.clause("L.3.2", "O.8.d1")


@pytest.fixture
def registry(db: None) -> Registry:
    return make_registry()


@pytest.fixture(autouse=True)
def stopped() -> Iterator[None]:
    with clock.frozen(MONDAY):
        yield


def signed_in(registry: Registry, who: str) -> Client:
    client, held = Client(), getattr(registry, who)
    issued(held)  # gives the person an account
    client.force_login(held.person.user)
    return client


def test_an_appeal_becomes_a_complaint_in_the_case_once_and_they_link(
    registry: Registry,
) -> None:
    appeal = make_appeal(registry)
    services.register(taken=taken(), by=registry.actor("head"), on=MONDAY)
    head, place = signed_in(registry, "head"), f"/investigations/of-appeal/{appeal.id}/"
    assert place in head.get(f"/appeals/{appeal.id}/").content.decode()
    assert place not in signed_in(registry, "clerk").get(f"/appeals/{appeal.id}/").content.decode()
    assert signed_in(registry, "clerk").get(place).status_code == 403
    form = {"erdr": "261010031999999", "about": "other", "complainant": "Ким Олег", "what": "Не допросил"}
    form |= {"version": "0"}
    unknown = head.post(place, form)
    assert unknown.status_code == 422
    assert not Complaint.objects.exists()
    card = head.post(place, {**form, "erdr": ERDR}, follow=True)
    made = Complaint.objects.get()
    assert (made.appeal_id, made.appeal_number, made.received_on) == (appeal.id, appeal.number, MONDAY)
    assert f"/appeals/{appeal.id}/" in card.content.decode()
    assert f"/complaints/{made.id}/" in head.get(f"/appeals/{appeal.id}/").content.decode()
    assert head.post(place, {**form, "erdr": ERDR}).status_code == 422
    assert Complaint.objects.count() == 1
