"""Absences of people (O.14.2, O.13.1): recorded from a day, ended early or fixed later."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from django.db import transaction

from qadaga.authority import standing
from qadaga.authority.actor import Actor
from qadaga.common.errors import Conflict, FieldError, InvalidInput, NotFound
from qadaga.common.i18n import N_
from qadaga.common.text import clean
from qadaga.law.coverage import implements
from qadaga.organisation import subjects
from qadaga.organisation.careers.models import AbsenceChange
from qadaga.organisation.exercise import Exercise, exercise
from qadaga.organisation.refusals import check_period, refused_by
from qadaga.staff import selectors as staff
from qadaga.staff.models import Absence, Appointment

REFUSALS = {
    "person_one_absence": FieldError(
        "starts_on",
        "overlap",
        N_(
            "An absence of this person is recorded for these days already. End that one or choose other days."
        ),
    )
}


@implements("O.14.2")
@transaction.atomic
def record(
    *,
    by: Actor,
    on: date,
    appointment_id: UUID,
    kind: str,
    starts_on: date,
    ends_on: date | None = None,
    ground: str = "",
) -> Absence:
    """Record that the holder of the appointment is away; `ends_on` is the first day back, empty if unknown.

    The person is away from every post held. Raises InvalidInput, NotPermitted, NotFound.
    """
    held = staff.appointment_by_id(appointment_id)
    standing.move({*staff.service_of(held.person_id).values_list("office_id", flat=True), by.office_id})
    done = exercise(by, "absence.record", subjects.of_person(held.person, by, on, held=held), on)
    check_period(starts_on, ends_on)
    if kind not in Absence.KINDS:
        raise InvalidInput.of(
            "kind", "unknown", N_("There is no such kind of absence. Choose from the list.")
        )
    row = Absence(
        person=held.person,
        kind=kind,
        starts_on=starts_on,
        ends_on=ends_on,
        ground=clean(ground, field="ground", max_length=300),
    )
    with refused_by(REFUSALS):
        row.save(force_insert=True)
    _record("absence.record", row, held, done)
    return row


@transaction.atomic
def end(
    *, by: Actor, on: date, absence_id: int, appointment_id: UUID, ends_on: date, reason: str = ""
) -> Absence:
    """Set the first day back: an early return, or the end of an absence that had none, and why.

    Raises InvalidInput (not after the start, or over another absence), NotPermitted, NotFound.
    """
    row, held, done = _locked(by, on, absence_id, appointment_id)
    check_period(row.starts_on, ends_on)
    _keep(row, done, reason, until=ends_on)
    row.ends_on = ends_on
    with refused_by(REFUSALS):
        row.save()
    _record("absence.end", row, held, done)
    return row


@implements("O.14.2")
@transaction.atomic
def cancel(*, by: Actor, on: date, absence_id: int, appointment_id: UUID, reason: str) -> AbsenceChange:
    """Cancel an absence that has not begun; the days, the reason and who cancelled stay recorded.

    Raises InvalidInput without a reason, Conflict `begun` once it has begun, NotPermitted, NotFound.
    """
    row, held, done = _locked(by, on, absence_id, appointment_id)
    if row.starts_on <= on:
        raise Conflict("begun", N_("This absence has begun: set the first day back instead."))
    kept = _keep(row, done, clean(reason, field="reason", max_length=300, required=True), cancelled=True)
    data = {"absence": row.pk, "starts_on": row.starts_on, "ends_on": row.ends_on}
    row.delete()
    done.record("absence.cancel", held.office_id, ("person", held.person_id), data)
    return kept


def _locked(
    by: Actor, on: date, absence_id: int, appointment_id: UUID
) -> tuple[Absence, Appointment, Exercise]:
    held = staff.appointment_by_id(appointment_id)
    standing.move({*staff.service_of(held.person_id).values_list("office_id", flat=True), by.office_id})
    done = exercise(by, "absence.record", subjects.of_person(held.person, by, on, held=held), on)
    # A secondment ends with the post it is to, not here.
    rows = Absence.objects.select_for_update().filter(appointment__isnull=True)
    row = rows.filter(id=absence_id, person=held.person_id).first()
    if row is None:
        raise NotFound()
    return row, held, done


def _keep(
    row: Absence, done: Exercise, reason: str, *, until: date | None = None, cancelled: bool = False
) -> AbsenceChange:
    return AbsenceChange.objects.create(
        person_id=row.person_id,
        starts_on=row.starts_on,
        was_until=row.ends_on,
        until=until,
        cancelled=cancelled,
        reason=clean(reason, field="reason", max_length=300),
        on=done.on,
        by_id=done.by.appointment_id,
    )


def _record(action: str, row: Absence, held: Appointment, done: Exercise) -> None:
    """The kind stays out of the journal: an illness is nobody's business there."""
    data = {"absence": row.pk, "starts_on": row.starts_on, "ends_on": row.ends_on}
    done.record(action, held.office_id, ("person", row.person_id), data)
