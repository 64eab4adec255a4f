"""Other duties that a law lays: on whom, until when, and what came of them (O.8.d8)."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import transaction

from qadaga import authority
from qadaga.authority.actor import Actor
from qadaga.common.errors import AlreadyDone, FieldError, InvalidInput
from qadaga.common.i18n import N_
from qadaga.database.refusals import refused_by
from qadaga.law.coverage import implements
from qadaga.matters import change
from qadaga.matters.norms.choices import FULFIL, LAY, DutyStatus, NormKind
from qadaga.matters.norms.models import LaidDuty
from qadaga.matters.norms.services import resting_on
from qadaga.matters.norms.subject import DUTIES, duty_subject, laying_subject
from qadaga.matters.services.base import text
from qadaga.offices.dated import in_force
from qadaga.staff.models import Appointment

BY_LAW = "law_names_it"
TWICE = {
    "laidduty_once": FieldError("what", "twice", N_("This duty lies on the same person already (O.8.d8)."))
}


@dataclass(frozen=True, slots=True)
class Laid:
    """Which duty of the register, on whom (an appointment), what exactly, by which last day."""

    norm_id: UUID
    executor_id: UUID
    what: str
    due_on: date


@implements("O.8.d8")
@transaction.atomic
def lay(*, laid: Laid, by: Actor, on: date) -> LaidDuty:
    """Lay a duty of the register on an officer or employee of the office or of one below, until a day.

    Raises InvalidInput (no such duty in force, a day that has passed, nobody in that post, the same twice),
    NotPermitted.
    """
    bearer = _bearer(laid.executor_id, on)
    subject = laying_subject(bearer.office, by, on)
    ruling = authority.require(by, LAY, subject, on=on, ground=BY_LAW)
    row = LaidDuty(
        norm=resting_on(laid.norm_id, on, NormKind.DUTY),
        office=bearer.office,
        region_id=bearer.office.region_id,
        status=DutyStatus.OPENED,
        executor=bearer,
        what=text("what", laid.what),
        laid_on=on,
        laid_by_id=by.appointment_id,
        due_on=_to_come(laid.due_on, on),
    )
    with refused_by(TWICE):
        row.save(force_insert=True)
    change.write(
        office_id=row.office_id,
        power=LAY,
        subject=row,
        kind="laid_duty",
        by=by,
        on=on,
        ruling=ruling,
        data={"norm": row.norm_id, "executor": bearer.id, "due_on": row.due_on},
    )
    return row


@implements("O.8.d8")
@transaction.atomic
def fulfil(*, duty_id: UUID, version: int, outcome: str, by: Actor, on: date) -> LaidDuty:
    """Record that the duty was fulfilled, and what came of it. Raises AlreadyDone, NotPermitted."""
    row = change.locked(LaidDuty.objects.select_related("office", "norm"), duty_id, by=by, on=on)
    if row.status == DutyStatus.CLOSED:
        raise AlreadyDone()
    step = DUTIES.rule(row, FULFIL, duty_subject(row, by, on), by=by, on=on)
    change.expect(row, version)
    step.save(done_on=on, done_by_id=by.appointment_id, outcome=text("outcome", outcome))
    step.journal(norm=row.norm_id)
    return row


def _bearer(appointment_id: UUID, on: date) -> Appointment:
    rows = Appointment.objects.select_related("person", "office__parent")
    found = rows.filter(in_force(on), id=appointment_id).first()
    if found is None:
        raise InvalidInput.of("executor", "unknown", N_("Choose somebody who holds a post today."))
    return found


def _to_come(day: date, on: date) -> date:
    if day < on:
        raise InvalidInput.of("due_on", "past", N_("This day has passed. Give today or a later one."))
    return day
