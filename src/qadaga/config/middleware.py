"""Every request has an id: it stands in each of its log lines and in its answer, for a person to quote."""

import re
import time
from collections.abc import Callable

import structlog
from django.http import HttpRequest, HttpResponseBase

from qadaga.common.ids import new_id

HEADER = "X-Request-ID"
# A proxy's id is taken over when it is one; anything else could forge lines of the log.
ACCEPTED = re.compile(r"[A-Za-z0-9-]{8,64}")
SLOW_SECONDS = 1.0
log = structlog.get_logger("qadaga.request")


class RequestIdMiddleware:
    """Sets `request.request_id` and binds it for the log; tells of slow and of failed requests."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Answer with the id in a header."""
        given = request.headers.get(HEADER, "")
        name = given if ACCEPTED.fullmatch(given) else new_id().hex
        request.request_id = name  # type: ignore[attr-defined]  # Django's request takes attributes of middleware
        structlog.contextvars.clear_contextvars()
        structlog.contextvars.bind_contextvars(request_id=name)
        started = time.monotonic()
        response = self.get_response(request)
        response[HEADER] = name
        seconds = time.monotonic() - started
        if seconds > SLOW_SECONDS or response.status_code >= 500:
            route = request.resolver_match.route if request.resolver_match else "-"
            log.warning(
                "request.noticed", route=route, method=request.method, status=response.status_code,
                seconds=round(seconds, 3),
            )  # fmt: skip
        return response
