"""Naming who replaces the head of an office while the head is absent (O.11, O.14.2, O.15)."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from django.db import transaction
from django.db.models import Q

from qadaga.authority import standing
from qadaga.authority.actor import Actor
from qadaga.authority.alarms import services as duties
from qadaga.common import clock
from qadaga.common.errors import FieldError, NotFound, Problems
from qadaga.common.i18n import N_
from qadaga.common.text import clean
from qadaga.journal import services as journal
from qadaga.law.coverage import implements
from qadaga.organisation import subjects
from qadaga.organisation.exercise import Exercise, exercise
from qadaga.organisation.refusals import check_period, refused_by
from qadaga.staff import selectors as staff
from qadaga.staff.models import Absence, ActingHead, Appointment

REFUSALS = {
    "office_one_acting_head": FieldError(
        "starts_on",
        "two_acting",
        N_("Somebody is named to replace the head in these days already. There is never more than one."),
    )
}


@implements("O.14.2", "O.15")
@transaction.atomic
def appoint(
    *,
    by: Actor,
    on: date,
    appointment_id: UUID,
    starts_on: date,
    ends_on: date | None = None,
    ground: str = "",
) -> ActingHead:
    """Name the holder of the appointment the acting head of its office.

    It has effect on those of the days on which the head is absent or there is none. Raises InvalidInput (an
    employee, the head, days outside the appointment or of an absence, a second acting head), NotPermitted.
    """
    held = staff.appointment_by_id(appointment_id)
    standing.move({held.office_id, by.office_id})
    subject = subjects.of_office(held.office, on, kind="acting_head")
    done = exercise(by, "acting.appoint", subject, on)
    check_period(starts_on, ends_on)
    _check(held, starts_on, ends_on)
    row = ActingHead(
        office=held.office,
        appointment=held,
        starts_on=starts_on,
        ends_on=ends_on,
        ground=clean(ground, field="ground", max_length=300),
    )
    with refused_by(REFUSALS):
        row.save(force_insert=True)
    with journal.gathered():
        # A naming from a later day leaves the gap of today open: its clock goes on.
        if row.starts_on <= on:
            duties.fulfil(subject=("office", row.office_id), power="acting.appoint", by=by, at=clock.now())
        _record("acting.appoint", row, done)
    return row


@transaction.atomic
def end(*, by: Actor, on: date, acting_id: int, office_id: UUID, ends_on: date) -> ActingHead:
    """End the naming on the day given, the first without it. Raises InvalidInput, NotPermitted, NotFound."""
    standing.move({office_id, by.office_id})
    row = ActingHead.objects.select_for_update().filter(id=acting_id, office=office_id).first()
    if row is None:
        raise NotFound()
    subject = subjects.of_office(row.office, on, kind="acting_head")
    done = exercise(by, "acting.appoint", subject, on)
    check_period(row.starts_on, ends_on)
    row.ends_on = ends_on
    with refused_by(REFUSALS):
        row.save()
    _record("acting.end", row, done)
    return row


def _check(held: Appointment, starts_on: date, ends_on: date | None) -> None:
    problems = Problems()
    if held.heads:
        problems.add("appointment", "is_head", N_("This is the head; name somebody else of the office."))
    if not held.officer:
        problems.add(
            "appointment", "employee", N_("Only an officer may replace the head; this person is an employee.")
        )
    if not _covers(held, starts_on, ends_on):
        problems.add(
            "starts_on",
            "no_post",
            N_("The person does not hold the post on all of these days. Shorten the period."),
        )
    here = Q(appointment__isnull=True) | Q(appointment=held)
    if Absence.objects.overlapping(starts_on, ends_on).filter(here, person=held.person_id).exists():
        problems.add(
            "starts_on", "absent", N_("The person is absent on some of these days. Name somebody else.")
        )
    problems.check()


def _covers(held: Appointment, starts_on: date, ends_on: date | None) -> bool:
    if held.starts_on > starts_on:
        return False
    return held.ends_on is None or (ends_on is not None and ends_on <= held.ends_on)


def _record(action: str, row: ActingHead, done: Exercise) -> None:
    data = {"appointment": row.appointment_id, "starts_on": row.starts_on, "ends_on": row.ends_on}
    done.record(action, row.office_id, ("office", row.office_id), data)
