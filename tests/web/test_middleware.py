"""Language and privacy of every page."""

import pytest
from django.test import Client

from qadaga.accounts.models import User


@pytest.mark.parametrize("language", ["ru", "kk", "en"])
def test_a_page_speaks_the_persons_language_whatever_the_browser_asks(
    staff: Client, user: User, language: str
) -> None:
    User.objects.filter(pk=user.pk).update(language=language)
    page = staff.get("/help/", headers={"Accept-Language": "de"})
    assert page["Content-Language"] == language
    assert f'<html lang="{language}"' in page.text


def test_before_sign_in_this_browser_s_choice_holds(client: Client, db: None) -> None:
    assert '<html lang="ru"' in client.get("/accounts/login/", headers={"Accept-Language": "en"}).text
    client.post("/account/language/", {"language": "kk"})
    assert '<html lang="kk"' in client.get("/accounts/login/").text


def test_nonsense_in_the_cookie_is_russian(client: Client, db: None) -> None:
    client.cookies["django_language"] = "x" * 1000
    client.cookies["theme"] = "pink"
    page = client.get("/accounts/login/").text
    assert '<html lang="ru"' in page
    assert 'data-theme-choice="auto"' in page


def test_no_browser_keeps_what_a_person_saw(staff: Client) -> None:
    assert staff.get("/help/")["Cache-Control"] == "private, no-store"
    assert "HX-Request" in staff.get("/help/")["Vary"]
    staff.post("/accounts/logout/")
    assert "no-store" in staff.get("/accounts/login/")["Cache-Control"]
