"""From an empty database to one that can be worked with; every part is safe to repeat."""

import http.client
import time

from qadaga.config.postgres import letters
from qadaga.config.run.child import Child
from qadaga.config.run.progress import Progress

# A first start compiles every module; on a slow disk that takes its time.
PAGES_SECONDS = 90


class NotReady(Exception):
    """A part of the preparation failed; the message says which."""


def database(progress: Progress, *, demo: bool) -> None:
    """Bring tables, the shared cache, the structure of offices and the demonstration data up to date."""
    import django

    django.setup()
    from django.core.management import call_command, get_commands
    from django.db import connection

    letters.check(connection)
    with progress.step("tables"):
        call_command("migrate", verbosity=0, interactive=False)
        call_command("createcachetable", verbosity=0)
    if "load" in get_commands():
        with progress.step("structure of the offices"):
            call_command("load", "structure", verbosity=0)
        if demo:
            with progress.step("demonstration data"):
                call_command("load", "demo", verbosity=0)
    connection.close()
    # The supervisor itself needs no connections while it watches.
    connection.close_pool()  # type: ignore[attr-defined]  # PostgreSQL's own wrapper has it


def wait_for_pages(host: str, port: int, server: Child) -> None:
    """Return when the web server answers; raises NotReady with the end of its log when it does not."""
    deadline = time.monotonic() + PAGES_SECONDS
    while time.monotonic() < deadline and not server.fallen():
        if _answers(host, port):
            return
        time.sleep(0.1)
    raise NotReady(f"The web server does not answer; {server.log} ends:\n{server.tail()}")


def _answers(host: str, port: int) -> bool:
    asked = http.client.HTTPConnection(host, port, timeout=10)
    try:
        asked.request("GET", "/health/ready")
        return asked.getresponse().status == http.client.OK
    except (OSError, http.client.HTTPException):
        return False
    finally:
        asked.close()


def demo_logins() -> list[tuple[str, str, str]]:
    """(who, username, password) of the demonstration people, as the demonstration data tells them."""
    from django.apps import apps

    found: list[tuple[str, str, str]] = []
    for app in apps.get_app_configs():
        found.extend(getattr(app, "demo_logins", list)())
    return found
