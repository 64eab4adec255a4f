"""An office follows a closed one: its open matters pass to it with whoever works on them (O.5, L.1.2)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Q

from qadaga.journal import services as journal
from qadaga.journal.actor import JournalActor
from qadaga.journal.models import Entry
from qadaga.law.coverage import implements
from qadaga.matters.choices import MatterStatus
from qadaga.matters.models import Matter, MatterMove
from qadaga.offices.models import Office
from qadaga.staff.models import Appointment
from qadaga.staff.selectors import leader_among, people_of

POWER = "office.close"


@implements("O.5")
def follow(*, office: Office, successor: Office, by: Appointment | None, on: date, most: int = 1000) -> int:
    """Hand at most `most` open matters of a closed office over; how many there were.

    A matter keeps its number, register and history. Whoever was assigned and serves in the successor goes on
    with it; what nobody carried over works on goes to who leads the successor. Call inside a transaction.
    """
    held = Matter.objects.select_for_update().filter(~Q(status=MatterStatus.CLOSED), holder=office)
    matters = list(held.order_by("id")[:most])
    if matters:
        assignees = _assignees(matters, successor, on)
        for matter in matters:
            _pass_on(matter, successor, assignees, on)
        Matter.objects.bulk_update(matters, ["holder", "assignee", "assigned_on", "version"])
        MatterMove.objects.bulk_create(_move(matter, by, on) for matter in matters if by is not None)
        journal.record_many(_entry(matter, office, by, on) for matter in matters)
    return len(matters)


def _assignees(matters: Sequence[Matter], successor: Office, on: date) -> Mapping[UUID, Appointment]:
    """For each appointment that works on one of them: the same person's in the successor, else who leads."""
    people = list(people_of(successor.id, on))
    here = {row.person_id: row for row in people if row.officer}
    leader = leader_among(people) or next((row for row in people if row.heads), None)
    held = Appointment.objects.filter(id__in={row.assignee_id for row in matters if row.assignee_id})
    found = {row.id: here.get(row.person_id, leader) for row in held}
    return {key: row for key, row in found.items() if row is not None}


def _pass_on(matter: Matter, successor: Office, assignees: Mapping[UUID, Appointment], on: date) -> None:
    matter.holder = successor
    matter.version += 1
    following = assignees.get(matter.assignee_id) if matter.assignee_id else None
    if following is not None:
        matter.assignee = following
        matter.assigned_on = max(on, matter.opened_on)


def _move(matter: Matter, by: Appointment, on: date) -> MatterMove:
    return MatterMove(
        matter=matter,
        power=POWER,
        from_status=matter.status,
        to_status=matter.status,
        on=on,
        by=by,
        assignee_id=matter.assignee_id,
    )


def _entry(matter: Matter, office: Office, by: Appointment | None, on: date) -> Entry:
    data: dict[str, Any] = {
        "from_office": office.code,
        "to_office": matter.holder.code,
        "assignee": matter.assignee_id,
    }
    who = None if by is None else JournalActor(by.person_id, by.id, by.office_id)
    return journal.draft(
        office_id=matter.holder_id,
        action=POWER,
        subject_kind="matter",
        subject_id=matter.id,
        by=who,
        ruling=None,
        on=on,
        data=data,
    )
