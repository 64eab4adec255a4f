"""Every page that a demonstration person can reach by links: it opens, is accessible and fits the window."""

import re
from collections import deque
from collections.abc import Iterator
from html import unescape
from urllib.parse import urlsplit

import pytest
from django.core.management import call_command
from django.urls import Resolver404, resolve
from playwright.sync_api import APIResponse, Error, Page, Response

from qadaga.accounts.models import User
from tests.browser.conftest import NewPage, assert_accessible, enter

pytestmark = [pytest.mark.browser, pytest.mark.slow, pytest.mark.django_db(transaction=True)]

# These answer with a file or a part of a page; what they answer is proven elsewhere.
NOT_PAGES = ("health", "api", "static")
# The next is judged on the pages where none before them came.
PEOPLE = [("burabay.head", "ru"), ("burabay.clerk", "kk"), ("burabay.assistant", "kk"), ("akmola.head", "ru")]
# Each page is judged wide and light, then narrow and dark, without being loaded anew.
LOOKS = [("light", {"width": 1440, "height": 900}), ("dark", {"width": 360, "height": 900})]
# Where to begin besides the first page: the gallery has no link to it.
STARTS = ["/", "/gallery/"]
LINK = re.compile(r'<a\b[^>]*?\bhref="(/[^"]*)"')


def test_every_page_is_accessible(new_page: NewPage) -> None:
    call_command("load", "structure", verbosity=0)
    call_command("load", "demo", verbosity=0)
    problems: list[str] = []
    known: set[str] = set()
    for username, language in PEOPLE:
        User.objects.filter(username=username).update(language=language)
        page = new_page()
        enter(page, username)
        known |= _walk(page, problems, known)
    assert len(known) > 200, sorted(known)
    assert not problems, "\n".join(problems)


def _walk(page: Page, problems: list[str], known: set[str]) -> set[str]:
    """Ask for one page of each view that links lead to; look at those that are not known.

    Returns the views' names.
    """
    seen: set[str] = set()
    queue = deque(STARTS)
    while queue:
        address = queue.popleft()
        name = _view(address)
        if name is None or name in seen:
            continue
        seen.add(name)
        answer = page.request.get(address) if name in known else _opened(page, address)
        if answer.status >= 400:
            problems.append(f"{address}: {answer.status}")
        elif "text/html" in answer.headers.get("content-type", ""):
            queue.extend(unescape(link) for link in LINK.findall(answer.text()))
            if name not in known:
                problems += _look(page, address)
    return seen


def _opened(page: Page, address: str) -> Response | APIResponse:
    """Open the page; a file, which the browser would save, is asked for without opening it."""
    try:
        answer = page.goto(address)
    except Error as error:
        if "Download is starting" not in error.message:
            raise
        return page.request.get(address)
    assert answer is not None
    return answer


def _view(address: str) -> str | None:
    """The name of the view behind an address of ours, None for what is not a page."""
    path = urlsplit(address).path
    if path.strip("/").split("/")[0] in NOT_PAGES:
        return None
    try:
        return resolve(path).view_name
    except Resolver404:
        return None


def _look(page: Page, address: str) -> Iterator[str]:
    """What is wrong with the page that is open."""
    for scheme, size in LOOKS:
        page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]  # a literal for playwright
        page.set_viewport_size(size)  # type: ignore[arg-type]  # its keys too
        try:
            assert_accessible(page)
        except AssertionError as error:
            yield f"{scheme}: {error}"
