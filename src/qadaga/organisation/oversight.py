"""What whoever leads an office has to see: a post without a leader below, a term about to end."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from django.conf import settings
from django.db.models import Exists, OuterRef, Q, QuerySet

from qadaga.law import catalogue
from qadaga.law.coverage import implements
from qadaga.offices.dated import in_force
from qadaga.offices.models import Office
from qadaga.staff.models import Absence, ActingHead, Appointment


@implements("O.15", "O.14.2")
def without_leader(on: date, *, above: UUID | None = None) -> QuerySet[Office]:
    """Offices where people serve and nobody may sign: the head is away or missing and nobody acts.

    `above`: only those directly under that office.
    """
    here = Appointment.objects.filter(in_force(on), office=OuterRef("pk"))
    away = Absence.objects.filter(in_force(on), person=OuterRef("person")).filter(
        Q(appointment__isnull=True) | Q(appointment=OuterRef("pk"))
    )
    named = ActingHead.objects.filter(in_force(on), appointment=OuterRef("pk"))
    leads = here.filter(~Exists(away), Q(heads=True) | Q(Exists(named)))
    standing = Q(closed_on__isnull=True) | Q(closed_on__gt=on)
    rows = Office.objects.filter(standing, Exists(here.filter(officer=True)), ~Exists(leads))
    return (rows if above is None else rows.filter(parent=above)).order_by("code")


@implements("L.2.2")
def terms_ending(office_id: UUID, on: date) -> QuerySet[Appointment]:
    """Posts with a term that ends within the months set, in the office and directly under it."""
    posts = [post.id for post in catalogue.law().at(on).posts.values() if post.term_years]
    rows = Appointment.objects.filter(
        in_force(on),
        Q(office=office_id) | Q(office__parent=office_id),
        post__in=posts,
        ends_on__lte=_months_on(on, settings.TERM_WARNING_MONTHS),
    )
    return rows.select_related("person", "office").order_by("ends_on", "id")


def acting_of(person_id: UUID) -> QuerySet[ActingHead]:
    """When the person was named to replace a head, the latest first."""
    rows = ActingHead.objects.filter(appointment__person=person_id).select_related("office")
    return rows.order_by("-starts_on")


def _months_on(day: date, months: int) -> date:
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    # The 28th is in every month: a warning need not be exact to the day.
    return date(year, month + 1, min(day.day, 28))
