"""What would pass on if offices were closed, and the hand-overs of an office."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Q, QuerySet

from qadaga.common.errors import NotFound
from qadaga.matters.choices import MatterStatus, TermState
from qadaga.matters.models import Matter, Term
from qadaga.offices.models import Office, OfficeTerritory, Unit
from qadaga.organisation.restructuring.models import Handover, PlannedChange


@dataclass(frozen=True, slots=True)
class PassesOn:
    """How much would pass to the office that follows."""

    matters: int
    terms: int
    territory: int
    units: int


def passes_on(closing: Sequence[Office]) -> PassesOn:
    """Open matters, running terms, parts of territory and units of the offices. Four queries."""
    matters = Matter.objects.filter(~Q(status=MatterStatus.CLOSED), holder__in=closing)
    terms = Term.objects.filter(~Q(state=TermState.FINISHED), office__in=closing)
    territory = OfficeTerritory.objects.filter(office__in=closing, ends_on__isnull=True)
    units = Unit.objects.filter(office__in=closing, closed_on__isnull=True)
    return PassesOn(matters.count(), terms.count(), territory.count(), units.count())


def handovers_of(office: Office) -> QuerySet[Handover]:
    """Hand-overs from or to the office, the newest first."""
    rows = Handover.objects.filter(Q(office=office) | Q(to_office=office))
    return rows.select_related("office", "to_office").order_by("-starts_on", "-id")


def planned_of(office: Office, on: date) -> QuerySet[PlannedChange]:
    """Changes of the office that are to begin after the day and were not called off, the next first."""
    rows = office.planned_changes.filter(starts_on__gt=on, called_off_on__isnull=True)
    return rows.order_by("starts_on", "id")


def planned_change(change_id: UUID) -> PlannedChange:
    """The planned change with the offices it is about. Raises NotFound."""
    row = PlannedChange.objects.prefetch_related("offices").filter(pk=change_id).first()
    if row is None:
        raise NotFound()
    return row
