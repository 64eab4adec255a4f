"""From a violation to people told, and one body's whole history, in a real browser (L.1.3, O.6.2)."""

from datetime import timedelta

import pytest

from qadaga.common import clock
from qadaga.matters.models import ProtectedPerson
from tests.browser.conftest import NewPage
from tests.browser.seating import seated, shown
from tests.browser.test_thread import seats
from tests.casework import add_violation, assigned_matter, make_body, make_town

pytestmark = pytest.mark.clause("L.1.3", "O.8.d1", "O.6.2", "O.7.1")
IIN = "850725400331"


def test_a_right_is_restored_the_person_told_and_the_body_seen_whole(
    transactional_db: None, new_page: NewPage
) -> None:
    town, today = make_town(), clock.today()
    body, matter = make_body("ГУ «Акимат»", bin="230140001236"), assigned_matter(town, on=today)
    twin = make_body("Акимат")
    for named in (body, twin):
        add_violation(town, matter, on=today, violator_body=named, violator_name="")
    officer = seats(town, new_page, "ru", 1440)("assistant")
    about = {"name": "Ким Олег", "right": "labour", "iin": IIN}
    violation = matter.violations.get(violator_body=body)
    officer.do(f"/matters/{matter.id}/protected/", kind="adult", violation=str(violation.id), **about)
    row = ProtectedPerson.objects.get()
    assert "ещё не восстановлены" in shown(officer, "/")
    officer.do(f"/protected/{row.id}/restore/", restored="Зарплата выплачена", restored_on=today.isoformat())
    assert "Сообщить людям" in shown(officer, "/")
    assert "Ким Олег" not in shown(officer, "/protected/")
    late = (today - timedelta(days=1)).isoformat()
    said = officer.tries(f"/protected/{row.id}/told/", told_on=late, told_how="лично")
    assert said
    officer.do(f"/protected/{row.id}/told/", told_on=today.isoformat(), told_how="лично")
    assert "сообщено" in shown(officer, f"/protected/{row.id}/")
    assert "Сообщить людям" not in shown(officer, "/")
    chief = seated(new_page, town.region_head, "chief", "kk", 360)
    chief.do(f"/supervised/{body.id}/merge/", duplicate=str(twin.id), reason="Бір орган")
    card = shown(chief, f"/supervised/{body.id}/")
    assert "Қайталанған бұзушылықтар" in card
    assert "2 ішінен 2" in card
    chief.do(f"/supervised/{body.id}/part/", reason="Қате")
    chief.do("/persons/", iin=IIN)
    assert "Ким Олег" in chief.page.locator("main").inner_text()
    assert IIN not in chief.page.url
    assert "2 ішінен" not in shown(chief, f"/supervised/{body.id}/")
