"""The applicant is shown the materials of the appeal: asked, decided by the head, shown against a note."""

from dataclasses import replace

import pytest

from qadaga.appeals import services as appeals
from qadaga.appeals.models import MaterialsRequest
from qadaga.common import clock
from tests.browser.conftest import NewPage
from tests.browser.test_thread import seats
from tests.casework import Town, make_town
from tests.intake import ENTRY


@pytest.fixture
def town(transactional_db: None) -> Town:
    return make_town()


@pytest.mark.clause("O.8.d2")
def test_an_applicant_sees_what_may_be_seen_and_knows_what_is_withheld(town: Town, new_page: NewPage) -> None:
    today = clock.today()
    entry = replace(ENTRY, arrived_on=today)
    appeal = appeals.register(entry=entry, by=town.actor("clerk", today), on=today)
    seat = seats(town, new_page, "kk", 1440)
    clerk, head = seat("clerk"), seat("head")
    clerk.do(f"/appeals/{appeal.id}/materials/", what="Тексеру материалдары")
    asked = MaterialsRequest.objects.get()
    row = f"/appeals/{appeal.id}/{asked.id}"
    assert "O." in clerk.refused(f"{row}/materials-decide/")
    withheld = {"withheld": "Үшінші тұлғаның ЖСН-і", "withheld_why": "Жеке өмір құпиясы"}
    head.do(f"{row}/materials-decide/", decision="partly", **withheld)
    clerk.do(f"{row}/materials-show/", note="Танысты, қолы қойылған")
    asked.refresh_from_db()
    assert (asked.state, asked.shown_on) == ("shown", today)
    assert "Жеке өмір құпиясы" in clerk.go(f"/appeals/{appeal.id}/").locator("#materials").inner_text()
