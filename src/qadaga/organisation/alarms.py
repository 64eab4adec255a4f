"""The clockwork's alarm about an office that nobody leads: the duty to fill the gap, heard above it."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from qadaga.authority.alarms import services as duties
from qadaga.authority.alarms.declared import raises
from qadaga.authority.alarms.selectors import running
from qadaga.common import clock
from qadaga.journal import services as journal
from qadaga.law.coverage import implements
from qadaga.organisation.oversight import without_leader

FILL_GAP = "duty.fill_gap"


@implements("O.15", "O.14.2", "L.1.2")
@raises(FILL_GAP)
@transaction.atomic
def watch_leaders(now: datetime) -> tuple[int, int]:
    """Raise the alarm for each office that nobody leads, end those of offices led again: how many of each."""
    found = {office.id: office for office in without_leader(clock.local(now).date())}
    rows = {row.subject_id: row for row in running(FILL_GAP).select_for_update().select_related("office")}
    # Chains are locked last and in one order, like everywhere.
    with journal.gathered():
        raised = [
            duties.begin(FILL_GAP, subject=("office", key), office=office, at=now)
            for key, office in found.items()
            if key not in rows
        ]
        over = duties.pass_over([row for key, row in rows.items() if key not in found], at=now)
    return sum(alarm is not None for alarm in raised), over
