"""Agreement of a draft: submit, agree, or send back with remarks (O.14.1)."""

from datetime import date
from uuid import UUID

from django.db import transaction

from qadaga.acts.content import refuse_incomplete
from qadaga.acts.models import Act, ActRemark
from qadaga.acts.services.base import begin
from qadaga.acts.services.drafting import latest
from qadaga.authority.actor import Actor
from qadaga.law.coverage import implements
from qadaga.matters.services.base import text


@implements("O.14.1")
def submit(*, act_id: UUID, version: int, by: Actor, on: date) -> Act:
    """Submit a complete draft for agreement. Raises InvalidInput naming what the draft still lacks."""
    with transaction.atomic():
        step = begin(act_id, "act.submit", version=version, by=by, on=on)
        refuse_incomplete(step.row, latest(step.row))
        step.save(submitted_on=on, agreed_on=None, agreed_by=None)
        step.journal(version_no=latest(step.row).no)
        return step.row


@implements("O.14.1")
def agree(*, act_id: UUID, version: int, by: Actor, on: date) -> Act:
    """Agree the draft as it stands; whoever wrote it cannot."""
    with transaction.atomic():
        step = begin(act_id, "act.agree", version=version, by=by, on=on)
        step.save(agreed_on=on, agreed_by_id=by.appointment_id)
        step.journal(version_no=latest(step.row).no)
        return step.row


@implements("O.14.1")
def send_back(*, act_id: UUID, version: int, remarks: str, by: Actor, on: date) -> Act:
    """Send the draft back to its author with remarks on the version that was read."""
    remarks = text("remarks", remarks, 8000)
    with transaction.atomic():
        step = begin(act_id, "act.send_back", version=version, by=by, on=on)
        no = latest(step.row).no
        ActRemark.objects.create(act=step.row, version_no=no, text=remarks, on=on, by_id=by.appointment_id)
        step.save(submitted_on=None, agreed_on=None, agreed_by=None)
        step.journal(version_no=no)
        return step.row
