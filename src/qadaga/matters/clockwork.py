"""What time brings to the case file: people whose rights were restored and who were not told in time."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from qadaga.authority.alarms import services as duties
from qadaga.authority.alarms.declared import raises
from qadaga.authority.alarms.selectors import running
from qadaga.common import clock
from qadaga.journal import services as journal
from qadaga.law.coverage import implements
from qadaga.matters.choices import ProtectedStatus
from qadaga.matters.models import ProtectedPerson
from qadaga.matters.protected import DUTY, KIND

MOST = 200


@implements("L.1.3")
@raises(DUTY)
@transaction.atomic
def watch_untold(now: datetime) -> str | None:
    """Raise the alarm in the office that holds the matter for people not told by the last day (L.1.3)."""
    today = clock.local(now).date()
    late = ProtectedPerson.objects.filter(status=ProtectedStatus.RESTORED, due_on__lt=today)
    rows = late.exclude(id__in=running(DUTY).values("subject_id")).select_related("matter__holder")
    with journal.gathered():
        raised = [
            duties.begin(DUTY, subject=(KIND, row.id), office=row.matter.holder, at=now)
            for row in rows.order_by("due_on", "id")[:MOST]
        ]
    return f"people not told: {len(raised)}" if raised else None


JOBS = [watch_untold]
