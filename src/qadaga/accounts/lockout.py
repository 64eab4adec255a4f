"""Lock-out after failed sign-ins, counted in one table that every worker shares.

After `LOGIN_FAILURES` failures within `LOGIN_WINDOW` the name is locked for `LOGIN_LOCK`, whoever tries and
from wherever, and whether or not somebody of that name exists (so that the answer gives nothing away).
"""

import hashlib
from datetime import datetime, timedelta

from django.conf import settings
from django.db import connection

from qadaga.accounts.models import LoginGuard

# One statement, so that parallel guesses cannot all read the same count before any of them writes.
_COUNT_FAILURE = """
INSERT INTO accounts_loginguard AS guard (digest, failures, first_failed_at, locked_until)
VALUES (%(digest)s, 1, %(now)s, CASE WHEN %(limit)s <= 1 THEN %(until)s ELSE NULL END)
ON CONFLICT (digest) DO UPDATE SET
    failures = CASE WHEN guard.first_failed_at < %(since)s THEN 1 ELSE guard.failures + 1 END,
    first_failed_at = CASE WHEN guard.first_failed_at < %(since)s THEN %(now)s ELSE guard.first_failed_at END,
    locked_until = CASE
        WHEN guard.first_failed_at >= %(since)s AND guard.failures + 1 >= %(limit)s THEN %(until)s
        ELSE guard.locked_until
    END
"""


def digest(username: str) -> str:
    """What stands for a name in the table: names, and passwords typed in their place, are not kept."""
    plain = username.strip().lower().encode("utf-8", "replace")
    return hashlib.sha256(settings.SECRET_KEY.encode() + b"\0login\0" + plain).hexdigest()


def locked_until(username: str, now: datetime) -> datetime | None:
    """The moment until which nobody can sign in by this name, or None."""
    guard = LoginGuard.objects.filter(digest=digest(username), locked_until__gt=now).first()
    return guard.locked_until if guard else None


def count_failure(username: str, now: datetime) -> None:
    """Note one failed sign-in and lock the name when there were too many."""
    window: timedelta = settings.LOGIN_WINDOW
    with connection.cursor() as cursor:
        cursor.execute(
            _COUNT_FAILURE,
            {
                "digest": digest(username),
                "now": now,
                "since": now - window,
                "limit": settings.LOGIN_FAILURES,
                "until": now + settings.LOGIN_LOCK,
            },
        )


def forget(username: str) -> None:
    """A right password ends the count."""
    LoginGuard.objects.filter(digest=digest(username)).delete()


def sweep(now: datetime) -> int:
    """Delete counts that no longer matter; returns how many (for the clockwork)."""
    old = LoginGuard.objects.filter(first_failed_at__lt=now - settings.LOGIN_WINDOW - settings.LOGIN_LOCK)
    return old.delete()[0]
