"""Merging, moving and staffing through their pages."""

from datetime import timedelta
from io import BytesIO

import pytest
from django.test import Client
from openpyxl import load_workbook

from qadaga.offices import selectors
from qadaga.offices.models import Office
from qadaga.organisation.staffing.models import StaffingTable, StaffLimit
from qadaga.staff.models import Appointment
from tests.ordering import signed_order
from tests.staffing import actor_of, make_actor, make_appointment, make_office
from tests.web.offices.conftest import TODAY

OUTSIDE = {"outside_number": "5", "outside_dated": "2026-07-01", "outside_by": "Генеральный Прокурор"}
DAY = TODAY + timedelta(days=10)
NEW = {
    "code": "inter",
    "kind": "inter_district",
    "name_ru": "Межрайонная",
    "name_kk": "Ауданаралық",
    "name_en": "I",
}


@pytest.fixture
def client(top: Office, sign_in) -> Client:
    return sign_in(top, "staff_officer")


@pytest.fixture
def order(top: Office) -> str:
    general = make_actor(top, "prosecutor_general", on=TODAY)
    return str(signed_order(general, TODAY, kind="staffing"))


def test_two_districts_are_chosen_and_merged(client, district, beside, head):
    other = make_appointment(beside, "district_prosecutor")
    page = client.get("/structure/r/merge/")
    assert page.status_code == 200
    chosen = client.get("/structure/r/merge/", {"office": ["d", "d2"], "into": "new"})
    assert chosen.status_code == 302
    form = client.get(chosen["Location"]).context["form"]
    data = {**NEW, "starts_on": DAY.isoformat(), **OUTSIDE}
    data |= {f"post_{head.id.hex}": "district_prosecutor", f"post_{other.id.hex}": "-"}
    assert set(data) < set(form.fields) | {"submission"}
    answer = client.post(chosen["Location"], data)
    assert (answer.status_code, answer["Location"]) == (302, f"/offices/inter/?on={DAY.isoformat()}")
    assert client.get(answer["Location"]).status_code == 200
    assert selectors.holder_of("111000000", DAY).code == "inter"
    assert Appointment.objects.get(person=head.person, office__code="inter").heads


def test_a_wrong_merger_says_so_and_keeps_what_was_typed(client, district, beside, head):
    address = "/structure/merge/?office=d&office=d2&into=new"
    data = {**NEW, "starts_on": DAY.isoformat(), **OUTSIDE, f"post_{head.id.hex}": "assistant"}
    answer = client.post(address, data)
    assert answer.status_code == 422
    assert "Межрайонная" in answer.content.decode()
    assert client.get("/structure/merge/").status_code == 404
    assert client.get("/structure/r/merge/", {"into": "new"}).status_code == 422


def test_an_office_is_put_under_another(client, top, district):
    make_office("r2", "region", top, kato="150000000")
    form = client.get("/structure/d/move/").context["form"]
    assert ("r2", "Прокуратура r2") in form.fields["parent"].choices
    data = {"parent": "r2", "starts_on": DAY.isoformat(), **OUTSIDE, "version": 1}
    assert client.post("/structure/d/move/", data).status_code == 302
    assert selectors.path(district, DAY) == ("t", "r2", "d")
    again = client.post("/structure/d/move/", {**data, "version": 2})
    assert again.status_code == 422


def test_an_office_with_people_is_not_closed(client, district, head):
    data = {"starts_on": DAY.isoformat(), **OUTSIDE, "version": 1}
    answer = client.post("/structure/d/close/", data)
    assert answer.status_code == 422
    assert "starts_on" in answer.context["form"].errors


def test_the_limit_and_the_table_are_set_and_shown(client, district, head, order):
    assert "без него" in client.get("/structure/d/staffing/").content.decode()
    data = {"positions": "3", "starts_on": TODAY.isoformat(), "order": order}
    assert client.post("/structure/d/staffing/limit/", data).status_code == 302
    assert StaffLimit.objects.get().positions == 3
    lines = {"starts_on": TODAY.isoformat(), "order": order}
    lines |= {"post_0": "district_prosecutor", "positions_0": "1", "rate_0": "1", "staff_0": "officer"}
    lines |= {"post_1": "assistant", "positions_1": "9", "rate_1": "1", "staff_1": "officer"}
    wrong = client.post("/structure/d/staffing/edit/", lines)
    assert wrong.status_code == 422
    assert client.post("/structure/d/staffing/edit/", {**lines, "positions_1": "2"}).status_code == 302
    assert StaffingTable.objects.get().lines.count() == 2
    page = client.get("/structure/d/staffing/").content.decode()
    assert "Абдрахманов" in page
    assert client.get("/structure/d/staffing/1/").status_code == 200
    assert client.get("/structure/d/staffing/2/").status_code == 404
    paper = client.get("/structure/d/staffing/paper/")
    assert paper.content.startswith(b"%PDF")


