"""Every page of the direction asks at most eight times, and the list names no party."""

from collections.abc import Iterator

import pytest

from qadaga.common import clock
from tests.casework import MONDAY, Town, make_town
from tests.enforcement import enforcement_matter, make_bailiff, make_writ, withdrawn
from tests.web.alarms.test_pages import reads, signed_in


@pytest.fixture
def town(db: None) -> Town:
    return make_town()


@pytest.fixture(autouse=True)
def stopped() -> Iterator[None]:
    with clock.frozen(MONDAY):
        yield


def test_the_pages_ask_at_most_eight_times_and_the_list_names_no_party(town: Town) -> None:
    state = make_bailiff(town, "state", name="Серікова Айгүл")
    writ = make_writ(town, matter_id=enforcement_matter(town).id)
    writ = withdrawn(town, writ, state)
    other = make_writ(town, writ.bailiff, number="ИЛ-2")
    client = signed_in(town, "head")
    addresses = (
        *("/writs/", f"/writs/{writ.id}/", f"/writs/{writ.id}/receipts/", "/writs/new/"),
        *(f"/writs/{other.id}/withdraw/", f"/writs/{other.id}/correct/", f"/writs/{other.id}/recovered/"),
        *("/bailiffs/", f"/bailiffs/{state.id}/", f"/bailiffs/{state.id}/correct/", "/bailiffs/new/"),
    )
    pages = {address: reads(client, address) for address in addresses}
    assert {address: cost for address, (_, cost) in pages.items() if cost > 8} == {}
    assert "Ким" not in pages["/writs/"][0]
    assert "Ким" in pages[f"/writs/{writ.id}/"][0]
    assert client.get(f"/writs/{writ.id}/resolution.pdf").getvalue().startswith(b"%PDF")
