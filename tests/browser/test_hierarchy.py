"""A higher office decides on a lower one's act, and the lower one knows (L.1.2)."""

import pytest

from qadaga.acts.above.models import Decision
from qadaga.acts.models import Act
from qadaga.common import clock
from tests.browser.conftest import NewPage
from tests.browser.test_thread import seats
from tests.casework import Town, assigned_matter, make_town, served_protest


@pytest.fixture
def town(transactional_db: None) -> Town:
    return make_town()


@pytest.mark.clause("L.1.2")
def test_a_region_suspends_and_cancels_a_protest_of_its_district(town: Town, new_page: NewPage) -> None:
    today = clock.today()
    act = served_protest(town, assigned_matter(town, on=today), on=today)
    seat = seats(town, new_page, "kk", 1440)
    region, head = seat("region_head"), seat("head")
    card = f"/acts/{act.id}"
    assert "L.1.2" in head.refused(f"{card}/cancel-lower/")
    said = {"ground": "lower_act_unlawful", "reasons": "Наразылықтың негізі жоқ", "norm": "31-бап"}
    region.do(f"{card}/suspend-lower/", scope="whole", **said)
    act.refresh_from_db()
    assert (act.status, act.due_on) == ("suspended", None)
    assert act.heading in region.go("/").locator("main").inner_text()
    day = head.go("/").locator("main")
    assert "Жоғары тұрған біздің актілер туралы шешті" in day.inner_text()
    head.do(f"{card}/note-above/")
    region.do(f"{card}/cancel-lower/", **said)
    shown = head.go(f"{card}/").locator("main").inner_text()
    assert Decision.objects.get(kind="cancel").resolution.number_text in shown
    head.do(f"{card}/tell-above/", told_on=today.isoformat(), way="post")
    assert Act.objects.get().status == "cancelled"
