"""What time brings to the structure: names entered beforehand begin, an office is left without a leader."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from qadaga.common import clock
from qadaga.organisation import alarms, today


@transaction.atomic
def begin_names(now: datetime) -> str | None:
    """Take over the names in force on the new day."""
    day = clock.local(now).date()
    changed = {"offices": today.refresh_all(day), "units": today.refresh_units(day)}
    return ", ".join(f"{what} renamed: {count}" for what, count in changed.items() if count) or None


def watch_leaders(now: datetime) -> str | None:
    """Raise and clear the alarms about offices that nobody leads."""
    raised, over = alarms.watch_leaders(now)
    return f"alarms raised: {raised}, cleared: {over}" if raised or over else None


JOBS = [begin_names, watch_leaders]
