"""A program that calls the API with somebody's token, for tests."""

import json
from collections.abc import Mapping
from datetime import timedelta
from itertools import count
from typing import Any

from django.http import HttpResponse
from django.test import Client

from qadaga.accounts import tokens
from qadaga.accounts.models import User
from qadaga.common import clock
from qadaga.staff.models import Appointment

ROOT = "/api/v1"
_numbers = count(1)


class Caller:
    """Somebody's program: bearer token, a fresh Idempotency-Key for each POST, no cookies.

    CSRF checks are on, as they are on a server, and a fault is an answer, not an exception.
    """

    def __init__(self, secret: str) -> None:
        self.secret = secret
        self.client = Client(enforce_csrf_checks=True, raise_request_exception=False)

    def get(self, path: str, **headers: str) -> HttpResponse:
        """The answer to a GET of the path under /api/v1."""
        return self._send("GET", path, None, headers)

    def post(self, path: str, body: Any = None, version: int | None = None, **headers: str) -> HttpResponse:
        """The answer to a POST; `version` goes as If-Match."""
        headers.setdefault("Idempotency-Key", f"test-key-{next(_numbers)}")
        return self._send("POST", path, body, _matched(headers, version))

    def put(self, path: str, body: Any = None, version: int | None = None, **headers: str) -> HttpResponse:
        """The answer to a PUT; `version` goes as If-Match."""
        return self._send("PUT", path, body, _matched(headers, version))

    def delete(self, path: str, **headers: str) -> HttpResponse:
        """The answer to a DELETE."""
        return self._send("DELETE", path, None, headers)

    def _send(self, method: str, path: str, body: Any, headers: Mapping[str, str]) -> HttpResponse:
        data = body if isinstance(body, str | bytes) else json.dumps(body) if body is not None else ""
        sent = {"Authorization": f"Bearer {self.secret}", **headers}
        return self.client.generic(
            method, f"{ROOT}{path}", data, content_type="application/json", headers=sent
        )  # type: ignore[return-value]  # the test client's own response is one


def caller(appointment: Appointment) -> Caller:
    """A program of the holder of the appointment, with a token of ten days."""
    return Caller(issued(appointment))


def issued(appointment: Appointment, **changes: Any) -> str:
    """The secret of a token; the person gets a login where they have none."""
    person = appointment.person
    if person.user is None:
        person.user = User.objects.create_user(f"person{next(_numbers)}", "korshau-bereke-2026")
        person.save(update_fields=["user"])
    now = clock.now()
    values = {"name": "tests", "expires_at": now + timedelta(days=10), "now": now, **changes}
    return tokens.issue(user=person.user, appointment_id=appointment.id, **values)[1]


def _matched(headers: dict[str, str], version: int | None) -> dict[str, str]:
    return headers if version is None else {**headers, "If-Match": f'"v{version}"'}
