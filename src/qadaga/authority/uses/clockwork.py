"""What time brings to the counts: each tick adds what was done since the last."""

from __future__ import annotations

from datetime import datetime

from qadaga.authority.uses import counting


def count_uses(now: datetime) -> str | None:
    """Count the new entries of every office's journal."""
    looked = counting.count(now)
    return f"journal entries counted: {looked}" if looked else None


JOBS = [count_uses]
