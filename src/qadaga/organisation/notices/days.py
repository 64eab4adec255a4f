"""How many days before an end a warning is given: the product's figures, changed as data (L.2.2)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from django.db import transaction

from qadaga.authority.actor import Actor
from qadaga.common.errors import Problems
from qadaga.common.i18n import N_
from qadaga.law.coverage import implements
from qadaga.organisation.exercise import exercise
from qadaga.organisation.notices.models import DaysBefore, Ending

POWER = "notice.set_days"
FIRST: Mapping[str, tuple[int, ...]] = {
    Ending.TERM: (180, 90, 30, 7),
    Ending.POST: (30, 7),
    Ending.ABSENCE: (3, 1),
    Ending.ACTING: (7, 1),
    Ending.PROBATION: (14, 3),
    Ending.ATTESTATION: (30, 7),
    Ending.PENALTY: (7,),
}
MOST_DAYS, MOST_STEPS = 730, 8


def days_before() -> dict[str, tuple[int, ...]]:
    """The days of each kind, the furthest first."""
    changed = {row.kind: tuple(row.days) for row in DaysBefore.objects.all()}
    return {kind: changed.get(kind, days) for kind, days in FIRST.items()}


@implements("L.2.2")
@transaction.atomic
def set_days(*, by: Actor, on: date, days: Mapping[str, Sequence[int]]) -> None:
    """Set the days of the kinds named. Raises InvalidInput (a fault a kind), NotPermitted.

    Warnings given stay; a new step counts from the next tick of the clockwork.
    """
    done = exercise(by, POWER, None, on)
    problems = Problems()
    for kind, steps in days.items():
        _check(kind, steps, problems)
    problems.check()
    for kind, steps in days.items():
        values = {"days": sorted(set(steps), reverse=True), "set_on": on, "by_id": by.appointment_id}
        DaysBefore.objects.update_or_create(kind=kind, defaults=values)
    data = {kind: sorted(set(steps), reverse=True) for kind, steps in days.items()}
    done.record(POWER, by.office_id, ("office", by.office_id), {"days": data})


def _check(kind: str, steps: Sequence[int], problems: Problems) -> None:
    if kind not in FIRST:
        problems.add(kind, "unknown", N_("There is no such kind. Choose from the list."))
    elif len(set(steps)) > MOST_STEPS or any(not 1 <= step <= MOST_DAYS for step in steps):
        problems.add(
            kind,
            "range",
            N_("Enter at most %(count)s numbers from 1 to %(most)s."),
            count=MOST_STEPS,
            most=MOST_DAYS,
        )
