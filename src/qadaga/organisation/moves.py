"""From one post to another by one order: transfer, and secondment for a period (O.10, L.2.2)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from uuid import UUID

from django.db import transaction

from qadaga.authority import standing
from qadaga.authority.actor import Actor
from qadaga.common.errors import FieldError, InvalidInput
from qadaga.common.i18n import N_
from qadaga.law.coverage import implements
from qadaga.organisation import subjects
from qadaga.organisation.appointment_checks import check, place
from qadaga.organisation.appointment_input import AppointmentInput
from qadaga.organisation.appointments import close, hand_over, held, record, seat
from qadaga.organisation.careers import outside
from qadaga.organisation.careers.choices import DecisionKind
from qadaga.organisation.exercise import exercise
from qadaga.organisation.handover.services import Passing
from qadaga.organisation.refusals import refused_by
from qadaga.staff import selectors as staff
from qadaga.staff.models import Absence, Appointment

AWAY = {
    "appointment_one_absence": FieldError(
        "starts_on", "overlap", N_("The person is seconded from this post in these days already.")
    )
}


@implements("O.10", "L.2.2")
@transaction.atomic
def transfer(
    *, by: Actor, on: date, appointment_id: UUID, to: AppointmentInput, passing: Passing | None = None
) -> Appointment:
    """Transfer the holder to another post: the one ends on the day the other begins.

    `to.person_id` is the holder's. Both ends must be within the power. Raises InvalidInput, NotPermitted,
    Conflict `open_work`, NotFound.
    """
    standing.move({staff.appointment_by_id(appointment_id).office_id, to.office_id, by.office_id})
    old = held(appointment_id, passing)
    to = replace(to, person_id=old.person_id)
    where = place(to)
    exercise(by, "appointment.end", subjects.of_post(old.office, on, heads=old.heads), on)
    subject = subjects.of_post(where.office, on, heads=where.post.heads)
    done = exercise(by, "appointment.transfer", subject, on)
    outside.refuse_leaving(old.post)
    checked = check(to, where)
    journals = hand_over(old, passing, by, on)
    close(old, to.starts_on, to.ground)
    row = seat(checked, to, DecisionKind.TRANSFER, old, done)
    for journal in journals:
        journal()
    record("appointment.transfer", row, done)
    return row


@implements("O.10", "L.2.2")
@transaction.atomic
def second(
    *, by: Actor, on: date, appointment_id: UUID, to: AppointmentInput, passing: Passing | None = None
) -> Appointment:
    """Second the holder to a post of another office until `to.ends_on`, the day of return.

    The post stays; the person is away from it, not from the new one. Raises as `transfer`.
    """
    standing.move({staff.appointment_by_id(appointment_id).office_id, to.office_id, by.office_id})
    old = held(appointment_id, passing)
    to = replace(to, person_id=old.person_id)
    where = place(to)
    exercise(by, "appointment.second", subjects.of_post(old.office, on, heads=old.heads), on)
    subject = subjects.of_post(where.office, on, heads=where.post.heads)
    done = exercise(by, "appointment.second", subject, on)
    _check_secondment(old, to)
    checked = check(to, where)
    journals = hand_over(old, passing, by, on, comes_back=True)
    row = seat(checked, to, DecisionKind.SECONDMENT, old, done)
    _leave_post(old, to)
    for journal in journals:
        journal()
    record("appointment.second", row, done)
    return row


def _check_secondment(old: Appointment, to: AppointmentInput) -> None:
    if to.office_id == old.office_id:
        raise InvalidInput.of(
            "office", "own_office", N_("A secondment is to another office; within the office use a transfer.")
        )
    if to.ends_on is None:
        raise InvalidInput.of("ends_on", "required", N_("A secondment ends: enter the day of return."))
    if not old.holds(to.starts_on) or (old.ends_on is not None and to.ends_on > old.ends_on):
        raise InvalidInput.of(
            "ends_on", "no_post", N_("The person does not hold the own post on all of these days.")
        )


def _leave_post(old: Appointment, to: AppointmentInput) -> None:
    """Away from the own post only: in the new one the person is present."""
    with refused_by(AWAY):
        Absence.objects.create(
            person=old.person,
            appointment=old,
            kind="secondment",
            starts_on=to.starts_on,
            ends_on=to.ends_on,
            ground=to.ground,
        )
