"""What a new day brings to the structure: lines entered beforehand begin, work passes to who follows."""

from __future__ import annotations

from datetime import datetime

from qadaga.common import clock
from qadaga.organisation.restructuring import handovers, regions


def begin_lines(now: datetime) -> str | None:
    """Take over the line of the new day; the rows of offices that changed region are entered for it."""
    moved = regions.follow(clock.local(now).date())
    return f"offices in another region: {len(moved)}" if moved else None


def hand_over(now: datetime) -> str | None:
    """Carry out the hand-overs whose day has come, and those a fault stopped half-way."""
    rows = handovers.carry_out_due(clock.local(now).date())
    return f"rows handed over: {rows}" if rows else None


JOBS = [begin_lines, hand_over]
