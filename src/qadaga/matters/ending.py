"""Terms about to end begin the clock of a duty, once for each record, whatever it is."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.models import QuerySet

from qadaga.authority.alarms import services as alarms
from qadaga.authority.alarms.selectors import running
from qadaga.common import clock
from qadaga.matters.choices import TermState
from qadaga.matters.models import Term

MOST = 1000


def near(kind: str, now: datetime, days: int) -> QuerySet[Term, UUID]:
    """The subjects of that kind whose term ends within the days or has run out, so many at a time."""
    last = clock.local(now).date() + timedelta(days=days)
    ending = Term.objects.filter(state=TermState.RUNNING, due_on__lte=last, subject_kind=kind)
    return ending.values_list("subject_id", flat=True)[:MOST]


def warn(duty: str, kind: str, rows: QuerySet[Any], ids: Iterable[UUID], now: datetime) -> str | None:
    """Begin the duty's clock on the rows of those ids; what was begun, in words for the log.

    Once for each running term's last day: an alarm that was ended is not raised again on the same day.
    """
    known = set(running(duty).values_list("subject_id", flat=True))
    begun = 0
    for row in rows.filter(id__in=set(ids) - known).select_related("office"):
        with transaction.atomic():
            begun += alarms.begin(duty, subject=(kind, row.id), office=row.office, at=now) is not None
    return f"terms about to end: {begun}" if begun else None
