"""Two districts become an inter-district office in a real browser, before and after, as different people."""

import pytest
from playwright.sync_api import Page

from qadaga.accounts.models import User
from qadaga.common import clock
from qadaga.matters.models import Matter
from qadaga.offices.models import Office
from tests.browser.conftest import NewPage, assert_accessible, enter
from tests.casework import assigned_matter, make_town, open_matter
from tests.staffing import make_appointment

PASSWORD = "korshau-bereke-2026"


def _seat(new_page: NewPage, appointment: object, name: str, width: int = 1440) -> Page:
    user = User.objects.create_user(name, PASSWORD, language="ru")
    person = appointment.person
    person.user = user
    person.save(update_fields=["user"])
    page = new_page(width=width)
    enter(page, name)
    return page


def _go(page: Page, path: str) -> str:
    answer = page.goto(path)
    assert answer is not None
    assert answer.status == 200, f"{path}: {answer.status}"
    assert_accessible(page)
    return page.locator("main").inner_text()


def _status(page: Page, path: str) -> int:
    answer = page.goto(path)
    assert answer is not None
    return answer.status


@pytest.mark.clause("O.1", "O.5", "L.1.2", "L.1.4")
@pytest.mark.parametrize("width", [1440, 360])
def test_two_districts_become_an_inter_district_office(
    transactional_db: None, new_page: NewPage, width: int
) -> None:
    town, today = make_town(), clock.today()
    opened, given = open_matter(town, on=today), assigned_matter(town, on=today)
    officer = make_appointment(Office.objects.get(code="top"), "staff_officer")
    staff = _seat(new_page, officer, "kadr", width)
    neighbour = _seat(new_page, town.neighbour, "neighbour", width)
    head = _seat(new_page, town.head, "head", width)

    # Before: the head of the other district sees nothing of it.
    assert _status(neighbour, f"/matters/{opened.id}/") == 404
    assert opened.number_text in _go(head, f"/matters/{opened.id}/")

    _go(staff, "/structure/reg/merge/")
    staff.locator("[name=office][value=dis]").check()
    staff.locator("[name=office][value=oth]").check()
    staff.locator("[name=into]").select_option("new")
    staff.locator("main form button.btn-primary").click()
    staff.wait_for_load_state()
    assert_accessible(staff)
    values = {"code": "inter", "name_ru": "Межрайонная прокуратура", "name_kk": "Ауданаралық прокуратура"}
    values |= {
        "name_en": "Inter-district office",
        "starts_on": today.isoformat(),
        "outside_number": "12",
        "outside_dated": today.isoformat(),
        "outside_by": "Генеральный Прокурор",
    }
    for name, value in values.items():
        staff.locator(f"main form [name='{name}']").fill(value)
    staff.locator("main form [name=kind]").select_option("inter_district")
    leads = f"main form [name='post_{town.neighbour.id.hex}']"
    staff.locator(leads).select_option("district_prosecutor")
    staff.locator(f"main form [name='post_{town.head.id.hex}']").select_option("deputy_district")
    staff.locator("main form button.btn-primary").click()
    staff.wait_for_load_state()
    assert staff.url.split("?")[0].endswith("/offices/inter/"), staff.locator("main").inner_text()
    assert "Межрайонная прокуратура" in _go(staff, "/offices/inter/")

    # After: who leads the new office holds the matters; numbers stay; who worked on one goes on.
    for page in (neighbour, head):
        page.goto("/")  # the post worn so far has ended with its office: the new one is put on
    text = _go(neighbour, f"/matters/{opened.id}/")
    assert opened.number_text in text
    assert "Межрайонная прокуратура" in text
    moved = Matter.objects.get(id=given.id)
    assert (moved.holder.code, moved.office.code) == ("inter", "dis")
    assert moved.assignee.person == town.assistant.person
    assert _status(neighbour, f"/matters/{opened.id}/assign/") == 200
    assert given.number_text in _go(head, f"/matters/{given.id}/")
    assert "Межрайонная" in _go(staff, "/structure/inter/chart/")
    _go(staff, "/structure/map/")
    _go(staff, "/structure/inter/staffing/")
