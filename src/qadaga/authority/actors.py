"""Builds the actor of a request in one query: the appointment, its person, the office's standing."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, TypedDict
from uuid import UUID

from django.db.models import Exists, F, OuterRef, Value
from django.db.models.functions import Coalesce

from qadaga.authority.actor import Actor
from qadaga.law.model import Who
from qadaga.offices import selectors as offices
from qadaga.offices.dated import in_force
from qadaga.staff.models import Absence, ActingHead, Appointment

if TYPE_CHECKING:
    from django_stubs_ext import WithAnnotations

    class _Flags(TypedDict):
        language: str
        absent: bool
        named: bool
        head_present: bool
        place: str

    Held = WithAnnotations[Appointment, _Flags]


def actor_for(appointment_id: UUID, on: date) -> Actor | None:
    """The actor acting under the appointment on the day; None where it is not in force then (dismissal)."""
    held = _appointment(appointment_id, on)
    if held is None:
        return None
    return Actor(
        user_id=held.person.user_id,
        person_id=held.person_id,
        appointment_id=held.id,
        office_id=held.office_id,
        region_id=held.office.region_id,
        office_code=held.office.code,
        post=held.post,
        name=held.person.name,
        language=held.language,
        day=on,
        today=_who(held),
        lookup=who_on,
    )


def who_on(appointment_id: UUID, on: date) -> Who | None:
    """The holder of the appointment as the law sees them on the day; None where it is not in force."""
    held = _appointment(appointment_id, on)
    return None if held is None else _who(held)


def _appointment(appointment_id: UUID, on: date) -> Held | None:
    away = Absence.objects.filter(in_force(on), person=OuterRef("person"))
    named = ActingHead.objects.filter(in_force(on), appointment=OuterRef("pk"))
    head_away = Absence.objects.filter(in_force(on), person=OuterRef("person"))
    present = (
        Appointment.objects.filter(in_force(on), office=OuterRef("office"), heads=True)
        .annotate(away=Exists(head_away))
        .filter(away=False)
    )
    rows = Appointment.objects.filter(in_force(on), pk=appointment_id).select_related("person", "office")
    return rows.annotate(
        language=Coalesce(F("person__user__language"), Value("ru")),
        absent=Exists(away),
        named=Exists(named),
        head_present=Exists(present),
        place=offices.standing_column('"staff_appointment"."office_id"', on),
    ).first()


def _who(held: Held) -> Who:
    place = offices.read_standing(held.place)
    return Who(
        post=held.post,
        office=held.office.code,
        office_kind=held.office.kind,
        level=held.office.level,
        path=place.path,
        spheres=place.spheres,
        territory=place.kato,
        officer=held.officer,
        acting=held.named and not held.head_present and not held.absent,
    )
