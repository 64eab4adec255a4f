"""What waits for a person though no register of their office shows it: called-up matters, requests, acts
passed up.
"""

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import F, Q, Value

from qadaga.acts.choices import ActStatus, MeasureStatus
from qadaga.acts.models import Act, Measure
from qadaga.authority import barred
from qadaga.authority.actor import Actor
from qadaga.matters.choices import MatterStatus
from qadaga.matters.models import Matter

MOST = 7


@dataclass(frozen=True, slots=True)
class Waiting:
    """One thing that waits. `sort`: called_up, request or passed_up; `number` may be empty."""

    sort: str
    id: UUID
    number: str
    title: str
    due_on: date | None


def waiting(actor: Actor, *, leads: bool) -> list[Waiting]:
    """The most urgent seven of each sort, in one query.

    Matters of lower offices that this office has called up: to assign, where the person `leads` it, and
    those given to the person; the person's own requests without a reply; acts that lower offices passed up
    to this one. Nothing that complains of the person.
    """
    mine = Q(assignee=actor.appointment_id, status__in=(MatterStatus.ASSIGNED, MatterStatus.IN_WORK))
    wanted = mine | Q(status=MatterStatus.OPENED) if leads else mine
    matters = Matter.objects.filter(wanted, holder=actor.office_id).exclude(office=F("holder"))
    requests = Measure.objects.filter(
        issued_by=actor.appointment_id, status__in=(MeasureStatus.ISSUED, MeasureStatus.SERVED)
    )
    sorts = [_rows(barred.without(requests, actor.person_id, "measure"), "request", "ground")]
    if leads:
        passed_up = Act.objects.filter(status=ActStatus.ESCALATED, escalations__to_office=actor.office_id)
        passed_up = barred.without(passed_up.exclude(matter__holder=actor.office_id), actor.person_id, "act")
        sorts.append(_rows(passed_up, "passed_up", "heading"))
    called_up = barred.without(matters, actor.person_id, "matter")
    rows = _rows(called_up, "called_up", "title").union(*sorts, all=True)
    return [Waiting(*row) for row in rows]


def _rows(found: Any, sort: str, title: str) -> Any:
    named = found.annotate(waits=Value(sort)).order_by("due_on", "id")
    return named.values_list("waits", "id", "number_text", title, "due_on")[:MOST]
