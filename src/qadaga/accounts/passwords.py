"""One-time passwords: shown once, good for a few days, to be changed at the first sign-in."""

import secrets
from datetime import datetime

from django.conf import settings

from qadaga.accounts.models import User

# Without letters and digits that people mix up when they read one aloud.
_SIGNS = "abcdefghjkmnpqrstuvwxyz23456789"
_GROUPS, _SIZE = 4, 4


def one_time() -> str:
    """A new password of 16 random signs (79 bits), in groups that can be read aloud."""
    return "-".join("".join(secrets.choice(_SIGNS) for _ in range(_SIZE)) for _ in range(_GROUPS))


def give(user: User, now: datetime) -> str:
    """Set a new one-time password; sessions under the old one end with the next request."""
    password = one_time()
    user.set_password(password)
    user.must_change_password, user.password_changed_at = True, now
    user.save(update_fields=["password", "must_change_password", "password_changed_at"])
    return password


def has_run_out(user: User, now: datetime) -> bool:
    """Whether it is a one-time password that nobody used in time."""
    given = user.password_changed_at
    return user.must_change_password and given is not None and now > given + settings.ONE_TIME_PASSWORD_AGE
