"""Every page of the direction asks at most eight times, and shows no name where no reading is journalled."""

from collections.abc import Iterator

import pytest

from qadaga.common import clock
from tests.casework import MONDAY, Town, make_town
from tests.custody import begun_visit, make_held, make_place, resolved
from tests.web.alarms.test_pages import reads, signed_in


@pytest.fixture
def town(db: None) -> Town:
    return make_town()


@pytest.fixture(autouse=True)
def stopped() -> Iterator[None]:
    with clock.frozen(MONDAY):
        yield


def test_the_pages_ask_at_most_eight_times_and_the_list_names_nobody(town: Town) -> None:
    place = make_place(town)
    visit = begun_visit(town, place)
    held = [make_held(town, place, name=f"Ким {number}") for number in range(3)]
    resolved(town, held[0])
    client = signed_in(town, "head")
    addresses = ("/places/", f"/places/{place.id}/", "/visits/", f"/visits/{visit.id}/", "/held/")
    pages = {address: reads(client, address) for address in (*addresses, f"/held/{held[0].id}/")}
    assert {address: cost for address, (_, cost) in pages.items() if cost > 8} == {}
    assert "Ким" not in pages["/held/"][0]
    assert "Ким 0" in pages[f"/held/{held[0].id}/"][0]
    assert client.get(f"/held/{held[0].id}/resolution.pdf").getvalue().startswith(b"%PDF")
