"""Browsers of the bench: signed-in people who keep their connection, alone or eight at once."""

from __future__ import annotations

import http.client
import statistics
import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from urllib.parse import urlencode

from bench.site import HOST, PORT

_CSRF = "b" * 32


@dataclass(frozen=True, slots=True)
class Times:
    """Milliseconds of single answers, and answers a second of the whole run."""

    p50: float
    p95: float
    per_second: float
    count: int

    @classmethod
    def of(cls, taken: Sequence[float], wall: float) -> Times:
        """From the seconds of each answer and of the whole run."""
        ordered = sorted(taken)
        p95 = ordered[min(len(ordered) - 1, int(len(ordered) * 0.95))]
        return cls(1000 * statistics.median(ordered), 1000 * p95, len(ordered) / wall, len(ordered))


class Browser:
    """One person's connection; the session was made beforehand, as signing in is not what is measured."""

    def __init__(self, username: str) -> None:
        from django.test import Client

        from qadaga.accounts.models import User

        client = Client()
        client.force_login(User.objects.get(username=username))
        session = client.cookies["sessionid"].value
        self.headers = {"Cookie": f"sessionid={session}; csrftoken={_CSRF}", "X-CSRFToken": _CSRF}
        self.connection = http.client.HTTPConnection(HOST, PORT, timeout=30)

    def get(self, path: str) -> bytes:
        """The page; raises RuntimeError for anything but 200."""
        return self._ask("GET", path, None, self.headers, (200,))

    def post(self, path: str, fields: dict[str, object]) -> bytes:
        """Send a form; its answer is a page or a redirection."""
        headers = {**self.headers, "Content-Type": "application/x-www-form-urlencoded"}
        return self._ask("POST", path, urlencode(fields, doseq=True), headers, (200, 201, 302))

    def _ask(
        self, method: str, path: str, body: str | None, headers: dict[str, str], expect: tuple[int, ...]
    ) -> bytes:
        try:
            self.connection.request(method, path, body=body, headers=headers)
            return self._answer(path, expect)
        except OSError:
            # The server closed a connection that was idle for long, or began another worker; every browser
            # asks again over another then.
            self.connection.close()
            self.connection.request(method, path, body=body, headers=headers)
            return self._answer(path, expect)

    def _answer(self, path: str, expect: tuple[int, ...]) -> bytes:
        answer = self.connection.getresponse()
        body = answer.read()
        if answer.status not in expect:
            raise RuntimeError(f"{path} answered {answer.status}: {body[:600].decode(errors='replace')}")
        self.location = answer.getheader("Location", "")
        return body


def opening(browser: Browser, path: str) -> Callable[[int], object]:
    """Opening one page, for `alone` and `together`."""
    return lambda _: browser.get(path)


def alone(act: Callable[[int], object], *, times: int, warm: int = 5) -> Times:
    """One client, one answer after another."""
    for place in range(warm):
        act(place)
    taken = []
    started = time.perf_counter()
    for place in range(warm, warm + times):
        began = time.perf_counter()
        act(place)
        taken.append(time.perf_counter() - began)
    return Times.of(taken, time.perf_counter() - started)


def together(acts: Sequence[Callable[[int], object]], *, seconds: float) -> Times:
    """Each client in a thread of its own for that long."""
    taken: list[float] = []
    faults: list[Exception] = []
    end = time.perf_counter() + seconds

    def work(act: Callable[[int], object], first: int) -> None:
        place = first
        try:
            while time.perf_counter() < end and not faults:
                began = time.perf_counter()
                act(place)
                taken.append(time.perf_counter() - began)
                place += 1
        except (RuntimeError, OSError, http.client.HTTPException) as fault:
            faults.append(fault)

    started = time.perf_counter()
    threads = [threading.Thread(target=work, args=(act, 1_000_000 * n)) for n, act in enumerate(acts, 1)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    if faults:
        raise faults[0]
    return Times.of(taken, time.perf_counter() - started)
