"""Pages of court work ask at most eight times and name nobody where no reading is journalled."""

from collections.abc import Iterator

import pytest

from qadaga.common import clock
from tests.casework import MONDAY, Town, make_town
from tests.courtwork import make_accused, make_case, make_hearing, make_prosecution, make_review, studied
from tests.web.alarms.test_pages import reads, signed_in


@pytest.fixture
def town(db: None) -> Town:
    return make_town()


@pytest.fixture(autouse=True)
def stopped() -> Iterator[None]:
    with clock.frozen(MONDAY):
        yield


def test_the_pages_ask_at_most_eight_times_and_lists_name_nobody(town: Town) -> None:
    case = make_case(town)
    hearing = make_hearing(town, case)
    prosecution = make_prosecution(town)
    make_accused(town, prosecution)
    review = studied(town, make_review(town))
    client = signed_in(town, "head")
    addresses = (
        *("/courtcases/", f"/courtcases/{case.id}/", f"/courtcases/{prosecution.id}/", "/reviews/"),
        *(f"/reviews/{review.id}/", "/hearings/", f"/hearings/{hearing.id}/", "/hearings/week/"),
    )
    pages = {address: reads(client, address) for address in addresses}
    assert {address: cost for address, (_, cost) in pages.items() if cost > 8} == {}
    assert "Ким" not in pages["/courtcases/"][0]
    assert "Ким Олег" in pages[f"/courtcases/{prosecution.id}/"][0]
    assert "Сапарова" not in pages["/reviews/"][0]
    paper = review.papers.get()
    assert client.get(f"/reviews/{review.id}/papers/{paper.id}/").getvalue().startswith(b"%PDF")
    assert client.get(f"/courtcases/{case.id}/papers/{paper.id}/").status_code == 404
    ics = client.get("/hearings/calendar.ics").content.decode()
    assert "DTSTART:20260907T050000Z" in ics
    assert all(len(line.encode()) <= 75 for line in ics.split("\r\n"))


def test_bad_input_keeps_what_was_typed(town: Town) -> None:
    client = signed_in(town, "head")
    typed = {"kind": "criminal", "court": "Городской суд\x00", "about": "Кража", "erdr": "12"}
    page = client.post("/courtcases/new/", typed)
    assert page.status_code == 422
    assert "Кража" in page.content.decode()
    assert client.get("/hearings/week/?from=нет").status_code == 200
    assert client.get("/hearings/week/?from=0001-01-01").status_code == 200
