"""What waits for a person today among the matters: to assign, overdue, due soon."""

from dataclasses import dataclass, field
from datetime import date, timedelta

from qadaga import authority
from qadaga.authority.actor import Actor
from qadaga.law.model import Subject
from qadaga.matters.choices import MatterStatus
from qadaga.matters.models import Matter

MOST = 20
SOON = timedelta(days=3)
IN_HAND = (MatterStatus.ASSIGNED, MatterStatus.IN_WORK)


@dataclass(frozen=True, slots=True)
class MatterDay:
    """At most twenty matters of each sort, the most urgent first."""

    to_assign: list[Matter] = field(default_factory=list)
    overdue: list[Matter] = field(default_factory=list)
    due: list[Matter] = field(default_factory=list)
    in_hand: list[Matter] = field(default_factory=list)


def matter_day(actor: Actor, on: date) -> MatterDay:
    """The person's matters by urgency, and for whoever assigns in the office the matters nobody has yet."""
    mine = list(
        Matter.objects.filter(assignee=actor.appointment_id, status__in=IN_HAND)
        .select_related("body")
        .order_by("due_on", "id")[: 3 * MOST]
    )
    overdue = [matter for matter in mine if matter.due_on and matter.due_on < on]
    due = [matter for matter in mine if matter.due_on and on <= matter.due_on <= on + SOON]
    rest = [matter for matter in mine if matter not in overdue and matter not in due]
    return MatterDay(_to_assign(actor, on), overdue[:MOST], due[:MOST], rest[:MOST])


def may_in_own_office(actor: Actor, power: str, on: date, *, kind: str, status: str) -> bool:
    """Whether the person may use the power on such a record of their own office, in its ordinary case."""
    who = actor.who(on)
    if who is None:
        return False
    sphere = min(who.spheres, default=None)
    subject = Subject(kind, who.office, who.path, sphere=sphere, status=status)
    return authority.may(actor, power, subject, on=on).allowed


def _to_assign(actor: Actor, on: date) -> list[Matter]:
    if not may_in_own_office(actor, "matter.assign", on, kind="matter", status=MatterStatus.OPENED):
        return []
    rows = Matter.objects.filter(holder=actor.office_id, status=MatterStatus.OPENED)
    return list(rows.select_related("body").order_by("due_on", "id")[:MOST])
