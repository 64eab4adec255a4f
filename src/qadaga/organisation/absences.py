"""Absences of people (O.14.2, O.13.1): recorded from a day, ended early or fixed later."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from django.db import transaction

from qadaga.authority import standing
from qadaga.authority.actor import Actor
from qadaga.common.errors import FieldError, InvalidInput, NotFound
from qadaga.common.i18n import N_
from qadaga.common.text import clean
from qadaga.law.coverage import implements
from qadaga.organisation import subjects
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
def end(*, by: Actor, on: date, absence_id: int, appointment_id: UUID, ends_on: date) -> Absence:
    """Set the first day back: an early return, or the end of an absence that had none.

    Raises InvalidInput (not after the start, or over another absence), NotPermitted, NotFound.
    """
    held = staff.appointment_by_id(appointment_id)
    standing.move({*staff.service_of(held.person_id).values_list("office_id", flat=True), by.office_id})
    done = exercise(by, "absence.record", subjects.of_person(held.person, by, on, held=held), on)
    # A secondment ends with the post it is to, not here.
    rows = Absence.objects.select_for_update().filter(appointment__isnull=True)
    row = rows.filter(id=absence_id, person=held.person_id).first()
    if row is None:
        raise NotFound()
    check_period(row.starts_on, ends_on)
    row.ends_on = ends_on
    with refused_by(REFUSALS):
        row.save()
    _record("absence.end", row, held, done)
    return row


def _record(action: str, row: Absence, held: Appointment, done: Exercise) -> None:
    """The kind stays out of the journal: an illness is nobody's business there."""
    data = {"absence": row.pk, "starts_on": row.starts_on, "ends_on": row.ends_on}
    done.record(action, held.office_id, ("person", row.person_id), data)
