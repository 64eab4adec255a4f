"""What passed, and what nobody holds: work of officers whose post is over."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import F, QuerySet, Value
from django.db.models.functions import Coalesce, NullIf

from qadaga.acts.models import Act
from qadaga.acts.models.act import BEFORE_SIGNING
from qadaga.authority import barred
from qadaga.matters.models import Matter
from qadaga.matters.models.matter import WITH_ASSIGNEE
from qadaga.organisation.handover.models import HandOver, HandOverItem
from qadaga.organisation.handover.owners import left_behind
from qadaga.organisation.orders.models import Order, OrderPoint
from qadaga.organisation.seals.models import Seal

MOST = 50


def ownerless_matters(office_id: UUID, on: date, *, reader: UUID | None = None) -> QuerySet[Matter]:
    """Matters of the office in the hands of somebody whose post is over, the most urgent first.

    Nothing that complains of the reader.
    """
    rows = Matter.objects.filter(assignee__ends_on__lte=on, holder=office_id, status__in=WITH_ASSIGNEE)
    return barred.without(rows, reader, "matter").order_by("due_on", "id")[:MOST]


def ownerless_drafts(office_id: UUID, on: date, *, reader: UUID | None = None) -> QuerySet[Act]:
    """Drafts of somebody whose post is over, the oldest first: a draft has no date of its own."""
    rows = Act.objects.filter(author__ends_on__lte=on, matter__holder=office_id, status__in=BEFORE_SIGNING)
    return barred.without(rows, reader, "act").order_by("drafted_on", "id")[:MOST]


def ownerless_service_work(office_id: UUID, on: date) -> list[QuerySet[Any]]:
    """Drafts of orders, control, points and seals of somebody of the office whose post is over.

    One query a column that owns, each with `whose` (the family name), `called` and `giver` (the appointment).
    """
    named: list[tuple[type[Any], str, Any]] = [
        (Order, "author", _title("")),
        (Order, "controller", _title("")),
        (OrderPoint, "executor", _title("order__")),
        (Seal, "holder", F("mark")),
    ]
    return [
        left_behind(model, column, on)
        .filter(**{f"{column}__office": office_id})
        .annotate(whose=F(f"{column}__person__last_name"), called=what, giver=F(column))
        .order_by("due_on", "id")[:MOST]
        for model, column, what in named
    ]


def _title(to_order: str) -> Coalesce:
    names = ("number_text", "title_kk", "title_ru")
    return Coalesce(*(NullIf(F(f"{to_order}{name}"), Value("")) for name in names))


def hand_overs_of(person_id: UUID) -> QuerySet[HandOver]:
    """What the person gave away, the latest first."""
    return HandOver.objects.filter(giver__person=person_id).order_by("-on", "-id")


def taken_over_by(person_id: UUID) -> QuerySet[HandOverItem]:
    """What the person took over, the latest first."""
    rows = HandOverItem.objects.filter(receiver__person=person_id)
    return rows.select_related("handover__giver__person").order_by("-handover__on", "-id")
