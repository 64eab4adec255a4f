"""Duty shifts: set by the leadership, handed over by whoever had them (O.8.d6, L.3.2)."""

from datetime import date, datetime
from uuid import UUID

from django.http import HttpResponse
from ninja import Schema, Status

from qadaga.api import registers
from qadaga.api.auth import ApiRequest
from qadaga.api.common import adding, shown, updating, zoned
from qadaga.api.routing import Router
from qadaga.api.schemas import Long
from qadaga.organisation.shifts import selectors, services
from qadaga.organisation.shifts.models import Shift
from qadaga.organisation.shifts.register import SHIFTS

shifts = Router(tags=["shifts"])


class ShiftIn(Schema):
    """Who is on duty, from when to when."""

    officer_id: UUID
    starts_at: datetime
    ends_at: datetime


class ShiftHandedIn(Schema):
    """What happened on the shift, to whom it passes."""

    happened: Long
    to_id: UUID


class ShiftOut(Schema):
    """A shift; what happened is told on the hand-over."""

    id: UUID
    office_id: UUID
    status: str
    officer_id: UUID
    day: date
    starts_at: datetime
    ends_at: datetime
    set_by_id: UUID
    handed_at: datetime | None
    handed_to_id: UUID | None
    happened: str | None
    version: int


@shifts.post("", response={201: ShiftOut})
def set_shift(request: ApiRequest, response: HttpResponse, payload: ShiftIn) -> Status[Shift]:
    """Put an officer of the caller's office on duty; shifts of an office never overlap."""
    hours = services.Hours(payload.officer_id, zoned(payload.starts_at), zoned(payload.ends_at))
    return Status(201, shown(response, services.set_shift(hours=hours, **adding(request))))


@shifts.get("/{uuid:pk}", response=ShiftOut)
def read_shift(request: ApiRequest, response: HttpResponse, pk: UUID) -> Shift:
    """A shift of the caller's scope."""
    return shown(response, selectors.read_shift(request.actor, request.on, pk))


@shifts.change("/{uuid:pk}/hand-over", response=ShiftOut)
def hand_over(request: ApiRequest, response: HttpResponse, pk: UUID, payload: ShiftHandedIn) -> Shift:
    """Hand the shift over, with what happened on it."""
    return shown(response, services.hand_over(shift_id=pk, **payload.dict(), **updating(request)))


registers.mount(shifts, SHIFTS)
