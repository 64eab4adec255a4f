"""A check of legal statistics from its ground to the corrected record, in a real browser."""

import pytest

from qadaga.common import clock
from qadaga.supervision.statistics.models import Discrepancy, RecordsCheck
from tests.browser.conftest import NewPage
from tests.browser.test_thread import seats
from tests.casework import make_town

pytestmark = pytest.mark.clause("L.3.8", "O.8.d3", "O.7.1", "O.8.2")


def test_hidden_records_are_found_and_corrected_on_demand(transactional_db: None, new_page: NewPage) -> None:
    town, today = make_town(), clock.today().isoformat()
    head = seats(town, new_page, "ru", 1440)("head")
    days = {"period_from": "2026-01-01", "period_to": "2026-01-31", "due_on": today}
    given = {"officer": town.assistant.id, "body_name_ru": "Управление полиции", "kind": "crimes"}
    head.do("/records/new/", **days, **given, ground="own_initiative")
    check = RecordsCheck.objects.get()
    card = f"/records/{check.id}"
    head.do(f"{card}/ask/", text="Сколько дел начато в январе")
    officer = seats(town, new_page, "kk", 360)("assistant")
    officer.do(f"{card}/delivered/", way="courier", served_on=today, proof_ref="вх. 5")
    officer.do(f"{card}/came/", came_on=today)
    wrong = {"fault": "hidden", "record_no": "КУИ-17", "norm": "Закон, статья 12", "what": "Не учтено."}
    officer.tries(f"{card}/discrepancy/", **wrong, reported="1", found="1")
    officer.do(f"{card}/discrepancy/", **wrong, reported=0, found=1)
    officer.do(f"{card}/finish/")
    head.do(f"{card}/demand/", official="Начальнику управления")
    officer.do(f"{card}/serve/", served_on=today, told_on=today, way="courier", proof_ref="вх. 77")
    fixed = {"discrepancy": Discrepancy.objects.get().id, "corrected_on": today}
    officer.do(f"{card}/correct/", **fixed, proof="карточка Ф-1")
    assert "карточка Ф-1" in head.go(f"{card}/").locator("#discrepancies").inner_text()
    check.refresh_from_db()
    assert (check.status, check.outcome) == ("closed", "corrected")
