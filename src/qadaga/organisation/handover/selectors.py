"""What passed, and what nobody holds: work of officers whose post is over."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import QuerySet

from qadaga.acts.models import Act
from qadaga.acts.models.act import BEFORE_SIGNING
from qadaga.authority import barred
from qadaga.matters.models import Matter
from qadaga.matters.models.matter import WITH_ASSIGNEE
from qadaga.organisation.handover.models import HandOver, HandOverItem

MOST = 50


@dataclass(frozen=True, slots=True)
class Ownerless:
    """One thing in the hands of somebody whose post is over: `giver_id` is that appointment."""

    kind: str
    id: UUID
    name: str
    due_on: date | None
    giver_id: UUID
    last_name: str


def ownerless(office_id: UUID, on: date, *, reader: UUID | None = None) -> list[Ownerless]:
    """At most fifty of each sort, matters before drafts, the most urgent first; nothing that complains of the
    reader.
    """
    matters = Matter.objects.filter(assignee__ends_on__lte=on, holder=office_id, status__in=WITH_ASSIGNEE)
    drafts = Act.objects.filter(author__ends_on__lte=on, matter__holder=office_id, status__in=BEFORE_SIGNING)
    rows = (
        barred.without(matters, reader, "matter")
        .order_by("due_on", "id")
        .values_list("id", "number_text", "due_on", "assignee", "assignee__person__last_name")
    )
    found = [Ownerless("matter", *row) for row in rows[:MOST]]
    # A draft has no date of its own: the oldest is the most urgent.
    texts = (
        barred.without(drafts, reader, "act")
        .order_by("drafted_on", "id")
        .values_list("id", "heading", "due_on", "author", "author__person__last_name")
    )
    return found + [Ownerless("draft", *row) for row in texts[:MOST]]


def hand_overs_of(person_id: UUID) -> QuerySet[HandOver]:
    """What the person gave away, the latest first, with the items."""
    rows = HandOver.objects.filter(giver__person=person_id).select_related("office", "giver")
    return rows.prefetch_related("items__receiver__person").order_by("-on", "-id")


def taken_over_by(person_id: UUID) -> QuerySet[HandOverItem]:
    """What the person took over, the latest first."""
    rows = HandOverItem.objects.filter(receiver__person=person_id)
    return rows.select_related("handover__giver__person").order_by("-handover__on", "-id")
