"""Agreement of a draft order: submit, agree, send back with remarks (O.14.1), or withdraw it."""

from datetime import date
from uuid import UUID

from django.db import transaction

from qadaga.authority.actor import Actor
from qadaga.law.coverage import implements
from qadaga.matters.services.base import text
from qadaga.organisation.orders.content import refuse_incomplete
from qadaga.organisation.orders.models import Order, OrderRemark
from qadaga.organisation.orders.services.base import begin, latest


@implements("O.14.1")
def submit(*, order_id: UUID, version: int, by: Actor, on: date) -> Order:
    """Submit a complete draft for agreement. Raises InvalidInput naming what the draft still lacks."""
    with transaction.atomic():
        step = begin(order_id, "order.submit", version=version, by=by, on=on)
        refuse_incomplete(step.row, latest(step.row))
        step.save(submitted_on=on, agreed_on=None, agreed_by=None)
        step.journal(version_no=latest(step.row).no)
        return step.row


@implements("O.14.1")
def agree(*, order_id: UUID, version: int, by: Actor, on: date) -> Order:
    """Agree the draft as it stands; whoever wrote it cannot."""
    with transaction.atomic():
        step = begin(order_id, "order.agree", version=version, by=by, on=on)
        step.save(agreed_on=on, agreed_by_id=by.appointment_id)
        step.journal(version_no=latest(step.row).no)
        return step.row


@implements("O.14.1")
def send_back(*, order_id: UUID, version: int, remarks: str, by: Actor, on: date) -> Order:
    """Send the draft back to its author with remarks on the version that was read."""
    remarks = text("remarks", remarks, 8000)
    with transaction.atomic():
        step = begin(order_id, "order.send_back", version=version, by=by, on=on)
        no = latest(step.row).no
        OrderRemark.objects.create(
            order=step.row, version_no=no, text=remarks, on=on, by_id=by.appointment_id
        )
        step.save(submitted_on=None, agreed_on=None, agreed_by=None)
        step.journal(version_no=no)
        return step.row


def withdraw(*, order_id: UUID, version: int, reason: str, by: Actor, on: date) -> Order:
    """Give a draft up before it is signed; it stays readable and takes no number."""
    reason = text("reason", reason)
    with transaction.atomic():
        step = begin(order_id, "order.withdraw", version=version, by=by, on=on)
        step.save(reason)
        step.journal()
        return step.row
