"""Ending what a login holds open: sessions in browsers, tokens of programs, addresses of calendars."""

from datetime import datetime

from allauth.usersessions.models import UserSession

from qadaga.accounts.models import ApiToken, CalendarAddress, User


def end_everywhere(user: User, now: datetime, *, sparing: str | None = None) -> tuple[int, int]:
    """End the user's sessions, but that of the key `sparing`, and revoke their tokens and calendar addresses.

    Returns how many sessions there were, and how many tokens and addresses.
    """
    sessions = list(UserSession.objects.filter(user=user).exclude(session_key=sparing))
    for session in sessions:
        session.end()
    tokens = ApiToken.objects.filter(user=user, revoked_at=None).update(revoked_at=now)
    calendars = CalendarAddress.objects.filter(user=user, revoked_at=None).update(revoked_at=now)
    return len(sessions), tokens + calendars
