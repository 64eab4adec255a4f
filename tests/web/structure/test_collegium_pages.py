"""A collegium through its pages: formed in a region, refused in a district (L.1.5)."""

from datetime import timedelta

import pytest

from qadaga.organisation.collegia.models import Collegium, CollegiumMember, CollegiumRules
from tests.ordering import signed_order
from tests.staffing import actor_of, make_appointment
from tests.web.offices.conftest import TODAY


@pytest.fixture
def leads(region):
    return make_appointment(region, "regional_prosecutor")


@pytest.fixture
def number(leads) -> str:
    return str(signed_order(actor_of(leads, TODAY), TODAY, kind="collegium"))


def test_a_regional_head_forms_a_collegium_and_changes_it(sign_in, region, leads, head, number):
    client = sign_in(region, "regional_prosecutor", leads)
    data = {"order": number, "starts_on": TODAY.isoformat(), "members": [str(leads.id)]}
    data["others"] = head.person.name
    assert client.post("/structure/r/collegium/form/", data).status_code == 302
    page = client.get("/structure/r/collegium/").content.decode()
    assert head.person.name in page
    assert f"/orders/{Collegium.objects.get().order_id}/" in page
    assert "членов: 2" in client.get("/offices/r/").content.decode()

    seat = {"order": number, "starts_on": TODAY.isoformat(), "member": str(leads.id)}
    again = client.post("/structure/r/collegium/seat/", seat)
    assert again.status_code == 422
    assert "member" in again.context["form"].errors
    member = CollegiumMember.objects.get(appointment=head)
    ended = {"order": number, "ends_on": (TODAY + timedelta(days=1)).isoformat()}
    assert client.post(f"/structure/r/collegium/{member.pk}/release/", ended).status_code == 302
    assert client.get(f"/structure/r/collegium/{member.pk}/release/").status_code == 404
    assert client.post("/structure/r/collegium/end/", ended).status_code == 302
    assert client.get("/structure/collegia/rules/").status_code == 403


def test_a_wrong_member_is_told_and_what_was_typed_stays(sign_in, region, leads, number):
    client = sign_in(region, "regional_prosecutor", leads)
    data = {"order": number, "starts_on": TODAY.isoformat(), "others": "Неизвестный Олег"}
    answer = client.post("/structure/r/collegium/form/", data)
    assert answer.status_code == 422
    assert "others" in answer.context["form"].errors
    assert "Неизвестный Олег" in answer.content.decode()
    empty = client.post("/structure/r/collegium/form/", {**data, "others": ""})
    assert "members" in empty.context["form"].errors


def test_the_page_costs_the_same_for_any_number(
    sign_in, region, leads, number, django_assert_max_num_queries
):
    client = sign_in(region, "regional_prosecutor", leads)
    people = [make_appointment(region, "prosecutor") for _ in range(9)]
    data = {"order": number, "starts_on": TODAY.isoformat(), "members": [str(one.id) for one in people]}
    assert client.post("/structure/r/collegium/form/", data).status_code == 302
    client.get("/structure/r/collegium/")
    for address in ("/structure/r/collegium/", "/offices/r/"):
        client.get(address)
        with django_assert_max_num_queries(8):
            client.get(address)


def test_the_prosecutor_general_sets_the_rules(sign_in, top):
    general = make_appointment(top, "prosecutor_general")
    order = signed_order(actor_of(general, TODAY), TODAY, kind="collegium")
    client = sign_in(top, "prosecutor_general", general)
    data = {"order": str(order), "starts_on": TODAY.isoformat()}
    assert client.post("/structure/collegia/rules/", data).status_code == 302
    assert CollegiumRules.objects.get().order == order
