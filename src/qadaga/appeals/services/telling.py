"""The applicant is told of a prolongation and of a forwarding, each within a term of its own."""

from datetime import date
from uuid import UUID

from django.db import transaction

from qadaga.appeals.kinds import SendWay
from qadaga.appeals.models import Appeal, Decision, Forwarding
from qadaga.appeals.services import clocks
from qadaga.appeals.services.base import begin, way_marks
from qadaga.authority.actor import Actor
from qadaga.common.errors import AlreadyDone, NotFound
from qadaga.matters.dates import choice, within
from qadaga.matters.step import Step

POWER = "appeal.tell"


@transaction.atomic
def tell_of_forwarding(
    *, appeal_id: UUID, forwarding_id: UUID, told_on: date, way: str, by: Actor, on: date
) -> Forwarding:
    """Record when and how the applicant was told where the appeal, or a part of it, went.

    Raises InvalidInput on `told_on` or `way`, AlreadyDone, NotPermitted, NotFound.
    """
    step = begin(appeal_id, POWER, version=None, by=by, on=on, marks=way_marks(way))
    forwarding = step.row.forwardings.filter(id=forwarding_id).first()
    if forwarding is None:
        raise NotFound()
    _tell(step, forwarding, forwarding.forwarded_on, told_on, way)
    return forwarding


@transaction.atomic
def tell_of_decision(
    *, appeal_id: UUID, decision_id: UUID, told_on: date, way: str, by: Actor, on: date
) -> Decision:
    """Record when and how the applicant was told of a decision. Raises as `tell_of_forwarding`."""
    step = begin(appeal_id, POWER, version=None, by=by, on=on, marks=way_marks(way))
    decision = step.row.decisions.filter(id=decision_id).first()
    if decision is None:
        raise NotFound()
    _tell(step, decision, decision.decided_on, told_on, way)
    return decision


def _tell(step: Step[Appeal], row: Decision | Forwarding, earliest: date, told_on: date, way: str) -> None:
    choice("way", way, SendWay.values)
    within("told_on", told_on, earliest=earliest, latest=step.on)
    if row.told_on is not None:
        raise AlreadyDone()
    row.told_on, row.told_way = told_on, way
    row.save(update_fields=["told_on", "told_way"])
    clocks.finish_notice(row.id, by=step.by, on=told_on)
    step.journal(about=row.id, told_on=told_on, way=way)
