"""A form is carried out once, however often it is sent."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from qadaga.accounts.models import Submission
from qadaga.common import clock
from qadaga.database.prepared import prepared_cursor
from qadaga.database.whole import whole

# A form left open longer than this has lost its session anyway.
KEEP = timedelta(days=2)

# Waits for a first submission still under way, then finds its row: the second never runs beside the first.
_CLAIM = """
INSERT INTO accounts_submission (user_id, token, result, created_at) VALUES (%s, %s, '', %s)
ON CONFLICT (user_id, token) DO NOTHING
"""
_NOTE = "UPDATE accounts_submission SET result = %s WHERE user_id = %s AND token = %s"


@dataclass(frozen=True, slots=True)
class Outcome:
    """Where the result is shown, and whether this very submission brought it about."""

    result: str
    fresh: bool


def once(*, user_id: UUID, token: UUID, act: Callable[[], str]) -> Outcome:
    """Run `act` in one transaction unless this form was carried out before.

    `act` returns the address of the result. Whatever it raises leaves the form unused, so that the person
    can put things right and send it again.
    """
    with whole():
        with prepared_cursor() as cursor:
            cursor.execute(_CLAIM, [user_id, token, clock.now()])
            fresh = cursor.rowcount == 1
        if not fresh:
            return Outcome(Submission.objects.get(user_id=user_id, token=token).result, fresh=False)
        result = act()
        with prepared_cursor() as cursor:
            cursor.execute(_NOTE, [result, user_id, token])
        return Outcome(result, fresh=True)


def sweep(now: datetime) -> int:
    """Delete old rows; returns how many (for the clockwork)."""
    return Submission.objects.filter(created_at__lt=now - KEEP).delete()[0]
