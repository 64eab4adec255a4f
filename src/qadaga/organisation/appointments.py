"""Appointments and their end (O.10, O.11, L.2.2)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import transaction

from qadaga.authority.actor import Actor
from qadaga.common.errors import FieldError, InvalidInput
from qadaga.common.i18n import N_
from qadaga.common.text import clean
from qadaga.law.coverage import implements
from qadaga.organisation import subjects
from qadaga.organisation.appointment_checks import check
from qadaga.organisation.exercise import Exercise, exercise
from qadaga.organisation.refusals import check_period, check_version, locked, refused_by
from qadaga.staff.models import Appointment

REFUSALS = {
    "office_one_head": FieldError(
        "post",
        "two_heads",
        N_("The office has a head in this period already. End that appointment first or choose other dates."),
    ),
    "person_one_post_an_office": FieldError(
        "starts_on",
        "overlap",
        N_("The person holds a post in this office in this period already. End that one first."),
    ),
}


@dataclass(frozen=True, slots=True)
class AppointmentInput:
    """What an order of appointment says. `officer` matters for posts open to both sorts of staff only."""

    person_id: UUID
    office_id: UUID
    post: str
    starts_on: date
    ends_on: date | None = None
    unit_id: UUID | None = None
    officer: bool = True
    ground: str = ""


@implements("O.10", "O.11", "L.2.2")
@transaction.atomic
def make(*, by: Actor, on: date, appointment: AppointmentInput) -> Appointment:
    """Appoint a person to a post. Raises InvalidInput (post, dates, two heads), NotPermitted, NotFound."""
    checked = check(appointment)
    subject = subjects.of_post(checked.office, on, heads=checked.heads)
    done = exercise(by, "appointment.make", subject, on)
    row = Appointment(
        person=checked.person,
        office=checked.office,
        unit=checked.unit,
        post=appointment.post,
        heads=checked.heads,
        officer=checked.officer,
        starts_on=appointment.starts_on,
        ends_on=appointment.ends_on,
        ground=clean(appointment.ground, field="ground", max_length=300),
    )
    with refused_by(REFUSALS):
        row.save(force_insert=True)
    _record("appointment.make", row, done)
    return row


@implements("O.10", "L.2.2")
@transaction.atomic
def end(
    *, by: Actor, on: date, appointment_id: UUID, ends_on: date, ground: str = "", version: int | None = None
) -> Appointment:
    """End the appointment; `ends_on` is the first day without the post.

    Raises InvalidInput (a day not after the start, or later than the end that is set), NotPermitted, Stale.
    """
    row = locked(Appointment, appointment_id)
    subject = subjects.of_post(row.office, on, heads=row.heads)
    done = exercise(by, "appointment.end", subject, on)
    check_version(row, version)
    check_period(row.starts_on, ends_on)
    _check_not_later(row, ends_on)
    row.ends_on = ends_on
    row.ground = clean(ground, field="ground", max_length=300) or row.ground
    row.version += 1
    row.save()
    _record("appointment.end", row, done)
    return row


def _check_not_later(row: Appointment, ends_on: date) -> None:
    if row.ends_on is not None and ends_on > row.ends_on:
        raise InvalidInput.of(
            "ends_on",
            "ended_before",
            N_("The appointment ends on %(end)s already. To go on after that day, make a new appointment."),
            end=row.ends_on,
        )


def _record(action: str, row: Appointment, done: Exercise) -> None:
    data = {"person": row.person_id, "post": row.post, "starts_on": row.starts_on, "ends_on": row.ends_on}
    done.record(action, row.office_id, ("appointment", row.id), data)
