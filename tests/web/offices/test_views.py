"""The tree and the card of an office, as of a day."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from qadaga.offices.models import Office, OfficeName
from qadaga.staff.models import Appointment
from tests.staffing import make_appointment, make_office, name_acting, send_away
from tests.web.offices.conftest import TODAY, SignIn


def test_the_tree_nests_offices_under_their_own(district: Office, beside: Office, sign_in: SignIn) -> None:
    page = sign_in(district, "assistant").get("/offices/").content.decode()
    tree = page[page.index("q-tree") :]
    assert tree.index("Генеральная прокуратура") < tree.index("Прокуратура области")
    assert tree.index("Прокуратура области") < tree.index("Прокуратура города")
    assert 'href="/offices/d2/"' in page


def test_the_tree_takes_few_queries_however_large(district: Office, top: Office, sign_in: SignIn) -> None:
    client = sign_in(district, "assistant")
    client.get("/offices/")
    for number in range(30):
        make_office(f"x{number}", "region", top)
    with CaptureQueriesContext(connection) as queries:
        assert client.get("/offices/").status_code == 200
    assert len(queries) <= 6


def test_a_card_shows_the_office_its_people_and_its_line(
    district: Office, head: Appointment, sign_in: SignIn
) -> None:
    page = sign_in(district, "assistant").get("/offices/d/").content.decode()
    assert head.person.name in page
    assert "город Кокшетау (111000000)" in page
    assert 'href="/offices/r/"' in page


def test_a_card_takes_the_same_queries_for_many_people(district: Office, sign_in: SignIn) -> None:
    client = sign_in(district, "assistant")
    client.get("/offices/d/")
    counts = []
    for _ in range(2):
        with CaptureQueriesContext(connection) as queries:
            client.get("/offices/d/")
        counts.append(len(queries))
        for _ in range(10):
            make_appointment(district, "prosecutor")
    assert counts[0] == counts[1] <= 8


def test_a_card_of_another_day_shows_that_day(district: Office, sign_in: SignIn) -> None:
    OfficeName.objects.filter(office=district).update(ends_on=date(2026, 8, 1))
    OfficeName.objects.create(
        office=district, name_ru="Новое имя", name_kk="Жаңа", name_en="New", starts_on=date(2026, 8, 1)
    )
    client = sign_in(district, "assistant")
    assert "<h1>Новое имя" in client.get("/offices/d/?on=2026-08-01").content.decode()
    assert "<h1>Прокуратура города" in client.get("/offices/d/?on=2026-07-31").content.decode()


@pytest.mark.parametrize("asked", ["2026-13-45", "yesterday", "0001-01-01", "9999-12-31", "%00"])
def test_a_day_that_cannot_be_is_told_and_today_shown(district: Office, sign_in: SignIn, asked: str) -> None:
    answer = sign_in(district, "assistant").get(f"/offices/d/?on={asked}")
    assert answer.status_code in (400, 422)


def test_before_it_existed_the_card_says_so(district: Office, sign_in: SignIn) -> None:
    answer = sign_in(district, "assistant").get("/offices/d/?on=1999-01-01")
    assert answer.status_code == 200
    assert answer.context["missing"]


def test_who_leads_is_the_replacement_while_the_head_is_away(
    district: Office, head: Appointment, sign_in: SignIn
) -> None:
    deputy = make_appointment(district, "deputy_district")
    client = sign_in(district, "assistant")
    send_away(head.person, TODAY)
    assert "q-badge-danger" in client.get("/offices/d/").content.decode()
    name_acting(deputy, TODAY)
    assert deputy.person.name in str(client.get("/offices/d/").context["pairs"])


def test_people_beyond_the_scope_are_names_without_links(
    district: Office, beside: Office, sign_in: SignIn
) -> None:
    there = make_appointment(beside, "assistant")
    page = sign_in(district, "district_prosecutor").get("/offices/d2/").content.decode()
    assert there.person.name in page
    assert str(there.person_id) not in page


def test_an_unknown_office_is_404_and_nobody_unsigned_sees_any(district: Office, sign_in: SignIn) -> None:
    client = sign_in(district, "assistant")
    assert client.get("/offices/none/").status_code == 404
    client.logout()
    assert client.get("/offices/").status_code == 302


def test_the_panel_says_why_a_district_may_not_change_structure(district: Office, sign_in: SignIn) -> None:
    page = sign_in(district, "district_prosecutor").get("/offices/d/").content.decode()
    assert "O.5" in page


def test_the_history_is_a_part_and_a_page(district: Office, sign_in: SignIn) -> None:
    client = sign_in(district, "assistant")
    part = client.get("/offices/d/history/", headers={"HX-Request": "true"}).content.decode()
    page = client.get("/offices/d/history/").content.decode()
    assert "<html" not in part
    assert "<html" in page
    for text in (part, page):
        assert "Кокшетау" in text
        assert "Прокуратура области" in text
