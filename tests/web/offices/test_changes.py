"""Changing the structure through its pages."""

from typing import Any

import pytest
from django.test import Client

from qadaga.offices import selectors
from qadaga.offices.models import Office, OfficeName
from tests.web.offices.conftest import TODAY, SignIn

OUTSIDE = {"outside_number": "1", "outside_dated": "2026-07-01", "outside_by": "Генеральный Прокурор"}
NAMES = {"name_ru": "Новая", "name_kk": "Жаңа", "name_en": "New"}


@pytest.fixture
def client(top: Office, sign_in: SignIn) -> Client:
    return sign_in(top, "staff_officer")


def _post(client: Client, address: str, **data: Any) -> Any:
    return client.post(address, {"starts_on": TODAY.isoformat(), **OUTSIDE, **data})


def test_a_name_is_changed_and_shown(client: Client, district: Office) -> None:
    form = client.get("/offices/d/name/").context["form"]
    answer = _post(client, "/offices/d/name/", **NAMES, version=form.initial["version"])
    assert answer.status_code == 302
    assert "Новая" in client.get(answer["Location"]).content.decode()


def test_a_form_sent_twice_changes_once(client: Client, district: Office) -> None:
    form = client.get("/offices/d/name/").context["form"]
    data = {**NAMES, "version": 1, "submission": form["submission"].value()}
    first, second = (_post(client, "/offices/d/name/", **data) for _ in range(2))
    assert (first.status_code, second.status_code) == (302, 302)
    assert OfficeName.objects.filter(office=district).count() == 2


def test_faults_stand_at_their_fields_and_what_was_typed_stays(client: Client, district: Office) -> None:
    answer = _post(client, "/offices/d/name/", **{**NAMES, "name_kk": "а\0б"}, version=1)
    assert answer.status_code == 422
    assert set(answer.context["form"].errors) == {"name_kk"}
    assert "Новая" in answer.content.decode()


def test_two_people_never_overwrite_each_other(client: Client, district: Office) -> None:
    _post(client, "/offices/d/name/", **NAMES, version=1)
    answer = _post(client, "/offices/d/name/", **{**NAMES, "name_ru": "Другая"}, version=1)
    assert answer.status_code == 422
    page = answer.content.decode()
    assert "Другая" in page
    assert "Новая" in page
    assert selectors.office_by_code("d").name_ru == "Новая"


def test_territory_held_by_another_is_refused_in_words(
    client: Client, district: Office, beside: Office
) -> None:
    answer = _post(client, "/offices/d/territory/", kato=["111000000", "117000000"], version=1)
    assert answer.status_code == 422
    assert set(answer.context["form"].errors) == {"kato"}


def test_a_sphere_is_set(client: Client, district: Office) -> None:
    assert _post(client, "/offices/d/sphere/", spheres=["environmental"], version=1).status_code == 302
    assert selectors.standing(district.id, TODAY).spheres == {"environmental"}


def test_an_office_is_created_under_another(client: Client, region: Office) -> None:
    offered = client.get("/offices/r/create/").context["form"].fields["kind"].choices
    assert "district" in dict(offered)
    assert "garrison" not in dict(offered)
    answer = _post(client, "/offices/r/create/", code="new", kind="district", **NAMES, kato=["116800000"])
    assert answer.status_code == 302
    assert selectors.path(selectors.office_by_code("new"), TODAY) == ("t", "r", "new")


@pytest.mark.parametrize("page", ["create", "name", "territory", "sphere"])
def test_a_district_gets_the_ruling_not_the_form(district: Office, sign_in: SignIn, page: str) -> None:
    client = sign_in(district, "district_prosecutor")
    for answer in (client.get(f"/offices/d/{page}/"), _post(client, f"/offices/d/{page}/", version=1)):
        assert answer.status_code == 403
        assert "O.5" in answer.content.decode()
