"""A real Chromium on pages served by a thread of the test, and the check of accessibility."""

import json
import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.contrib.staticfiles.handlers import StaticFilesHandler
from django.db import connections
from django.http import HttpRequest, HttpResponseBase
from django.test import Client
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright
from pytest_django.live_server_helper import LiveServer

from qadaga.accounts.models import User
from tests.browser.faultless import Faultless

AXE = Path(__file__).resolve().parents[2] / "node_modules" / "axe-core" / "axe.min.js"
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
# WCAG 2.2 AA and what it builds on, and the rules of good practice besides.
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
# Playwright keeps an event loop in this thread; Django would refuse the database for that alone.
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Everything in this folder needs a browser."""
    for item in items:
        if Path(item.fspath).is_relative_to(Path(__file__).parent):
            item.add_marker(pytest.mark.browser)
    # The longest first, so that no worker waits for it at the end.
    items.sort(key=lambda item: item.get_closest_marker("slow") is None)


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup: None) -> Iterator[None]:
    """The threads that serve pages share a few connections, as a server's do, instead of one a page."""
    connection = connections["default"]
    options = connection.settings_dict["OPTIONS"]
    connection.close()
    options["pool"] = {"min_size": 1, "max_size": 8, "timeout": 30}
    yield
    connection.close()
    connection.close_pool()  # type: ignore[attr-defined]  # PostgreSQL's own wrapper has it
    del options["pool"]


class _KeptFiles(StaticFilesHandler):
    """Static files that a browser need not ask for again at each page, as a server sends them."""

    def serve(self, request: HttpRequest) -> HttpResponseBase:
        answer = super().serve(request)
        answer["Cache-Control"] = "max-age=3600, immutable"
        return answer


@pytest.fixture(scope="session")
def live_server() -> Iterator[LiveServer]:
    """A server in a thread, whose static files a browser keeps."""
    server = LiveServer("localhost", start=False)
    server.thread.static_handler = _KeptFiles
    server.start()
    yield server
    server.stop()


def program() -> str:
    """Debian's Chromium, that without a window where there is one; CHROMIUM names another."""
    path = os.environ.get("CHROMIUM") or shutil.which("chromium-headless-shell") or shutil.which("chromium")
    assert path, "these tests need Chromium: apt-get install chromium-headless-shell"
    return path


@pytest.fixture(scope="session")
def chromium(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    """A running browser for the tests of this process."""
    if "PYTEST_XDIST_WORKER" in os.environ:  # whose folder stands in that of the run
        FAULTLESS.share(tmp_path_factory.getbasetemp().parent / "faultless")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program(), args=ARGUMENTS)
        yield browser
        browser.close()


NewPage = Callable[..., Page]


@pytest.fixture
def new_page(chromium: Browser, live_server: LiveServer) -> Iterator[NewPage]:
    """Opens pages, each in a browser of its own (cookies apart); fails on any error in their consoles."""
    contexts: list[BrowserContext] = []
    problems: list[str] = []

    def open_page(width: int = 1440, height: int = 900, scheme: str = "light", **options: Any) -> Page:
        context = chromium.new_context(
            viewport={"width": width, "height": height},
            color_scheme=scheme,  # type: ignore[arg-type]  # a literal for playwright
            base_url=live_server.url,
            reduced_motion="reduce",
            **options,
        )
        # The first page of a process reads templates and statements: on a busy machine that takes a while.
        context.set_default_navigation_timeout(90_000)
        contexts.append(context)
        page = context.new_page()
        page.on("pageerror", lambda error: problems.append(f"{page.url}: {error}"))
        page.on("console", lambda message: _note(message, page, problems))
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert not problems, problems


def _note(message: Any, page: Page, problems: list[str]) -> None:
    # A refused answer (404, 422) is an error to the browser too; the tests look at those themselves.
    if message.type == "error" and "Failed to load resource" not in message.text:
        problems.append(f"{page.url}: {message.text}")


def sign_in(page: Page, username: str, password: str) -> None:
    """Sign in through the page, as a person does."""
    page.goto("/accounts/login/")
    page.locator("input[name=login]").fill(username)
    page.locator("input[name=password]").fill(password)
    page.locator("main button[type=submit].btn-primary").click()
    page.wait_for_load_state()


def enter(page: Page, username: str) -> None:
    """Sign somebody in without the page of the sign-in, for walks that are about something else."""
    client = Client()
    client.force_login(User.objects.get(username=username))
    session = {
        "name": settings.SESSION_COOKIE_NAME,
        "value": client.cookies[settings.SESSION_COOKIE_NAME].value,
    }
    page.context.add_cookies([{**session, "domain": "localhost", "path": "/"}])  # type: ignore[list-item]


FAULTLESS = Faultless()
MADE_OF = Path(__file__).with_name("made_of.js").read_text(encoding="utf-8")


def assert_accessible(page: Page) -> None:
    """No violation of WCAG 2.2 AA, nothing wider than the window, and one heading of the first level.

    A page all of whose parts were judged before (see made_of.js), looked at in the same way, is not judged
    again: hundreds of pages are made of the same components, and judging one costs more than loading it.
    """
    wide, parts = page.evaluate(MADE_OF)
    made_of = set(parts.split("\n"))
    if not FAULTLESS.holds(made_of):
        _judge(page)
        FAULTLESS.add(made_of)
    assert wide <= 0, f"{page.url} is {wide} px wider than the window of {page.viewport_size}"


def _judge(page: Page) -> None:
    # Through the debugger: the page's own policy rightly forbids a script from elsewhere.
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE.read_text())
    # Nothing is told of rules that hold, and no style sheet is fetched anew for rules that are not asked.
    asked = {"runOnly": RULES, "resultTypes": ["violations"], "preload": False}
    found = page.evaluate("asked => axe.run(document, asked)", asked)
    told = [
        {"rule": v["id"], "help": v["help"], "where": [n["html"][:200] for n in v["nodes"][:4]],
         "why": v["nodes"][0]["failureSummary"][:300]}
        for v in found["violations"]
    ]  # fmt: skip
    assert not told, f"{page.url}\n" + json.dumps(told, indent=1, ensure_ascii=False)
