"""Ending what a login holds open: sessions in browsers, tokens of programs."""

from datetime import datetime

from allauth.usersessions.models import UserSession

from qadaga.accounts.models import ApiToken, User


def end_everywhere(user: User, now: datetime) -> tuple[int, int]:
    """End the sessions and revoke the tokens of the user; returns how many of each there were."""
    sessions = list(UserSession.objects.filter(user=user))
    for session in sessions:
        session.end()
    tokens = ApiToken.objects.filter(user=user, revoked_at=None).update(revoked_at=now)
    return len(sessions), tokens
