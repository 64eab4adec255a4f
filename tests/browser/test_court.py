"""A judicial act is called for, studied and protested; a prosecution goes from the charge to an appeal."""

import pytest

from qadaga.common import clock
from qadaga.court.models import Case, Review
from tests.browser.conftest import NewPage
from tests.browser.test_thread import seats
from tests.casework import Town, make_town
from tests.courtwork import make_prosecution, make_review

pytestmark = pytest.mark.clause("L.3.4", "O.8.3", "O.7.2", "O.7.3", "L.1.12")
WRITTEN = {"norm": "УПК, статья 494", "text": "Доводы прокурора."}


@pytest.fixture
def town(transactional_db: None) -> Town:
    return make_town()


def test_a_verdict_is_called_for_studied_and_protested(town: Town, new_page: NewPage) -> None:
    today = clock.today()
    review = make_review(town, on=today)
    seat = seats(town, new_page, "ru", 1440)
    head, above, at = seat("head"), seat("region_head"), f"/reviews/{review.id}"
    head.do(f"{at}/call/", **WRITTEN)
    head.do(f"{at}/delivered/", way="courier", served_on=today.isoformat(), proof_ref="вх. 7")
    head.do(f"{at}/receive/", received_on=today.isoformat(), volumes="3")
    head.do(f"{at}/study/", findings="Нарушена статья 55.", unlawful=True)
    assert "/protest/" not in head.go(f"{at}/").locator("#actions").inner_html()
    above.do(f"{at}/protest/", **WRITTEN)
    head.do(f"{at}/hearing/", starts_at=f"{today.isoformat()}T10:00", room="зал 4")
    assert "зал 4" in head.go("/hearings/week/").locator("main").inner_text()
    head.do(f"{at}/outcome/", decided_on=today.isoformat(), summary="Приговор изменён.")
    review = Review.objects.get()
    assert (review.status, review.outcome) == ("decided", "granted")


def test_a_prosecution_goes_from_the_charge_to_the_appeal_on_a_phone(town: Town, new_page: NewPage) -> None:
    today = clock.today()
    case = make_prosecution(town, on=today)
    seat = seats(town, new_page, "kk", 360)
    head, at = seat("head"), f"/courtcases/{case.id}"
    head.do(f"{at}/charge/", name="Ким Олег", iin="850725400331", articles="ҚК, 188-бап", **WRITTEN)
    head.do(f"{at}/transfer/", number="1-90/2026", **WRITTEN)
    head.do(f"{at}/assign/", officer=str(town.assistant.id))
    assistant = seat("assistant")
    assistant.do(f"{at}/support/", position="Кінәлі.")
    person = case.accused.get()
    assistant.do(
        f"{at}/decision/",
        outcome="dismissed",
        decided_on=today.isoformat(),
        summary="Ақталды.",
        **{f"verdict_{person.id}": "acquitted"},
    )
    assistant.do(f"{at}/appeal/", **WRITTEN)
    page = head.go(f"{at}/")
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    assert (Case.objects.get().status, Case.objects.get().instance) == ("in_court", "appeal")
