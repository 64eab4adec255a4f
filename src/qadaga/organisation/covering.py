"""Who covers the work of an officer who is away: those to whom the distribution of duties gives the same.

A head is replaced by whoever is named (O.14.2); everybody else by the distribution in force on the first
day away: whoever has the same part in the same work comes first (O.14.1, O.14.3). It binds nobody: matters
pass by a hand-over, and this says to whom.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from uuid import UUID

from django.db.models import Q

from qadaga.law.coverage import implements
from qadaga.staff.duties.models import Duty
from qadaga.staff.models import Absence, Appointment

Line = tuple[str, UUID | None, str, str]
Here = Callable[[Appointment, date], bool]


def _line(duty: Duty) -> Line:
    """What the line is about."""
    return duty.direction, duty.unit_id, duty.body_kind, duty.kato


@implements("O.14.1", "O.14.3")
def covers(
    away: Sequence[tuple[Appointment, Absence]], here: Here, since: date
) -> dict[tuple[UUID, int], list[Appointment]]:
    """By appointment and absence, who covers it: at most three, who covers most of it first. One query.

    `here` tells whether somebody serves and is present on a day, not before `since`.
    """
    duties = _duties({held.office_id for held, _ in away if not held.heads})
    return {
        (held.id, row.pk): _of(held, max(row.starts_on, held.starts_on, since), duties[held.office_id], here)
        for held, row in away
        if not held.heads
    }


def _duties(offices: Iterable[UUID]) -> defaultdict[UUID, list[Duty]]:
    found: defaultdict[UUID, list[Duty]] = defaultdict(list)
    rows = Duty.objects.filter(Q(distribution__office__in=list(offices)))
    rows = rows.select_related("distribution", "appointment__person", "appointment__office")
    for duty in rows.order_by("id"):
        found[duty.distribution.office_id].append(duty)
    return found


def _of(held: Appointment, day: date, duties: Sequence[Duty], here: Here) -> list[Appointment]:
    in_force = [duty for duty in duties if duty.distribution.holds(day)]
    mine = {(_line(duty), duty.leads) for duty in in_force if duty.appointment_id == held.id}
    lines = {line for line, _leads in mine} | ({("", held.unit_id, "", "")} if held.unit_id else set())
    points: defaultdict[UUID, int] = defaultdict(int)
    people: dict[UUID, Appointment] = {}
    for duty in in_force:
        other = duty.appointment
        if other.id == held.id or _line(duty) not in lines or not here(other, day):
            continue
        people[other.id] = other
        # The same part in the same work counts for more than leading or doing it only.
        points[other.id] += 2 if (_line(duty), duty.leads) in mine else 1
    ranked = sorted(people.values(), key=lambda one: (-points[one.id], one.person.sort_key))
    return ranked[:3]
