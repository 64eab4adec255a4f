"""A request from abroad: translated papers, a part passed down by an order, the answer; a draft, a check."""

from pathlib import Path

import pytest

from qadaga.common import clock
from qadaga.treaties.models import Part, Request, TreatyCheck
from tests.browser.conftest import NewPage
from tests.browser.test_thread import Person, seat_of, seats
from tests.casework import PDF
from tests.treaties_world import Centre, delegate, make_centre, make_draft, make_treaty

pytestmark = pytest.mark.clause("L.3.7")


@pytest.fixture
def centre(transactional_db: None) -> Centre:
    return make_centre()


def test_a_request_from_abroad_to_its_answer(centre: Centre, new_page: NewPage, tmp_path: Path) -> None:
    on = clock.today()
    make_treaty(centre)
    draft = make_draft(centre, on=on)
    delegate(centre, centre.town.district, on=on)
    files = [tmp_path / "uz.pdf", tmp_path / "ru.pdf"]
    for number, file in enumerate(files):
        file.write_bytes(PDF + b"\n" * number)

    def above(name: str) -> Person:
        return seat_of(getattr(centre, name), name, new_page, "ru", 1440)

    general, prosecutor = above("general"), above("prosecutor")
    head = seats(centre.town, new_page, "kk", 360)("head")
    fields = {"way": "incoming", "kind": "procedural_request", "country": "Узбекистан"}
    prosecutor.do(
        "/treaty-requests/new/",
        **fields,
        person="Рахимов А.",
        foreign_body="Генпрокуратура",
        foreign_no="15",
        asked="Допросить",
    )
    row = Request.objects.get()
    at = f"/treaty-requests/{row.id}"
    prosecutor.do(f"{at}/paper/", file=files[0], title="Поручение", language="uz")
    original, translated = row.papers.get(), {"translated_on": on.isoformat(), "certified_on": on.isoformat()}
    prosecutor.do(
        f"{at}/paper/",
        **{"file": files[1], "title": "Перевод", "language": "ru", "original": original.id},
        **{**translated, "translator": "Юсупова Л.", "certified_by": "Нотариус"},
    )
    assert "O.14.1" in prosecutor.refused(f"{at}/pass/")
    general.do(f"{at}/pass/", office=centre.town.district.id, task="Допросить по месту жительства")
    part = Part.objects.get()
    assert "Рахимов" not in head.refused(f"{at}/")
    assert "Юсупова" in head.go(f"/treaty-parts/{part.id}/").locator("#papers").inner_text()
    head.do(f"/treaty-parts/{part.id}/complete/", outcome="Допрошен, протокол приложен")
    general.do(f"{at}/answer/", answer="Протокол направлен", answer_no="12", answered_on=on.isoformat())
    row.refresh_from_db()
    assert row.status == "answered"
    prosecutor.do(f"/treaties/{draft.id}/position/", position="remarks", position_text="Уточнить статью 5")
    named = {"body_name_ru": "Полиция", "body_name_kk": "Полиция"}
    head.do("/treaty-checks/new/", scope="Мерзімдер", due_on=on.isoformat(), **named)
    check = TreatyCheck.objects.get()
    head.do(f"/treaty-checks/{check.id}/finish/", outcome="kept", findings="Сақталады", told_how="Хатпен")
    assert "Рахимов" not in general.go("/treaty-requests/").locator("main").inner_text()
