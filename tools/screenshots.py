"""Takes the README's pictures of the real pages from a server that `make run` has started.

`make screenshots` (the server of ADDRESS, 127.0.0.1:8000 unless told) writes docs/screenshots/*.png.
"""

import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from playwright.sync_api import Browser, Page, sync_playwright

from qadaga.config.demo.cast import PASSWORD

ADDRESS = "http://" + os.environ.get("ADDRESS", "127.0.0.1:8000")
OUT = Path(__file__).parents[1] / "docs" / "screenshots"
ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"]


@dataclass(frozen=True, slots=True)
class Shot:
    """One picture: who looks, in which language, how wide and bright, and how they get there."""

    name: str
    user: str
    path: str
    language: str = "ru"
    width: int = 1440
    theme: str = "light"
    open: str = ""


SHOTS = (
    Shot("my-day", "kokshetau.head", "/"),
    Shot("my-day-dark-kk", "kokshetau.head", "/", language="kk", theme="dark"),
    Shot("appeals", "akmola.head", "/appeals/"),
    Shot("register-appeal", "kokshetau.clerk", "/appeals/new/"),
    Shot("appeal", "kokshetau.clerk", "/appeals/", open="tbody tr:nth-child(4) a"),
    Shot("matter", "kokshetau.head", "/matters/?status=in_work", open="tbody tr:nth-child(3) a"),
    Shot("act", "kokshetau.deputy", "/acts/?status=agreement", open="tbody tr:nth-child(1) a"),
    Shot("act-narrow-kk", "kokshetau.head", "/acts/?status=served", "kk", 360, open="tbody tr a"),
    Shot("offices", "gp.prosecutor", "/offices/"),
)


@contextmanager
def signed_in(browser: Browser, shot: Shot) -> Iterator[Page]:
    """A page of the person of the demonstration, in the picture's language and brightness."""
    theme: Literal["dark", "light"] = "dark" if shot.theme == "dark" else "light"
    context = browser.new_context(viewport={"width": shot.width, "height": 900}, color_scheme=theme)
    page = context.new_page()
    page.goto(f"{ADDRESS}/accounts/login/")
    page.fill("input[name=login]", shot.user)
    page.fill("input[name=password]", PASSWORD)
    with page.expect_navigation():
        page.press("input[name=password]", "Enter")
    button = page.locator(f"button[name=language][value={shot.language}]").first
    with page.expect_navigation():
        button.evaluate("button => button.click()")
    yield page
    context.close()


def take(browser: Browser, shot: Shot) -> Path:
    """Take one picture; the file it was written to."""
    with signed_in(browser, shot) as page:
        page.goto(f"{ADDRESS}{shot.path}")
        if shot.open:
            page.locator(shot.open).first.click()
            page.wait_for_load_state()
        page.wait_for_timeout(800)
        file = OUT / f"{shot.name}.png"
        page.screenshot(path=str(file), full_page=False)
        return file


def main() -> int:
    """Take every picture, or those whose names are given."""
    chromium = shutil.which("chromium")
    if chromium is None:
        sys.stderr.write("Install Chromium first (Debian: apt-get install chromium).\n")
        return 1
    OUT.mkdir(parents=True, exist_ok=True)
    wanted = [shot for shot in SHOTS if shot.name in sys.argv[1:] or not sys.argv[1:]]
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=chromium, args=ARGUMENTS)
        for shot in wanted:
            sys.stdout.write(f"{take(browser, shot)}\n")
        browser.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
