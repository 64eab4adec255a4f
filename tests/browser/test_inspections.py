"""An inspection in a real browser, from its ground to its findings, as the people of one office; its card on
a telephone in Kazakh.
"""

from datetime import timedelta
from pathlib import Path

import pytest

from qadaga.common import clock
from qadaga.supervision.inspections.models import Inspection
from tests.browser.conftest import NewPage, assert_accessible
from tests.browser.test_thread import PASSWORD, fill, seats
from tests.casework import PDF, Town, assigned_matter, make_body, make_town


@pytest.fixture
def town(transactional_db: None) -> Town:
    return make_town()


def _hour(hours: int) -> str:
    return (clock.now() + timedelta(hours=hours)).strftime("%Y-%m-%dT%H:%M")


@pytest.mark.clause("O.8.4", "O.8.10", "O.8.d4", "O.8.d5", "O.8.7")
def test_from_the_ground_to_the_findings(town: Town, new_page: NewPage, tmp_path: Path) -> None:
    on, file = clock.today(), tmp_path / "conclusion.pdf"
    file.write_bytes(PDF)
    matter = assigned_matter(town, on=on, body=make_body("Акимат города Семей"))
    seat = seats(town, new_page, "ru", 1440)
    assistant, head, clerk = seat("assistant"), seat("head"), seat("clerk")
    assistant.do(
        f"/matters/{matter.id}/inspect/",
        ground_text="Обращение ЖТ-1",
        norm="Закон «О государственных закупках»",
        scope="Закупки года",
    )
    row = Inspection.objects.get()
    at = f"/inspections/{row.id}"
    assert "O.15" in assistant.refused(f"{at}/sign/")
    head.do(f"{at}/sign/")
    clerk.do(f"{at}/notify/", told_on=on.isoformat(), recipient="Канцелярия", proof="вх. 5")
    midnight = clock.now().replace(hour=0, minute=0)
    assistant.do(
        f"{at}/visit/",
        place="Акимат",
        came_at=midnight.strftime("%Y-%m-%dT%H:%M"),
        left_at=(midnight + timedelta(minutes=1)).strftime("%Y-%m-%dT%H:%M"),
    )
    assistant.do(
        f"{at}/take/",
        what="Журнал договоров",
        pages=40,
        original=True,
        from_whom="Руководитель отдела",
        taken_at=_hour(0),
        kept_where="Сейф № 2",
        return_by=(on + timedelta(days=3)).isoformat(),
    )
    assistant.do(f"{at}/summon/", name="Ким Олег", about="О закупках", place="Каб. 4", called_at=_hour(24))
    assistant.do(f"{at}/explain/", explanation="Конкурс проведён по закону.", signed=True)
    asked = {"why": "Нужны познания", "text": "Завышена ли цена?", "body_name_ru": "Институт экспертиз"}
    assert not assistant.go(f"{at}/examine/").locator("[name=body_name_ru]").is_visible()
    assistant.do(f"{at}/examine/", known_body="", **asked, body_kind="organisation")
    assistant.do(f"{at}/specialist/", name="Омаров А.", organisation="Институт", task="Сверить сметы")
    assistant.do(f"{at}/conclusion/", concluded_on=on.isoformat(), file=file)
    assistant.do(f"{at}/specialist/", name="Ким О.", organisation="Институт", task="Оценить цену")
    assistant.do(f"{at}/findings/", findings="Нарушений не установлено.")
    refused = assistant.refused(f"{at}/finish/")
    assert "O.8.d5" in refused
    assert "O.8.4" in refused
    head.do(f"{at}/waive/", reason="Тяжело болен")
    clerk.do(f"{at}/return/", returned_at=_hour(0), to="Руководитель отдела", receipt="№ 3")
    assistant.do(f"{at}/finish/", outcome="clean")
    page = assistant.go(f"{at}/")
    assert (
        "Возвращён" in page.locator("#documents").inner_text()
        or "Возвращено" in page.locator("#documents").inner_text()
    )
    assert row.norm in assistant.go(f"/matters/{matter.id}/").locator("#inspections").inner_text()
    row.refresh_from_db()
    assert (row.status, row.outcome) == ("closed", "clean")
    _on_a_telephone(town, new_page, row)


def _on_a_telephone(town: Town, new_page: NewPage, row: Inspection) -> None:
    page = new_page(width=360)
    user = town.head.person.user
    assert user is not None
    user.language = "kk"
    user.save(update_fields=["language"])
    page.goto("/accounts/login/")
    page.locator("input[name=login]").fill("head")
    page.locator("input[name=password]").fill(PASSWORD)
    page.locator("main button[type=submit].btn-primary").click()
    page.wait_for_load_state()
    page.goto(f"/inspections/{row.id}/")
    assert_accessible(page)
    assert "Тексерілетін субъект" in page.locator("#summary").inner_text()


@pytest.mark.clause("O.8.d4", "L.1.9")
def test_whoever_begins_second_is_told_of_the_first(town: Town, new_page: NewPage) -> None:
    on, body = clock.today(), make_body("Акимат города Семей")
    first = assigned_matter(town, on=on, body=body)
    head = seats(town, new_page, "ru", 1440)("head")
    words = {"ground_text": "Обращение", "norm": "Закон", "scope": "Закупки"}
    head.do(f"/matters/{first.id}/inspect/", **words)
    head.do(f"/inspections/{Inspection.objects.get().id}/sign/")
    second = assigned_matter(town, on=on, body=body)
    page = head.go(f"/matters/{second.id}/inspect/")
    assert "ТК-dis-" in page.locator("#overlaps").inner_text()
    for name, value in words.items():
        fill(page, name, value)
    page.locator("#step-form button.btn-primary[type=submit]").click()
    page.wait_for_load_state()
    draft = Inspection.objects.get(status="draft")
    page = head.go(f"/inspections/{draft.id}/sign/")
    page.locator("#step-form button.btn-primary[type=submit]").click()
    page.wait_for_load_state()
    assert_accessible(page)
    assert "ТК-dis-" in page.locator("[data-error-summary]").inner_text()
