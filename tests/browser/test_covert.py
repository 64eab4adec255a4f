"""The index of operative checks from a demand to the result of an act, in a real browser."""

import pytest

from qadaga.common import clock
from qadaga.supervision.covert.models import CovertCheck
from tests.browser.conftest import NewPage
from tests.browser.test_thread import seats
from tests.casework import make_town
from tests.covert import name_for_it

pytestmark = pytest.mark.clause("L.3.3", "O.8.d5", "O.7.1")


def test_materials_are_demanded_checked_and_the_act_answered(
    transactional_db: None, new_page: NewPage
) -> None:
    town, today = make_town(), clock.today().isoformat()
    name_for_it(town.assistant, town.district, clock.today())
    seat = seats(town, new_page, "ru", 1440)
    head = seat("head")
    case = {"body": "interior", "kind": "covert", "ground": "code_names_it"}
    assert "O.8.d5" in head.tries("/covert/demand/", **case, register_number="дело Иванова")
    head.do("/covert/demand/", **case, register_number="17-204/2026")
    row = CovertCheck.objects.get()
    officer = seats(town, new_page, "kk", 360)("assistant")
    assert officer.go(f"/covert/{row.id}/").locator("input[type=file], textarea").count() == 0
    stopped = {"received_on": today, "checked_on": today, "ground": "rights_violated", "told_on": today}
    paper = {"paper_kind": "resolution", "paper_number": "2-18/411", "paper_on": today}
    officer.do(f"/covert/{row.id}/stop/", **stopped, **paper)
    officer.do(f"/covert/{row.id}/reply/", reply="removed", reply_on=today)
    assert "17-204/2026" in head.go("/covert/").locator("main").inner_text()
    assert "O.8.d5" in seat("deputy").refused(f"/covert/{row.id}/")
    row.refresh_from_db()
    assert (row.status, row.reply) == ("closed", "removed")
