"""What time brings: something is about to end."""

from __future__ import annotations

from datetime import datetime

from qadaga.common import clock
from qadaga.organisation.notices import services


def give_notices(now: datetime) -> str | None:
    """Give the warnings that are due, clear those that are not so any more."""
    given, cleared = services.give(clock.local(now).date())
    return f"warnings given: {given}, cleared: {cleared}" if given or cleared else None


JOBS = [give_notices]
