"""Questions about people and posts, each as of a day (O.10-O.15)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet

from qadaga.common.errors import NotFound
from qadaga.offices.dated import DatedQuerySet, in_force
from qadaga.staff.models import Absence, ActingHead, Appointment, Person


def people_of(office_id: UUID, on: date) -> QuerySet[Appointment]:
    """Appointments in force in the office on the day, heads first, then by name; each has a flag `absent`."""
    rows = people_in([office_id], on).select_related("person", "office", "unit")
    return rows.order_by("-heads", "person__sort_key", "id")


def head_of(office_id: UUID, on: date) -> Appointment | None:
    """The appointment of the head of the office on the day, present or not (O.10)."""
    return people_of(office_id, on).filter(heads=True).first()


def is_absent(person_id: UUID, on: date) -> bool:
    """Whether the person is away from every post on the day."""
    return Absence.objects.filter(in_force(on), person=person_id, appointment__isnull=True).exists()


def head_is_present(office_id: UUID, on: date) -> bool:
    """Whether the office has a head on the day and the head is not away (O.14.2, O.15)."""
    return people_of(office_id, on).filter(~_away(on), heads=True).exists()


def acting_head(office_id: UUID, on: date) -> Appointment | None:
    """Who replaces the absent head on the day; nobody while the head is present or nobody has been named.

    Whoever is named loses the place with the post and while away (O.14.2, O.15).
    """
    leads = who_leads(office_id, on)
    return None if leads is None or leads.heads else leads


def who_leads(office_id: UUID, on: date) -> Appointment | None:
    """The head if present, else whoever acts for the head, else nobody (O.12, O.14.2)."""
    return leader_among(people_of(office_id, on))


def leader_among(people: Iterable[Appointment]) -> Appointment | None:
    """Who leads, of the people that `people_of` gives of one office."""
    here = [row for row in people if not row.absent]  # type: ignore[attr-defined]  # annotated by people_in
    heads = [row for row in here if row.heads]
    acting = [row for row in here if row.named]  # type: ignore[attr-defined]  # annotated by people_in
    return next(iter(heads or acting), None)


def offices_nobody_leads(on: date, office_ids: Iterable[UUID]) -> frozenset[UUID]:
    """Which of the offices have neither a present head nor an effective acting head on the day."""
    # Who leads is few people in the whole country: naming every office in the statement would cost more.
    here = Appointment.objects.filter(in_force(on)).filter(~_away(on)).values_list("office_id", flat=True)
    named = ActingHead.objects.filter(in_force(on)).values("appointment")
    return frozenset(office_ids).difference(here.filter(heads=True).union(here.filter(pk__in=named)))


def people_in(office_ids: Iterable[UUID], on: date) -> QuerySet[Appointment]:
    """Appointments in force in any of the offices on the day, each with flags `absent` and `named`."""
    rows = Appointment.objects.filter(in_force(on), office__in=list(office_ids))
    named = ActingHead.objects.filter(in_force(on), appointment=OuterRef("pk"))
    return rows.select_related("person").annotate(absent=_away(on), named=Exists(named))


def hats_of(user_id: UUID, on: date) -> QuerySet[Appointment]:
    """The appointments a signed-in person may act under on the day, to choose the hat they wear."""
    rows = Appointment.objects.filter(in_force(on), person__user=user_id)
    return rows.select_related("person", "office").order_by("-starts_on", "id")


def appointment_by_id(appointment_id: UUID) -> Appointment:
    """The appointment; NotFound where there is none."""
    rows = Appointment.objects.select_related("person", "office__parent", "unit")
    found = rows.filter(id=appointment_id).first()
    if found is None:
        raise NotFound()
    return found


def appointments_by_id(ids: Iterable[UUID]) -> dict[UUID, Appointment]:
    """The appointments of those ids with their people and offices, in one query; unknown ids are left out."""
    rows = Appointment.objects.select_related("person", "office").filter(id__in=list(ids))
    return {held.id: held for held in rows}


def appointment_in(office_id: UUID, appointment_id: UUID) -> Appointment:
    """The appointment if it is one of that office; NotFound otherwise."""
    found = appointment_by_id(appointment_id)
    if found.office_id != office_id:
        raise NotFound()
    return found


def person_by_id(person_id: UUID) -> Person:
    """The person; NotFound where there is none."""
    found = Person.objects.select_related("user").filter(id=person_id).first()
    if found is None:
        raise NotFound()
    return found


def person_by_iin(iin: str) -> Person | None:
    """The person of that number, spaces forgiven; None for no number or nobody."""
    digits = "".join(sign for sign in iin if sign.isdigit())
    return Person.objects.filter(iin=digits).first() if digits else None


def service_of(person_id: UUID) -> DatedQuerySet[Appointment]:
    """Every appointment of the person, the latest first."""
    rows = Appointment.objects.filter(person=person_id).select_related("office__parent", "unit")
    return rows.order_by("-starts_on", "id")


def absences_of(person_id: UUID, since: date) -> QuerySet[Absence]:
    """Absences of the person that were not over on the day `since`, the earliest first."""
    rows = Absence.objects.filter(Q(ends_on__isnull=True) | Q(ends_on__gt=since), person=person_id)
    return rows.order_by("starts_on")


def acting_heads_of(office_id: UUID, since: date) -> QuerySet[ActingHead]:
    """Namings of an acting head of the office that were not over on the day `since`, the earliest first."""
    rows = ActingHead.objects.filter(Q(ends_on__isnull=True) | Q(ends_on__gt=since), office=office_id)
    return rows.select_related("appointment__person").order_by("starts_on")


def named_acting(person_id: UUID, on: date) -> frozenset[UUID]:
    """Under which appointments the person is named acting head on the day or from a later one."""
    rows = ActingHead.objects.filter(Q(ends_on__isnull=True) | Q(ends_on__gt=on))
    return frozenset(rows.filter(appointment__person=person_id).values_list("appointment_id", flat=True))


def _away(on: date) -> Exists:
    """Whether the person of an appointment is absent from it on the day."""
    here = Q(appointment__isnull=True) | Q(appointment=OuterRef("pk"))
    return Exists(Absence.objects.filter(in_force(on), here, person=OuterRef("person")))
