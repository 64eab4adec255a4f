"""The people of offices that are merged: each gets a post in the successor, or leaves (O.10, O.11)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from uuid import UUID

from qadaga.common.errors import InvalidInput
from qadaga.common.i18n import N_
from qadaga.offices.models import Office, Unit
from qadaga.organisation import appointments
from qadaga.organisation.appointment_checks import check, place
from qadaga.organisation.appointment_input import AppointmentInput
from qadaga.organisation.careers.choices import DecisionKind
from qadaga.organisation.exercise import Exercise
from qadaga.organisation.restructuring.plan import Merger
from qadaga.staff.models import ActingHead, Appointment


def serving(closing: Sequence[Office], starts_on: date) -> list[Appointment]:
    """Appointments in the closing offices that would go on on the day or begin after it; locked."""
    rows = Appointment.objects.select_for_update(of=("self",)).select_related("person", "office")
    return list(rows.filter(office__in=closing).overlapping(starts_on, None).order_by("office__code", "id"))


def serving_on(closing: Sequence[Office], on: date) -> list[Appointment]:
    """The same people for a page that asks what becomes of them; nothing is locked."""
    rows = Appointment.objects.filter(office__in=closing).overlapping(on, None)
    return list(
        rows.select_related("person", "office").order_by("office__code", "-heads", "person__sort_key")
    )


def pass_on(
    held: Sequence[Appointment], into: Office, merger: Merger, units: Mapping[UUID, Unit], done: Exercise
) -> list[Appointment]:
    """End every post in the closing offices and give those who go on theirs in the successor.

    `units`: for each unit that closes the one that goes on with it.
    """
    _end_acting(held, merger.starts_on)
    for row in held:
        _end(row, merger.starts_on, merger.ground)
        _record("appointment.end", row, done)
    staying = [(row, post) for row in held if (post := merger.posts[row.id])]
    return [_appoint(row, _entered(row, into, post, merger, units), done) for row, post in staying]


def _end(row: Appointment, ends_on: date, ground: str) -> None:
    if row.starts_on >= ends_on:
        raise InvalidInput.of(
            "people",
            "begins_later",
            N_("%(person)s is appointed there from a later day. Cancel that appointment first."),
            person=row.person.short_name,
        )
    row.ends_on, row.ground, row.version = ends_on, ground or row.ground, row.version + 1
    row.save(update_fields=["ends_on", "ground", "version"])


def _end_acting(held: Sequence[Appointment], ends_on: date) -> None:
    named = ActingHead.objects.filter(appointment__in=held)
    named.filter(starts_on__gte=ends_on).delete()
    named.overlapping(ends_on, None).update(ends_on=ends_on)


def _entered(
    row: Appointment, into: Office, post: str, merger: Merger, units: Mapping[UUID, Unit]
) -> AppointmentInput:
    unit = units.get(row.unit_id) if row.unit_id else None
    return AppointmentInput(
        person_id=row.person_id,
        office_id=into.id,
        post=post,
        starts_on=merger.starts_on,
        unit_id=unit.id if unit else None,
        officer=row.officer,
        ground=merger.ground,
    )


def _appoint(row: Appointment, entered: AppointmentInput, done: Exercise) -> Appointment:
    checked = check(entered, place(entered))
    new = appointments.seat(checked, entered, DecisionKind.TRANSFER, row, done)
    _record("appointment.make", new, done)
    return new


def _record(action: str, row: Appointment, done: Exercise) -> None:
    data = {"person": row.person_id, "post": row.post, "starts_on": row.starts_on, "ends_on": row.ends_on}
    done.record(action, row.office_id, ("appointment", row.id), data)
