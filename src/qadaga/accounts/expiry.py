"""A session ends after a time without work and, however busy, after a working day."""

from collections.abc import Callable

from django.conf import settings
from django.contrib import messages
from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponseBase
from django.utils.translation import gettext_lazy as _

from qadaga.common import clock

SIGNED_IN, LAST_SEEN = "signed_in_at", "last_seen_at"
# How late the last moment may be noted: a write a request would cost more than it tells.
_GRAIN = 60


class SessionExpiryMiddleware:
    """Ends idle and old sessions; the moments stand in the session, so every worker sees them."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Answer, after signing out whoever stayed too long."""
        if request.user.is_authenticated:
            self._check(request)
        return self.get_response(request)

    def _check(self, request: HttpRequest) -> None:
        now = int(clock.now().timestamp())
        started = request.session.setdefault(SIGNED_IN, now)
        seen = request.session.setdefault(LAST_SEEN, now)
        idle, whole = settings.SESSION_IDLE.total_seconds(), settings.SESSION_COOKIE_AGE
        if now - seen > idle or now - started > whole:
            logout(request)
            messages.info(request, _("Your session has ended. Sign in again to go on."))
        elif now - seen >= _GRAIN:
            request.session[LAST_SEEN] = now
