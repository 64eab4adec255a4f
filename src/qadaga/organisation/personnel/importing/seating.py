"""Appointments of many people at once: each is ruled on and checked as by hand, then all are written."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from qadaga.law.coverage import implements
from qadaga.law.model import Subject
from qadaga.matters import deaths
from qadaga.offices.models import Office, Unit
from qadaga.organisation import appointments
from qadaga.organisation.appointment_checks import Checked, Place, at, check, lock_units
from qadaga.organisation.appointment_input import AppointmentInput
from qadaga.organisation.careers import entry
from qadaga.organisation.careers.choices import DecisionKind
from qadaga.organisation.careers.models import Decision
from qadaga.organisation.exercise import Exercise
from qadaga.organisation.personnel.importing.known import Known
from qadaga.organisation.personnel.importing.ruled import Ruled
from qadaga.organisation.refusals import refused_by
from qadaga.organisation.staffing.occupancy import Room, wanted
from qadaga.staff.models import Appointment, Person

Given = tuple[AppointmentInput, Person, Office]


@dataclass(frozen=True, slots=True)
class _Seat:
    """One appointment on its way to be written."""

    checked: Checked
    row: Appointment
    done: Exercise


class Seating:
    """Appoints people whom `known` tells of; their offices' order is held by the caller."""

    def __init__(self, ruled: Ruled, known: Known) -> None:
        self._ruled, self._known = ruled, known

    @implements("O.10", "O.11")
    def seat(self, given: Sequence[Given]) -> None:
        """Raises InvalidInput and NotPermitted as `appointments.make` does, for any of them."""
        placed = [(entered, at(entered, person, office)) for entered, person, office in given]
        room = Room([wanted(where, entered) for entered, where in placed])
        units = lock_units({entered.unit_id for entered, _ in placed if entered.unit_id})
        died = deaths.days([str(person.iin) for _, person, _ in given if person.iin])
        seats = [self._checked(entered, where, room, units, died) for entered, where in placed]
        with refused_by(appointments.REFUSALS):
            Appointment.objects.bulk_create(seat.row for seat in seats)
        Decision.objects.bulk_create(self._decision(seat) for seat in seats)
        for seat in seats:
            if seat.checked.post.ex_officio:
                appointments.seat_ex_officio(seat.row, seat.checked.post.ex_officio, seat.done)
            appointments.record("appointment.make", seat.row, seat.done)

    def _checked(
        self,
        entered: AppointmentInput,
        where: Place,
        room: Room,
        units: Mapping[UUID, Unit],
        died: Mapping[str, date],
    ) -> _Seat:
        done = self._ruled("appointment.make", self._subject(where, room.marks(wanted(where, entered))))
        checked = check(entered, where, units, died)
        row = appointments.row_of(checked, entered)
        room.take(row)
        self._known.note_post(row)
        return _Seat(checked, row, done)

    def _subject(self, where: Place, marks: frozenset[str]) -> Subject:
        known, person = self._known, where.person
        served = (held.officer for held in known.posts(person))
        unchecked = entry.waits(served, known.check(person), officer=where.officer)
        return appointments.subject(where, self._ruled.on, marks, unchecked=unchecked, by=self._ruled.by)

    def _decision(self, seat: _Seat) -> Decision:
        return Decision(
            kind=DecisionKind.APPOINTMENT,
            appointment=seat.row,
            on=self._ruled.on,
            by_id=self._ruled.by.appointment_id,
        )
