"""Work is ordered from others in a browser: an examination and a check, a restriction lifted on demand."""

from datetime import timedelta

import pytest

from qadaga.acts.models import Measure
from qadaga.common import clock
from tests.browser.conftest import NewPage
from tests.browser.test_thread import seats
from tests.casework import Town, assigned_matter, make_body, make_town


@pytest.fixture
def town(transactional_db: None) -> Town:
    return make_town()


@pytest.mark.clause("O.8.5", "O.8.8")
def test_others_examine_check_and_lift_what_was_imposed_unlawfully(town: Town, new_page: NewPage) -> None:
    today = clock.today()
    body = make_body("Акимат города Семей")
    matter = assigned_matter(town, on=today, body=body)
    seat = seats(town, new_page, "ru", 1440)
    head, officer, clerk = seat("head"), seat("assistant"), seat("clerk")
    common = {"language": "ru", "ground": "case_supervised", "why": "Дело под надзором"}
    officer.do(f"/matters/{matter.id}/examine/", **common, text="Подлинна ли подпись?", expert="Ким О.")
    head.do(f"/matters/{matter.id}/require-check/", **common, text="Проверить расход средств")
    lifting = {**common, "ground": "restriction_unlawful", "text": "Снять запрет"}
    head.do(
        f"/matters/{matter.id}/demand-lift/",
        **lifting,
        what="Запрет торговли",
        imposed_by="Начальник отдела",
        imposed_on=today.isoformat(),
    )
    assert sorted(Measure.objects.values_list("kind", flat=True)) == ["check", "examination", "lifting"]
    for measure in Measure.objects.all():
        page = f"/measures/{measure.id}/"
        clerk.do(f"{page}deliver/", way="courier", served_on=today.isoformat(), proof_ref="Талон 7")
        step = "report" if measure.kind == "check" else "outcome"
        words = {"outcome": "done", "replied_on": today.isoformat(), "reply": "Исполнено"}
        clerk.do(f"{page}{step}/", **words)
        assert "Выполнено как требовалось" in clerk.go(page).locator("main").inner_text()
    late = Measure.objects.get(kind="check")
    Measure.objects.filter(id=late.id).update(status="served", due_on=today - timedelta(days=1))
    silence = officer.go(f"/measures/{late.id}/").locator("#silence").inner_text()
    assert "O.8.9" in silence
    assert "представление" in silence
