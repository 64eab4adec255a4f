"""Giving the warnings that are due, once each, and clearing those that are no longer so."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date
from uuid import UUID

from django.db import transaction

from qadaga.journal import services as journal
from qadaga.law.coverage import implements
from qadaga.organisation.notices.days import days_before
from qadaga.organisation.notices.endings import End, endings
from qadaga.organisation.notices.models import Notice


@implements("L.2.2", "O.14.2")
@transaction.atomic
def give(on: date) -> tuple[int, int]:
    """Give every warning whose step has come, clear those over or moved: how many of each.

    Of several steps that have come only the nearest is told: after a stop of the clockwork nobody is told
    the same thing twice.
    """
    steps = days_before()
    found = list(endings(on, {kind: max(days, default=0) for kind, days in steps.items()}))
    cleared = _clear(found, on)
    due = [(end, step) for end in found if (step := _step(end, steps, on))]
    told = set(
        Notice.objects.filter(cleared_on__isnull=True).values_list("kind", "source", "ends_on", "days")
    )
    new = [one for one in due if (one[0].kind, one[0].source, one[0].ends_on, one[1]) not in told]
    Notice.objects.bulk_create(_notice(end, step, on) for end, step in new)
    _journal(Counter(end.office_id for end, _ in new), on)
    return len(new), cleared


def _step(end: End, steps: Mapping[str, Sequence[int]], on: date) -> int:
    """The nearest step that has come; 0 for none."""
    left = (end.ends_on - on).days
    return min((days for days in steps[end.kind] if left <= days), default=0)


def _notice(end: End, days: int, on: date) -> Notice:
    return Notice(
        kind=end.kind,
        source=end.source,
        person_id=end.person_id,
        office_id=end.office_id,
        region_id=end.region_id,
        ends_on=end.ends_on,
        days=days,
        raised_on=on,
    )


def _clear(found: Sequence[End], on: date) -> int:
    """What was told and is over, or does not end then any more: prolonged, ended early, withdrawn."""
    still = {(end.kind, end.source, end.ends_on) for end in found}
    rows = Notice.objects.select_for_update().filter(cleared_on__isnull=True)
    over = [row.pk for row in rows if (row.kind, row.source, row.ends_on) not in still]
    return Notice.objects.filter(pk__in=over).update(cleared_on=on)


def _journal(offices: Counter[UUID], on: date) -> None:
    """One entry an office, in the order of the offices: how many warnings were given there, about nobody."""
    for office_id in sorted(offices, key=str):
        journal.record(
            office_id=office_id,
            action="notice.given",
            subject_kind="office",
            subject_id=office_id,
            by=None,
            ruling=None,
            on=on,
            data={"notices": offices[office_id]},
        )
