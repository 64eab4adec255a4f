"""A bailiff is checked, the writ goes to a state one by one act with two receipts, the money is counted."""

from datetime import timedelta

import pytest

from qadaga.common import clock
from qadaga.matters.models import Recovery
from qadaga.supervision.enforcement import services
from qadaga.supervision.enforcement.models import Bailiff, Writ
from tests.browser.conftest import NewPage
from tests.browser.test_thread import seats
from tests.casework import Town, assigned_matter, make_town, signed_protest
from tests.enforcement import licensed

pytestmark = pytest.mark.clause("L.3.5")


@pytest.fixture
def town(transactional_db: None) -> Town:
    return make_town()


def test_from_the_writ_to_the_recovered_sum(town: Town, new_page: NewPage) -> None:
    on = clock.today()
    matter = assigned_matter(town, on=on, direction="enforcement", kind="own_initiative", title="О взыскании")
    act, today = signed_protest(town, matter, on=on), on.isoformat()
    for kind, name in (("private", "Ахметов Серик"), ("state", "Серікова Айгүл")):
        services.enter(licensed=licensed(kind, name=name), by=town.actor("clerk", on), on=on)
    private, state = Bailiff.objects.get(kind="private"), Bailiff.objects.get(kind="state")
    seat = seats(town, new_page, "ru", 1440)
    clerk, head = seat("clerk"), seat("head")
    assistant = seats(town, new_page, "kk", 360)("assistant")
    fields = {
        **{"number": "ИЛ-1", "issuer": "Городской суд", "issued_on": "2026-06-01", "case_number": "ИП-1"},
        **{"opened_on": "2026-06-02", "claimant": "Ким Анна", "debtor": "Пак Игорь", "kato": "101000000"},
        **{"demand": "Алименты", "sum": "500 000", "bailiff": private.id},
    }
    clerk.do("/writs/new/", **fields)
    writ = Writ.objects.get()
    at = f"/writs/{writ.id}"
    head.do(f"{at}/assign/", officer=town.assistant.id)
    assistant.do(f"{at}/check/", ground="appeal", about="money")
    until = (on + timedelta(days=40)).isoformat()
    assistant.do(f"{at}/ask/", until=until, ground="awaiting_documents", reason="Бағалау күтілуде")
    assert "L.1.2" in head.refused(f"{at}/prolong/")
    above = seat("region_head")
    assert "ИЛ-1" in above.go("/").locator("main").inner_text()
    above.do(f"{at}/prolong/", agree="yes", decision="Обоснованно")
    assert "Обоснованно" in assistant.go(f"{at}/").locator("#prolongations").inner_text()
    assistant.do(f"{at}/finish/", outcome="violated", findings="Ақша аударылмаған", told_how="Анықтамамен")
    assistant.do(f"{at}/violation/", norm="9-бап", matter=matter.id)
    assert "O.14.1" in assistant.refused(f"{at}/withdraw/")
    head.do(f"{at}/withdraw/", to_bailiff=state.id, norm="Статья 148", reasons="Бездействие")
    receipts = {"taken_no": "1", "taken_on": today, "given_no": "2", "given_on": today}
    head.do(f"{at}/receipts/", **receipts, told_how="Письмом")
    assert "L.3.5" in head.refused(f"{at}/withdraw/")
    assistant.do(f"{at}/recovered/", sum="120 000", recovered_on=today, act=act.id)
    writ.refresh_from_db()
    assert (writ.status, Recovery.objects.get().tiyn) == ("with_state", 12_000_000)
    card = head.go(f"{at}/").locator("#transfer").inner_text()
    assert "№ 1" in card
    assert "№ 2" in card
    assert "Ким" not in head.go("/writs/").locator("main").inner_text()
