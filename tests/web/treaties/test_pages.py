"""Every page of the direction asks at most eight times, and the lists name nobody."""

from collections.abc import Iterator

import pytest

from qadaga.common import clock
from tests.casework import MONDAY
from tests.treaties_world import Centre, delegate, make_centre, make_draft, make_request, make_treaty, passed
from tests.web.alarms.test_pages import reads, signed_in


@pytest.fixture
def centre(db: None) -> Centre:
    return make_centre()


@pytest.fixture(autouse=True)
def stopped() -> Iterator[None]:
    with clock.frozen(MONDAY):
        yield


def test_the_pages_ask_at_most_eight_times_and_the_lists_name_nobody(centre: Centre) -> None:
    treaty, draft = make_treaty(centre), make_draft(centre)
    row = make_request(centre, treaty_id=treaty.id)
    delegate(centre, centre.town.district)
    part = passed(centre, row, centre.town.district)
    above, below = signed_in(centre, "general"), signed_in(centre.town, "head")
    addresses = (
        *("/treaty-requests/", f"/treaty-requests/{row.id}/", f"/treaty-requests/{row.id}/pass/"),
        *("/treaties/", f"/treaties/{treaty.id}/", f"/treaties/{draft.id}/", "/treaties/draft/"),
    )
    pages = {address: reads(above, address) for address in addresses}
    mine = ("/treaty-parts/", f"/treaty-parts/{part.id}/", f"/treaty-parts/{part.id}/complete/")
    pages |= {address: reads(below, address) for address in (*mine, "/treaty-checks/new/")}
    assert {address: cost for address, (_, cost) in pages.items() if cost > 8} == {}
    assert "Рахимов" not in pages["/treaty-requests/"][0] + pages["/treaty-parts/"][0]
    assert "Рахимов" in pages[f"/treaty-parts/{part.id}/"][0]
