"""A report of a quarter from its draft to the signature and a correction after it, in a real browser."""

from datetime import timedelta

import pytest

from qadaga.common import clock
from qadaga.reports.models import Report
from qadaga.reports.periods import beginning, later
from tests.browser.conftest import NewPage, assert_accessible
from tests.browser.seating import told
from tests.browser.test_thread import seats
from tests.casework import add_violation, assigned_matter, make_town

pytestmark = pytest.mark.clause("O.12", "O.15", "L.1.3")


def test_a_report_is_drafted_looked_into_signed_and_corrected(
    transactional_db: None, new_page: NewPage
) -> None:
    town = make_town()
    first = later(beginning(3, clock.today()), -3)
    day = first + timedelta(days=40)
    matter = assigned_matter(town, on=day)
    add_violation(town, matter, on=day)
    assistant = seats(town, new_page, "kk", 360)("assistant")
    assert "2026" in told(
        assistant, "/reports/new/", period="half", starts_on=(first + timedelta(5)).isoformat()
    )
    assistant.do("/reports/new/", period="quarter", starts_on=first.isoformat())
    report = Report.objects.get()
    card = f"/reports/{report.id}/"
    assistant.refused(f"{card}sign/")
    head = seats(town, new_page, "ru", 1440)("head")
    page = head.go(card)
    page.locator("#results a[href*='figures/violations_found/']").first.click()
    page.wait_for_load_state()
    assert page.locator("#rows tbody tr").count() == 1
    assert_accessible(page)
    page.locator("#rows tbody a").click()
    page.wait_for_load_state()
    assert page.url.endswith(f"/matters/{matter.id}/")
    head.go(f"{card}by/officer/results/")
    head.do(f"{card}sign/")
    assert "ЕС-dis-" in head.go(card).locator("h1").inner_text()
    add_violation(town, matter, on=day)
    page = head.go(card)
    page.locator(f"main a[href='{card}corrections/']").first.click()
    page.wait_for_load_state()
    assert page.locator("#corrections tbody tr").count() == 1
    assert_accessible(page)
    assert "1" in head.go(card).locator("#results tbody tr").first.inner_text()
