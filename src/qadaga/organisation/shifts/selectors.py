"""Who is on duty now, and the shifts of an office."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from django.db.models import Exists, Model

from qadaga.authority.actor import Actor
from qadaga.authority.scope import get_or_404, scope_of
from qadaga.common import clock
from qadaga.organisation.shifts.models import Shift, ShiftStatus
from qadaga.staff.models import Appointment
from qadaga.staff.selectors import people_of


def duty_now(actor: Actor) -> Exists:
    """Whether the actor has the duty shift now: a column of a statement that reads some other row."""
    now = clock.now()
    running = Shift.objects.filter(status=ShiftStatus.SET, starts_at__lte=now, ends_at__gt=now)
    return Exists(running.filter(officer=actor.appointment_id))


def on_duty(row: Model, actor: Actor) -> bool:
    """Whether the actor has the duty shift now; known without asking where the row was read with `duty_now`
    as `duty`, else asked once of each row.
    """
    known: dict[Any, bool] = row.__dict__.setdefault("_duties", {})
    if actor.appointment_id not in known:
        now = clock.now()
        running = Shift.objects.filter(status=ShiftStatus.SET, starts_at__lte=now, ends_at__gt=now)
        known[actor.appointment_id] = running.filter(officer=actor.appointment_id).exists()
    return known[actor.appointment_id]


def know_duty(row: Model, actor: Actor, read: Model) -> None:
    """Keep with the row what the statement that read it found of the actor (`duty`)."""
    row.__dict__.setdefault("_duties", {})[actor.appointment_id] = read.__dict__["duty"]


def read_shift(actor: Actor, on: date, pk: Any) -> Shift:
    """The shift with its people; NotFound outside the scope."""
    rows = Shift.objects.select_related(
        *("office__parent", "officer__person", "officer__office", "set_by__person", "set_by__office"),
        *("handed_to__person", "handed_to__office"),
    )
    return get_or_404(rows, scope_of(actor, on), pk)


def candidates(office_id: Any, on: date) -> list[Appointment]:
    """Officers of the office who may be on duty."""
    return [held for held in people_of(office_id, on) if held.officer]


def covered_until(office_id: Any) -> datetime | None:
    """When the office's last shift ends; None where it has none."""
    last = Shift.objects.filter(office=office_id).order_by("-day", "-id").first()
    return last.ends_at if last else None
