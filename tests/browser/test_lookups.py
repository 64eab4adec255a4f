"""An officer looks into an outside register from a matter; a clerk does not see the answer."""

from typing import Any

import pytest

from qadaga.common import clock
from qadaga.supervision.gateway.models import LookUp
from qadaga.supervision.gateway.simulator import serving
from tests.browser.conftest import NewPage
from tests.browser.test_thread import seats
from tests.casework import Town, assigned_matter, make_town


@pytest.fixture
def town(transactional_db: None) -> Town:
    return make_town()


@pytest.mark.clause("O.8.6", "L.3.8")
def test_a_register_is_asked_within_a_matter_only(town: Town, new_page: NewPage, settings: Any) -> None:
    matter = assigned_matter(town, on=clock.today())
    seat = seats(town, new_page, "ru", 1440)
    officer, clerk = seat("assistant"), seat("clerk")
    with serving() as simulator:
        settings.QADAGA_GATEWAY_URL = simulator.url
        officer.do(
            f"/matters/{matter.id}/look-up/",
            register="persons",
            number="850725400331",
            ground="case_supervised",
            purpose="Адрес для вызова",
        )
        asked = {"number": "850725400331", "ground": "case_supervised", "purpose": "Проверка учёта"}
        officer.do(f"/matters/{matter.id}/look-up/", register="special", special="convicted", **asked)
    assert LookUp.objects.filter(register="special", status="answered").exists()
    made = LookUp.objects.get(register="persons")
    assert "Ахметова Динара Сериковна" in officer.go(f"/look-ups/{made.id}/").locator("#answer").inner_text()
    assert (
        "Государственный реестр людей" in clerk.go(f"/matters/{matter.id}/").locator("#lookups").inner_text()
    )
    assert "O." in clerk.refused(f"/look-ups/{made.id}/")
