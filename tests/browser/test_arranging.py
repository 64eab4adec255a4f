"""The service arranges its own work in a real browser: calendar, structure, hand-over, assignments."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from qadaga.appeals import services as appeals
from qadaga.appeals.models import Appeal
from qadaga.common import clock
from qadaga.law.calendar import kazakhstan
from qadaga.offices.models import Office
from qadaga.offices.naming import Names
from qadaga.organisation import offices
from qadaga.organisation.assignments.models import Assignment
from qadaga.organisation.orders.models import OrderPoint
from qadaga.organisation.restructuring.models import PlannedChange
from tests.browser.conftest import NewPage, assert_accessible
from tests.browser.seating import seated, shown
from tests.browser.test_thread import fill, seats
from tests.casework import Town, assigned_matter, make_town
from tests.intake import ENTRY
from tests.ordering import signed_order
from tests.staffing import actor_of, make_appointment


@pytest.fixture
def town(transactional_db: None) -> Town:
    return make_town()


def _free_saturday(day: date) -> bool:
    return day.weekday() == 5 and kazakhstan().day(day).kind == "weekend"


@pytest.mark.clause("O.9")
def test_a_moved_day_is_looked_at_first_and_then_moves_an_open_term(town: Town, new_page: NewPage) -> None:
    today = clock.today()
    appeal = appeals.register(entry=replace(ENTRY, arrived_on=today), by=town.actor("clerk", today), on=today)
    due = rest = appeal.due_on
    assert due is not None
    worked = next(day for n in range(1, 60) if _free_saturday(day := due + timedelta(days=n)))
    staff = seated(new_page, make_appointment(Office.objects.get(code="top"), "staff_officer"), "kadr")
    page = staff.go(f"/law/calendar/{rest.year}/")
    page.locator("a.btn-primary").click()
    decision = {"act": "№ 1", "decided_on": today.isoformat()}
    for name, value in {"rest": rest, "worked": worked, **decision}.items():
        fill(page, name, str(value))
    page.locator("button[value=preview]").click()
    page.wait_for_load_state()
    assert_accessible(page)
    told = page.locator("#preview").inner_text()
    assert f"{due:%d.%m.%Y}" in told
    assert "сдвинутся: 1" in told or "сдвинется: 1" in told, told
    assert Appeal.objects.get().due_on == due
    page.locator("button[value=save]").click()
    page.wait_for_load_state()
    assert_accessible(page)
    moved = Appeal.objects.get().due_on
    assert due < moved
    assert f"{moved:%d.%m.%Y}" in told
    assert f"{rest:%d.%m.%Y}" in shown(staff, f"/law/calendar/{rest.year}/")
    clerk = seated(new_page, town.clerk, "clerk")
    assert f"{moved:%d.%m.%Y}" in shown(clerk, f"/appeals/{appeal.id}/")


@pytest.mark.clause("O.5")
def test_a_planned_change_of_the_structure_is_called_off(town: Town, new_page: NewPage) -> None:
    today = clock.today()
    officer = make_appointment(Office.objects.get(code="top"), "staff_officer")
    names = Names("Прокуратура города Абая", "Абай қаласының прокуратурасы", "Abai")
    ahead = {"starts_on": today + timedelta(days=30), "ground": "№ 12"}
    office = Office.objects.get(code="dis")
    offices.rename(by=actor_of(officer, today), on=today, office_id=office.id, names=names, **ahead)
    head = seated(new_page, town.head, "head")
    history = "/offices/dis/history/"
    planned = f"/structure/planned/{PlannedChange.objects.get().id}/call-off/"
    assert "№ 12" in shown(head, history)
    # Whoever may not call it off is shown no link to it.
    assert head.page.locator(f"a[href='{planned}']").count() == 0
    assert "O.5" in head.refused(planned)
    staff = seated(new_page, officer, "kadr")
    staff.go(history).locator(f"a[href='{planned}']").click()
    by = {"outside_number": "13", "outside_dated": today.isoformat(), "outside_by": "Генеральный Прокурор"}
    staff.do(planned, **by)
    assert "№ 12" not in shown(staff, history)
    later = (today + timedelta(days=40)).isoformat()
    assert "города Абая" not in shown(staff, f"/offices/dis/?on={later}")


@pytest.mark.clause("O.13.1", "O.14.1")
def test_matters_orders_and_points_pass_in_one_act_before_a_leave(town: Town, new_page: NewPage) -> None:
    today = clock.today()
    matter, order = assigned_matter(town, on=today), signed_order(town.actor("head", today), today)
    seat = seats(town, new_page, "ru", 1440)
    head, deputy = seat("head"), seat("deputy")
    card = f"/orders/{order.id}/"
    head.do(f"{card}controller/", controller=town.assistant.id)
    point = {"executor": town.assistant.id, "due_on": (today + timedelta(days=9)).isoformat()}
    head.do(f"{card}point/", what="Сверить журналы учёта", **point)
    page = f"/offices/appointments/{town.assistant.id}/hand-over/"
    said = shown(head, page)
    assert matter.number_text in said
    head.do(page, to_all=town.deputy.id, reason="leave", note="Отпуск")
    matter.refresh_from_db()
    order.refresh_from_db()
    assert matter.assignee == order.controller == OrderPoint.objects.get().executor == town.deputy
    assert "Сверить журналы учёта" in shown(deputy, "/")
    assert town.deputy.person.short_name in shown(head, f"/matters/{matter.id}/")


@pytest.mark.clause("L.1.2")
def test_an_assignment_goes_down_comes_back_as_a_report_and_is_taken_off(
    town: Town, new_page: NewPage
) -> None:
    seat = seats(town, new_page, "ru", 1440)
    region, head, neighbour = seat("region_head"), seat("head"), seat("neighbour")
    last = (clock.today() + timedelta(days=10)).isoformat()
    region.do("/assignments/new/", to_office="dis", what="Проверить сборы школ", last_day=last)
    card = f"/assignments/{Assignment.objects.get().id}/"
    neighbour.refused(card)
    assert "Проверить сборы школ" in shown(head, card)
    assert "L.1.2" in head.refused(f"{card}take-off/")
    head.do(f"{card}report/", report="Проверены все школы.")
    assert "Проверены все школы." in shown(region, card)
    region.do(f"{card}take-off/")
    assert Assignment.objects.get().status == "done"
    assert "Проверить сборы школ" not in shown(head, "/")
