"""Every page that a demonstration person can reach by links: it opens, is accessible and fits the window."""

from collections import deque
from collections.abc import Iterator
from urllib.parse import urlsplit

import pytest
from django.core.management import call_command
from django.urls import Resolver404, resolve
from playwright.sync_api import Page

from qadaga.accounts.models import User
from qadaga.config.demo.cast import PASSWORD
from tests.browser.conftest import NewPage, assert_accessible, sign_in

pytestmark = [pytest.mark.browser, pytest.mark.slow, pytest.mark.django_db(transaction=True)]

# These answer with a file or a part of a page; what they answer is proven elsewhere.
NOT_PAGES = ("health", "api", "static")
# Wide light pages and narrow dark ones; the second of each pair is judged where the first did not come.
LOOKS = [
    [("burabay.head", "ru", "light", 1440), ("burabay.assistant", "kk", "light", 1440)],
    [("burabay.clerk", "kk", "dark", 360), ("akmola.head", "ru", "dark", 360)],
]
# Where to begin besides the first page: the gallery has no link to it.
STARTS = ["/", "/gallery/"]


@pytest.mark.parametrize("looks", LOOKS, ids=["wide", "narrow"])
def test_every_page_is_accessible(new_page: NewPage, looks: list[tuple[str, str, str, int]]) -> None:
    call_command("load", "structure", verbosity=0)
    call_command("load", "demo", verbosity=0)
    problems: list[str] = []
    known: set[str] = set()
    for username, language, scheme, width in looks:
        User.objects.filter(username=username).update(language=language)
        page = new_page(width=width, scheme=scheme)
        sign_in(page, username, PASSWORD)
        known |= _walk(page, problems, known)
    assert len(known) > 25, sorted(known)
    assert not problems, "\n".join(problems)


def _walk(page: Page, problems: list[str], known: set[str]) -> set[str]:
    """Look at one page of each view that links lead to and that is not known; returns the views' names."""
    seen: set[str] = set()
    queue = deque(STARTS)
    while queue:
        address = queue.popleft()
        name = _view(address)
        if name is None or name in seen:
            continue
        seen.add(name)
        problems += _look(page, address, judge=name not in known)
        queue.extend(_links(page))
    return seen


def _view(address: str) -> str | None:
    """The name of the view behind an address of ours, None for what is not a page."""
    path = urlsplit(address).path
    if path.strip("/").split("/")[0] in NOT_PAGES:
        return None
    try:
        return resolve(path).view_name
    except Resolver404:
        return None


def _look(page: Page, address: str, *, judge: bool) -> Iterator[str]:
    # Asked for without opening it first: a file would be a download and no page.
    answer = page.request.get(address)
    if answer.status >= 400:
        yield f"{address}: {answer.status}"
    elif "text/html" in answer.headers.get("content-type", ""):
        page.goto(address)
        page.wait_for_load_state()
        if not judge:
            return
        try:
            assert_accessible(page)
        except AssertionError as error:
            yield str(error)


def _links(page: Page) -> list[str]:
    found: list[str] = page.eval_on_selector_all(
        "a[href^='/']", "all => all.map(a => a.getAttribute('href'))"
    )
    return found
