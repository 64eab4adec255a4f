"""The law in a real browser: a newcomer finds the six answers and asks who may do what, with the clauses."""

import re
from urllib.parse import urlencode

import pytest
from playwright.sync_api import Page

from qadaga.accounts.models import User
from tests.browser.conftest import NewPage, assert_accessible, sign_in
from tests.casework import Town, make_town

PASSWORD = "korshau-bereke-2026"


@pytest.fixture
def newcomer(transactional_db: None, new_page: NewPage) -> Page:
    """An assistant of a district office, signed in, on a desk's screen in Russian."""
    return _seat(make_town(), new_page, "ru", 1440)


def _seat(town: Town, new_page: NewPage, language: str, width: int) -> Page:
    user = User.objects.create_user("newcomer", PASSWORD, language=language)
    town.assistant.person.user = user
    town.assistant.person.save(update_fields=["user"])
    page = new_page(width=width)
    sign_in(page, "newcomer", PASSWORD)
    return page


def go(page: Page, path: str, **query: str) -> str:
    """Open a page; it must be accessible. What its main part says."""
    answer = page.goto(f"{path}?{urlencode(query)}" if query else path)
    assert answer is not None
    assert answer.status == 200, f"{path}: {answer.status}"
    assert_accessible(page)
    return page.locator("main").inner_text()


@pytest.mark.clause("L.Q1", "L.Q2", "L.Q3", "L.Q4", "L.Q5", "L.Q6", "O.2")
@pytest.mark.parametrize(("language", "width"), [("ru", 1440), ("kk", 360)])
def test_a_newcomer_finds_the_six_answers_and_the_clauses_under_them(
    transactional_db: None, new_page: NewPage, language: str, width: int
) -> None:
    page = _seat(make_town(), new_page, language, width)
    go(page, "/law/")
    links = page.locator("main a[href*='/law/questions/']")
    questions = [str(link.get_attribute("href")) for link in links.all()]
    assert len(set(questions)) == 6
    asked = set()
    for address in sorted(set(questions)):
        said = go(page, address)
        asked |= set(re.findall(r"L\.Q\d", said))
        clauses = page.locator("main a[href*='/law/provisions/']")
        assert clauses.count() > 1, address
    assert asked == {f"L.Q{n}" for n in range(1, 7)}
    # A norm is shown by the edition of the day asked about.
    said = go(page, "/law/provisions/O.15/", on="2026-11-23")
    assert "O.15" in said
    assert "03.11.2017" in said


@pytest.mark.clause("O.9", "O.14.2", "O.15", "L.2.1", "L.2.3")
def test_who_may_sign_is_asked_and_answered_with_the_clauses(newcomer: Page) -> None:
    ask = {"power": "act.sign", "post": "deputy_district", "kind": "district", "about": "act"}
    refused = go(newcomer, "/law/may/", **ask)
    assert "O.15" in refused
    assert "Не разрешено" in refused
    allowed = go(newcomer, "/law/may/", **ask, acting="on")
    assert "Не разрешено" not in allowed
    present = go(newcomer, "/law/may/", **ask, acting="on", mark="head_present")
    assert "O.14.2" in present
    sphere = {"power": "act.sign", "post": "district_prosecutor", "kind": "garrison", "sphere": "transport"}
    assert "L.2.3" in go(newcomer, "/law/may/", **sphere)
    assert "02.11.2017" in go(newcomer, "/law/may/", **ask, on="2017-11-02")


@pytest.mark.clause("O.9", "O.11", "O.14.1", "O.14.2", "O.15")
def test_a_deputy_asks_of_the_own_post_on_a_telephone_in_kazakh(
    transactional_db: None, new_page: NewPage
) -> None:
    town = make_town()
    user = User.objects.create_user("deputy", PASSWORD, language="kk")
    town.deputy.person.user = user
    town.deputy.person.save(update_fields=["user"])
    page = new_page(width=360)
    sign_in(page, "deputy", PASSWORD)
    # Whoever asks about nothing in particular asks whether they themselves may sign.
    own = go(page, "/law/may/")
    assert "O.15" in own
    assert page.locator("select[name=post]").input_value() == "deputy_district"
    refused = page.locator(".q-ruling").first.inner_text()
    replacing = go(page, "/law/may/", power="act.sign", post="deputy_district", office="dis", acting="on")
    assert "O.14.2" in replacing
    assert page.locator(".q-ruling").first.inner_text() != refused
    for address in ("/law/may/", "/law/powers/act.sign/"):
        go(page, address)
        assert page.evaluate("document.documentElement.scrollWidth") <= 360
    wrong = page.goto("/law/may/?power=act.sign&on=never")
    assert wrong is not None
    assert wrong.status == 422