def test_whoever_may_not_sees_the_ruling(sign_in, district, head):
    client = sign_in(district, "district_prosecutor", head)
    assert client.get("/structure/d/staffing/").status_code == 200
    assert client.get("/structure/d/staffing/paper/").status_code == 404
    for address in ("d/staffing/limit/", "d/staffing/edit/", "d/move/", "d/close/", "r/merge/"):
        assert client.get(f"/structure/{address}").status_code == 403
    assert actor_of(head, TODAY).office_code == "d"


def test_the_staffing_page_costs_the_same_for_any_number(
    client,
    district,
    order,
    django_assert_max_num_queries,
):
    for _ in range(12):
        make_appointment(district, "assistant")
    client.get("/structure/d/staffing/")
    with django_assert_max_num_queries(9):
        client.get("/structure/d/staffing/")


def test_units_are_arranged_and_shown_as_of_a_day(client, region, district, django_assert_max_num_queries):
    new = {**OUTSIDE, "code": "sup", "kind": "directorate", "name_ru": "Управление", "name_kk": "Басқарма"}
    new |= {"name_en": "Directorate", "starts_on": DAY.isoformat(), "parent": ""}
    wrong = client.post("/structure/r/units/new/", {**new, "outside_by": ""})
    assert set(wrong.context["form"].errors) == {"outside_by"}
    made = client.post("/structure/r/units/new/", new)
    assert (made.status_code, made["Location"]) == (302, f"/structure/r/units/?on={DAY.isoformat()}")
    unit = region.units.get()
    address = f"/structure/r/units/{unit.id}"
    later = {**OUTSIDE, "starts_on": (DAY + timedelta(days=5)).isoformat(), "version": "1"}
    names = {"name_ru": "Иное", "name_kk": "Өзге", "name_en": "Other"}
    assert client.post(f"{address}/name/", {**later, **names}).status_code == 302
    assert client.post(f"{address}/place/", {**later, "version": "2", "parent": ""}).status_code == 422
    held = make_appointment(region, "prosecutor")
    held.unit = unit
    held.save()
    end = {**OUTSIDE, "ends_on": (DAY + timedelta(days=9)).isoformat(), "version": "2"}
    refused = client.post(f"{address}/close/", end)
    assert held.person.short_name in str(refused.context["form"].errors["ends_on"])
    for page in ("/structure/r/units/", "/structure/r/chart/", "/offices/r/history/"):
        client.get(page)
        with django_assert_max_num_queries(8):
            shown = client.get(f"{page}?on={DAY.isoformat()}").content.decode()
        assert "Управление" in shown
        assert "Иное" in client.get(f"{page}?on={(DAY + timedelta(days=5)).isoformat()}").content.decode()


def test_the_map_shows_the_figures_of_the_day_asked_for(client, region, district, head):
    for n in (1, 2):
        make_appointment(district, "assistant", since=DAY, until=DAY + timedelta(days=n * 5))
    make_office("d3", "district", region, kato="113000000", since=DAY + timedelta(days=5))

    def figures(on: str) -> list[str]:
        tiles = client.get(f"/structure/map/{on}").context["tiles"]
        return list(next(tile for tile in tiles if "/offices/r/" in tile.url).figures)

    days = ["", f"?on={DAY.isoformat()}", f"?on={(DAY + timedelta(days=5)).isoformat()}"]
    today, both, later = (figures(on)[:2] for on in days)
    assert today == ["2 прокуратуры", "1 человек"]
    assert both == ["2 прокуратуры", "3 человека"]
    assert later == ["3 прокуратуры", "2 человека"]


def test_a_district_sees_the_units_and_changes_none(sign_in, district, head):
    client = sign_in(district, "district_prosecutor", head)
    page = client.get("/structure/d/units/")
    assert page.status_code == 200
    assert "O.5" in page.content.decode()
    assert client.get("/structure/d/units/new/").status_code == 403


def test_the_table_is_a_workbook_too_and_a_vacancy_leads_to_appointing(client, district, head, order):
    assert client.get("/structure/d/staffing/workbook/").status_code == 404
    client.post(
        "/structure/d/staffing/limit/", {"positions": 3, "starts_on": TODAY.isoformat(), "order": order}
    )
    lines = {"starts_on": TODAY.isoformat(), "order": order, "rate_0": "1", "rate_1": "1"}
    lines |= {"post_0": "district_prosecutor", "positions_0": "1", "staff_0": "officer"}
    lines |= {"post_1": "assistant", "positions_1": "1", "staff_1": "officer"}
    assert client.post("/structure/d/staffing/edit/", lines).status_code == 302
    book = client.get("/structure/d/staffing/workbook/")
    rows = list(load_workbook(BytesIO(book.content))["Штатное расписание"].values)
    assert [row[6] for row in rows[1:]] == ["0", "1"]
    assert head.person.name in rows[1][7]
    page = client.get("/structure/d/staffing/").content.decode()
    assert page.count('href="/offices/d/people/"') >= 2
