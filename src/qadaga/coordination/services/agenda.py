"""The agenda: an officer proposes an item, the head alone admits it or does not (L.1.11)."""

from datetime import date
from uuid import UUID

from django.db import transaction
from django.db.models import Max

from qadaga.authority.actor import Actor
from qadaga.common.errors import AlreadyDone
from qadaga.coordination.choices import PROPOSE, ItemStatus, SessionStatus
from qadaga.coordination.models import AgendaItem, Session
from qadaga.coordination.services.base import begin, item
from qadaga.law.coverage import implements
from qadaga.matters.services.base import text
from qadaga.matters.step import Step

PLANNED = (SessionStatus.PLANNED,)


@implements("L.1.11", "O.7.4")
@transaction.atomic
def propose(
    *, session_id: UUID, topic: str, reporter: str = "", violation: bool = False, by: Actor, on: date
) -> AgendaItem:
    """Propose an item; `violation`: it is about a violation of law, so whoever broke it is called.

    Raises InvalidInput, NotPermitted (no officer of the office), Conflict (the agenda is settled).
    """
    step = begin(session_id, PROPOSE, version=None, by=by, on=on, among=PLANNED)
    no = (step.row.items.aggregate(last=Max("no"))["last"] or 0) + 1
    made = AgendaItem.objects.create(
        session=step.row,
        no=no,
        topic=text("topic", topic, 500, multiline=False),
        reporter=text("reporter", reporter, 300, multiline=False, required=False),
        violation=violation,
        status=ItemStatus.PROPOSED,
        proposed_by_id=by.appointment_id,
        proposed_on=on,
    )
    step.journal(item=made.no)
    return made


@implements("L.1.11")
@transaction.atomic
def admit(*, session_id: UUID, version: int, item_id: UUID, by: Actor, on: date) -> AgendaItem:
    """Admit a proposed item to the agenda, as whoever heads the office sees fit. Raises AlreadyDone."""
    step = begin(session_id, "admit", version=version, by=by, on=on, among=PLANNED)
    return _settle(step, item_id, ItemStatus.ADMITTED)


@implements("L.1.11")
@transaction.atomic
def decline(*, session_id: UUID, version: int, item_id: UUID, reason: str, by: Actor, on: date) -> AgendaItem:
    """Leave a proposed item out, with the reason."""
    said = text("reason", reason, 1000)
    step = begin(session_id, "admit", version=version, by=by, on=on, among=PLANNED)
    return _settle(step, item_id, ItemStatus.DECLINED, said)


def _settle(step: Step[Session], item_id: UUID, status: ItemStatus, reason: str = "") -> AgendaItem:
    row = item(step.row, item_id)
    if row.status != ItemStatus.PROPOSED:
        raise AlreadyDone()
    row.status, row.reason = status, reason
    row.decided_on, row.decided_by_id = step.on, step.by.appointment_id
    row.save(update_fields=["status", "reason", "decided_on", "decided_by"])
    step.save(to=SessionStatus.PLANNED)
    step.journal(item=row.no, status=status)
    return row
