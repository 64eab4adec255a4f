"""The frame in a real browser: accessible in each language, brightness and width; keyboard; no flash."""

import pytest
from playwright.sync_api import expect

from qadaga.accounts.models import User
from tests.browser.conftest import NewPage, assert_accessible, sign_in
from tests.web.conftest import PASSWORD, make_hat, make_office

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

PAGES = ["/account/", "/account/hat/", "/account/tokens/", "/gallery/", "/help/", "/help/clerk/", "/nothing/"]
SAFETY = ["/accounts/password/change/", "/accounts/2fa/", "/accounts/sessions/", "/accounts/logout/"]


@pytest.fixture
def inkar() -> User:
    """A person with one appointment."""
    user = User.objects.create_user("inkar", PASSWORD)
    make_hat(user, make_office("gpo"))
    return user


@pytest.mark.parametrize(
    ("language", "scheme", "width"), [("ru", "light", 1440), ("kk", "dark", 360), ("en", "light", 360)]
)
def test_every_page_of_the_shell_is_accessible(
    new_page: NewPage, inkar: User, language: str, scheme: str, width: int
) -> None:
    User.objects.update(language=language)
    page = new_page(width=width, scheme=scheme)
    page.goto("/accounts/login/")
    assert_accessible(page)
    sign_in(page, "inkar", PASSWORD)
    for address in PAGES + SAFETY:
        page.goto(address)
        expect(page.locator("html")).to_have_attribute("lang", language)
        expect(page.locator("html")).to_have_attribute("data-bs-theme", scheme)
        assert_accessible(page)


def test_the_keyboard_alone_is_enough(new_page: NewPage, inkar: User) -> None:
    page = new_page()
    page.goto("/accounts/login/")
    page.keyboard.press("Tab")
    expect(page.locator(".q-skip")).to_be_focused()
    page.locator("input[name=login]").focus()
    page.keyboard.type("inkar")
    page.keyboard.press("Tab")
    page.keyboard.type(PASSWORD)
    page.keyboard.press("Enter")
    page.wait_for_selector("#q-sidebar")
    page.goto("/gallery/")
    page.keyboard.press("/")
    expect(page.locator("#q-search")).to_be_focused()
    page.locator(".q-usermenu summary").focus()
    page.keyboard.press("Enter")
    expect(page.locator(".q-usermenu .q-menu-panel")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator(".q-usermenu .q-menu-panel")).to_be_hidden()
    expect(page.locator(".q-usermenu summary")).to_be_focused()
    page.locator("[data-dialog-open=sample-dialog]").first.focus()
    page.keyboard.press("Enter")
    expect(page.locator("#sample-dialog")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator("#sample-dialog")).to_be_hidden()


def test_the_brightness_is_switched_and_kept(new_page: NewPage, inkar: User) -> None:
    page = new_page(scheme="light")
    sign_in(page, "inkar", PASSWORD)
    page.goto("/account/")
    with page.expect_response("**/account/theme/"):
        page.locator("[data-theme-toggle]").click()
    expect(page.locator("html")).to_have_attribute("data-bs-theme", "dark")
    page.reload()
    expect(page.locator("html")).to_have_attribute("data-bs-theme", "dark")
    assert User.objects.get().theme == "dark"


def test_errors_take_the_focus_and_lead_to_their_fields(new_page: NewPage, inkar: User) -> None:
    page = new_page()
    sign_in(page, "inkar", PASSWORD)
    page.goto("/account/tokens/")
    page.locator("#id_expires_at").fill("")
    page.locator("form.q-form button[type=submit]").click()
    expect(page.locator("[data-error-summary]")).to_be_focused()
    page.locator("[data-error-summary] a").first.click()
    expect(page.locator("#id_name")).to_be_focused()
    assert_accessible(page)


def test_on_a_telephone_the_menu_opens(new_page: NewPage, inkar: User) -> None:
    page = new_page(width=360, height=740)
    sign_in(page, "inkar", PASSWORD)
    page.goto("/account/")
    expect(page.locator("#q-sidebar")).to_be_hidden()
    page.locator("[data-nav-toggle]").click()
    expect(page.locator("#q-sidebar")).to_be_visible()
    assert_accessible(page)


def test_the_menu_is_there_without_scripts(new_page: NewPage, inkar: User) -> None:
    page = new_page(width=360, java_script_enabled=False)
    sign_in(page, "inkar", PASSWORD)
    page.goto("/account/")
    expect(page.locator("#q-sidebar")).to_be_visible()
