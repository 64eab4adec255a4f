"""What time brings to a duty nobody has fulfilled: the office above is called."""

from __future__ import annotations

from datetime import datetime

from qadaga.authority.alarms import services


def call_above(now: datetime) -> str | None:
    """Call the next office up the line where the minutes are over (O.8.d6)."""
    called = services.call_above(now)
    return f"duties called up: {called}" if called else None


JOBS = [call_above]
