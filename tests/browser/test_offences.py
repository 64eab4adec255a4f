"""A case of an administrative offence from the call for its file to its outcome, in a real browser."""

import pytest

from qadaga.common import clock
from qadaga.supervision.offences.models import OffenceCase
from tests.browser.conftest import NewPage
from tests.browser.test_thread import seats
from tests.casework import make_town

pytestmark = pytest.mark.clause("O.8.9", "O.7.1")


def test_a_file_is_called_for_checked_and_the_proceedings_closed(
    transactional_db: None, new_page: NewPage
) -> None:
    town, today = make_town(), clock.today().isoformat()
    head = seats(town, new_page, "ru", 1440)("head")
    body = {"body_name_ru": "Управление полиции", "body_kind": "law_enforcement"}
    head.do("/offences/new/", ground="own_initiative", case_number="АД-7", article="Статья 434", **body)
    case = OffenceCase.objects.get()
    clerk = seats(town, new_page, "kk", 360)("clerk")
    assert "оқу" in clerk.refused(f"/offences/{case.id}/")
    head.do(f"/offences/{case.id}/delivered/", way="courier", served_on=today, proof_ref="вх. 18")
    head.do(f"/offences/{case.id}/receive/", received_on=today, sheets=40)
    found = {"detention": "unlawful", "penalty": "unlawful", "norm": "КоАП, статья 787"}
    head.do(f"/offences/{case.id}/check/", **found, findings="Протокола задержания нет.")
    head.do(f"/offences/{case.id}/close/", ground="no_offence", person="Ким Олег")
    head.do(f"/offences/{case.id}/return/", returned_on=today)
    head.do(f"/offences/{case.id}/outcome/", outcome="closed", outcome_on=today, paper="Постановление")
    assert "ӘҚ-dis-2026/000001" in head.go(f"/offences/{case.id}/").locator("#resolutions").inner_text()
    case.refresh_from_db()
    assert case.status == "done"
