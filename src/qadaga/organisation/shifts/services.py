"""A shift set by the leadership and handed over by whoever had it (O.8.d6, O.13.1)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from django.db import transaction

from qadaga.authority.actor import Actor
from qadaga.common import clock
from qadaga.common.errors import AlreadyDone, Conflict, FieldError, InvalidInput
from qadaga.common.i18n import N_
from qadaga.law.coverage import implements
from qadaga.law.model import Subject
from qadaga.matters import change, dates
from qadaga.matters.services.base import text
from qadaga.matters.step import Course
from qadaga.matters.subject import path_of
from qadaga.matters.transitions import Table
from qadaga.offices.selectors import office_by_id
from qadaga.organisation.refusals import refused_by
from qadaga.organisation.shifts.models import Shift, ShiftStatus
from qadaga.organisation.shifts.selectors import candidates
from qadaga.staff.models import Appointment

TABLE = Table({("set", "shift.hand_over"): "handed"}, words=dict(ShiftStatus.choices))
SHIFTS: Course[Shift] = Course("duty_shift", TABLE, lambda shift: shift.office_id)
LONGEST, AHEAD = timedelta(hours=48), timedelta(days=400)
TAKEN = {
    "shift_one_at_a_time": FieldError(
        "starts_at", "overlaps", N_("Somebody of the office has a shift in these hours. Choose other hours.")
    )
}


@dataclass(frozen=True, slots=True)
class Hours:
    """Who is on duty, from when to when."""

    officer_id: UUID
    starts_at: datetime
    ends_at: datetime


def shift_subject(shift: Shift, actor: Actor, on: date) -> Subject:
    """The shift as the law sees it; "mine" marks that the actor has it."""
    mine = {"mine"} if shift.officer_id == actor.appointment_id else set()
    path = path_of(shift.office, actor, on)
    return Subject("duty_shift", office=path[-1], path=path, status=shift.status, marks=frozenset(mine))


@implements("O.8.d6", "L.3.2")
@transaction.atomic
def set_shift(*, hours: Hours, by: Actor, on: date) -> Shift:
    """Put an officer of one's office on duty. Raises InvalidInput (hours that another has), NotPermitted."""
    office = office_by_id(by.office_id)
    row = Shift(office=office, region_id=office.region_id, set_by_id=by.appointment_id)
    step = SHIFTS.ask(row, "shift.set", shift_subject(row, by, on), by=by, on=on)
    row.starts_at, row.ends_at = (
        dates.moment(name, getattr(hours, name)) for name in ("starts_at", "ends_at")
    )
    _refuse_hours(row)
    row.day = clock.local(row.starts_at).date()
    row.officer = _officer("officer", hours.officer_id, row, row.day)
    with refused_by(TAKEN):
        row.save(force_insert=True)
    step.journal(officer=row.officer_id, starts_at=row.starts_at.isoformat(), ends_at=row.ends_at.isoformat())
    return row


@implements("O.8.d6", "L.3.2")
@transaction.atomic
def hand_over(*, shift_id: UUID, version: int, happened: str, to_id: UUID, by: Actor, on: date) -> Shift:
    """Hand the shift over: what happened on it, and to whom; what is left of its hours passes with it.

    Raises Conflict before it began, AlreadyDone, InvalidInput.
    """
    row = change.locked(Shift.objects.select_related("office"), shift_id, by=by, on=on)
    step = SHIFTS.ask(row, "shift.hand_over", shift_subject(row, by, on), by=by, on=on)
    if row.status == ShiftStatus.HANDED:
        raise AlreadyDone()
    change.expect(row, version)
    now = clock.now()
    if row.starts_at >= now:
        raise Conflict("not_begun", N_("The shift has not begun. It is handed over once it has."))
    told, to = text("happened", happened), _officer("to", to_id, row, on)
    if to.id == row.officer_id:
        raise InvalidInput.of("to", "holder", N_("This officer has the shift already. Choose another."))
    ends_at = row.ends_at
    step.save(handed_at=now, handed_to=to, happened=told, ends_at=min(ends_at, now))
    left = _rest(row, to, now, ends_at) if now < ends_at else None
    step.journal(to=to.id, shift=left.id if left else None)
    return row


def _rest(row: Shift, to: Appointment, now: datetime, ends_at: datetime) -> Shift:
    """Until the end of the hours nobody would be on duty: they pass to whoever takes the shift over."""
    left = Shift(office=row.office, region_id=row.region_id, set_by_id=row.officer_id, officer=to)
    left.starts_at, left.ends_at, left.day = now, ends_at, clock.local(now).date()
    left.save(force_insert=True)
    return left


def _refuse_hours(row: Shift) -> None:
    if not row.starts_at < row.ends_at <= row.starts_at + LONGEST:
        raise InvalidInput.of("ends_at", "bad_length", N_("A shift ends after it begins, within 48 hours."))
    if not clock.now() - timedelta(days=1) <= row.starts_at <= clock.now() + AHEAD:
        raise InvalidInput.of("starts_at", "out_of_plan", N_("Choose hours from today on, within a year."))


def _officer(field: str, officer_id: UUID, row: Shift, on: date) -> Appointment:
    found = next((held for held in candidates(row.office_id, on) if held.id == officer_id), None)
    if found is None:
        raise InvalidInput.of(field, "not_of_office", N_("Choose an officer who serves in the office then."))
    return found
