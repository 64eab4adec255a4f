"""A photograph or file stands with the point it shows: added once, of an answered point, read by who may."""

from collections.abc import Iterator
from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from qadaga.common import clock
from qadaga.common.errors import Conflict, InvalidInput
from qadaga.documents.models import StoredFile
from qadaga.documents.services import store
from qadaga.supervision.custody import services
from qadaga.supervision.custody.models import Evidence, Visit
from tests.casework import MONDAY, Town, make_town
from tests.custody import TEN, begun_visit, make_place, planned_visit
from tests.web.alarms.test_pages import signed_in

PNG = b"\x89PNG\r\n\x1a\n" + b"\x00" * 32


@pytest.fixture
def town(db: None) -> Town:
    return make_town()


@pytest.fixture(autouse=True)
def stopped() -> Iterator[None]:
    with clock.frozen(TEN):
        yield


def picture(content: bytes = PNG) -> StoredFile:
    return store(BytesIO(content), "cell.png", by=None)


def show(town: Town, visit: Visit, file: StoredFile, item: str = "food") -> Evidence:
    given = {"visit_id": visit.id, "item": item, "file": file, "title": "Пустой стол"}
    return services.show(**given, by=town.actor("assistant"), on=MONDAY)  # type: ignore[arg-type]  # as show has them


def answered(town: Town) -> Visit:
    visit = begun_visit(town, make_place(town))
    food = {"food": services.Answered("not_held", "Ужина нет")}
    return services.fill(visit_id=visit.id, version=2, answers=food, by=town.actor("assistant"), on=MONDAY)


def test_a_file_is_added_once_to_an_answered_point_of_a_visit_that_was_begun(town: Town) -> None:
    planned = planned_visit(town, make_place(town, name_ru="Второй изолятор"))
    with pytest.raises(Conflict):
        show(town, planned, picture())
    visit = answered(town)
    made = show(town, visit, picture())
    assert (made.sha256, made.added_by, made.added_at) == (made.file.sha256, town.assistant, TEN)
    with pytest.raises(InvalidInput) as twice:
        show(town, visit, picture())
    assert [fault.field for fault in twice.value.fields] == ["file"]
    with pytest.raises(InvalidInput) as silent:
        show(town, visit, picture(PNG + b"1"), "space")
    assert [fault.field for fault in silent.value.fields] == ["item"]


def test_the_card_shows_the_file_and_the_paper_is_made(town: Town) -> None:
    visit = answered(town)
    client = signed_in(town, "assistant")
    page = f"/visits/{visit.id}/evidence/"
    sent = {"item": "food", "title": "Пустой стол"}
    hostile = SimpleUploadedFile("cell.png", b"<html><script>alert(1)</script>" + b"\x00" * 9)
    assert client.post(page, {**sent, "file": hostile}).status_code == 422
    assert not Evidence.objects.exists()
    done = client.post(page, {**sent, "file": SimpleUploadedFile("cell.png", PNG)})
    assert (done.status_code, done["Location"]) == (302, f"/visits/{visit.id}/")
    made = Evidence.objects.get()
    file = f"/visits/{visit.id}/files/{made.file_id}/"
    card = client.get(f"/visits/{visit.id}/").content.decode()
    assert f'href="{file}"' in card
    assert client.get(file).getvalue() == PNG
    assert client.get(f"/visits/{visit.id}/list.pdf").content.startswith(b"%PDF")
    assert signed_in(town, "neighbour").get(file).status_code == 404
    assert signed_in(town, "clerk").get(file).status_code == 403
