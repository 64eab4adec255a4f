"""An item of an approved plan put off or given up by the head, with the reason that stays (O.12, O.13.1)."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import transaction

from qadaga.authority.actor import Actor
from qadaga.common.errors import AlreadyDone, NotFound
from qadaga.coordination.plans.choices import CHANGE, ItemChange, PlanStatus
from qadaga.coordination.plans.models import Plan, PlanChange, PlanItem
from qadaga.coordination.plans.services import COURSE, go_on
from qadaga.coordination.plans.subject import plan_subject
from qadaga.law.coverage import implements
from qadaga.matters import change
from qadaga.matters.dates import later
from qadaga.matters.services.base import text


@dataclass(frozen=True, slots=True)
class Changed:
    """Why; until which day it is put off, or no day where it is given up."""

    reason: str
    until: date | None = None


@implements("O.12", "O.13.1")
@transaction.atomic
def change_item(
    *, plan_id: UUID, version: int, item_id: UUID, changed: Changed, by: Actor, on: date
) -> PlanItem:
    """Put an item off to a later day, or give it up; with the last one settled the plan is closed.

    Raises AlreadyDone (done or given up), InvalidInput on `until`, NotFound, NotPermitted (not the head).
    """
    row = change.locked(Plan.objects.select_related("office"), plan_id, by=by, on=on)
    subject = plan_subject(row, by, on, power=CHANGE)
    step = COURSE.ask(row, CHANGE, subject, by=by, on=on)
    change.expect(row, version)
    COURSE.table.move(row.status, CHANGE, PlanStatus.APPROVED)
    item = row.items.filter(id=item_id).first()
    if item is None:
        raise NotFound()
    if item.done_on is not None or item.dropped_on is not None:
        raise AlreadyDone()
    after = changed.until and later("until", changed.until, due=item.due_on, on=on)
    made = PlanChange(item=item, before=item.due_on, after=after, on=on)
    made.kind = ItemChange.POSTPONED if changed.until else ItemChange.DROPPED
    made.reason, made.by_id = text("reason", changed.reason), by.appointment_id
    made.save(force_insert=True)
    item.due_on, item.dropped_on = made.after or item.due_on, None if made.after else on
    item.save(update_fields=["due_on", "dropped_on"])
    go_on(step)
    step.journal(item=item.no, kind=made.kind, until=made.after)
    return item
