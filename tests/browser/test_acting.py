"""An acting deputy signs while the head is on leave and cannot the day after, in a real browser."""

from datetime import timedelta

import pytest
from playwright.sync_api import Page

from qadaga.accounts.models import User
from qadaga.acts import services as acts
from qadaga.acts.models import Act
from qadaga.common import clock
from qadaga.staff.models import Appointment
from tests.browser.conftest import NewPage, assert_accessible, enter, sign_in
from tests.casework import Town, assigned_matter, draft_protest, make_town
from tests.staffing import name_acting, send_away

PASSWORD = "korshau-bereke-2026"


def _seat(new_page: NewPage, held: Appointment, name: str, width: int) -> Page:
    held.person.user = User.objects.create_user(name, PASSWORD, language="ru")
    held.person.save(update_fields=["user"])
    page = new_page(width=width)
    enter(page, name)
    return page


def _open(page: Page, path: str, status: int = 200) -> str:
    answer = page.goto(path)
    assert answer is not None
    assert answer.status == status, f"{path}: {answer.status}"
    assert_accessible(page)
    return page.locator("main").inner_text()


def _agreed(town: Town) -> Act:
    on = clock.today()
    act = draft_protest(town, assigned_matter(town, on=on), on=on)
    acts.submit(act_id=act.id, version=act.version, by=town.actor("assistant", on), on=on)
    return acts.agree(act_id=act.id, version=act.version + 1, by=town.actor("head", on), on=on)


@pytest.mark.clause("O.11", "O.13.1", "O.14.1", "O.14.2", "O.14.3", "O.15")
@pytest.mark.parametrize("width", [1440, 360])
def test_the_acting_deputy_signs_during_the_leave_and_not_the_day_after(
    transactional_db: None, new_page: NewPage, width: int
) -> None:
    town, today = make_town(), clock.today()
    first, second = _agreed(town), _agreed(town)
    send_away(town.head.person, today, today + timedelta(days=1))
    name_acting(town.deputy, today)
    deputy = _seat(new_page, town.deputy, "deputy", width)

    _open(deputy, f"/acts/{first.id}/sign/")
    deputy.locator("main form button.btn-primary").click()
    deputy.wait_for_load_state()
    first.refresh_from_db()
    assert (first.status, first.signer) == ("signed", town.deputy)
    assert str(first.number_text) in _open(deputy, "/offices/dis/acting/signed/")

    # Pages of the same office at any width: duties, the work to hand over, what presses.
    _open(deputy, "/offices/dis/duties/")
    assert "Передать работу" in _open(deputy, f"/offices/appointments/{town.assistant.id}/hand-over/")
    _open(deputy, f"/offices/appointments/{town.assistant.id}/end/")
    _open(deputy, f"/offices/people/{town.assistant.person_id}/")
    _open(deputy, "/pressing/")

    with clock.frozen(today + timedelta(days=1)):
        sign_in(deputy, "deputy", PASSWORD)  # yesterday's session is over
        refused = _open(deputy, f"/acts/{second.id}/sign/", 403)
    assert "O.15" in refused
    second.refresh_from_db()
    assert second.status == "agreed"
