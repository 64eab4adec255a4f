"""Gives holders of posts a browser of their own, signed in: people of any office, not of one town only."""

from qadaga.accounts.models import User
from qadaga.staff.models import Appointment
from tests.browser.conftest import NewPage, enter
from tests.browser.test_thread import PASSWORD, Person, fill


def seated(
    new_page: NewPage, held: Appointment, username: str, language: str = "ru", width: int = 1440
) -> Person:
    """The holder of the post at a browser."""
    held.person.user = User.objects.create_user(username, PASSWORD, language=language)
    held.person.save(update_fields=["user"])
    page = new_page(width=width)
    enter(page, username)
    return Person(page)


def shown(person: Person, path: str) -> str:
    """What the page says; it must open and be accessible."""
    return person.go(path).locator("main").inner_text()


def told(person: Person, path: str, **fields: object) -> str:
    """Fill in a form that is refused; what stands over it, or the page of the refusal."""
    page = person.go(path)
    for name, value in fields.items():
        fill(page, name, value)
    page.locator("main form:has(input[name=submission]) button.btn-primary[type=submit]").click()
    page.wait_for_load_state()
    summary = page.locator("[data-error-summary]")
    return (summary if summary.count() else page.locator("main")).inner_text()
