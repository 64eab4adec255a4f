"""What presses whoever leads an office, in one question: no signer below, no owner, a term that ends."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import CharField, DateField, F, OuterRef, QuerySet, Subquery, UUIDField, Value
from django.db.models.functions import Cast, Concat

from qadaga.authority.actor import Actor
from qadaga.authority.alarms.selectors import running
from qadaga.organisation.alarms import FILL_GAP
from qadaga.organisation.handover.selectors import (
    ownerless_drafts,
    ownerless_matters,
    ownerless_service_work,
)
from qadaga.organisation.oversight import terms_ending, without_leader

LEADERLESS, MATTER, DRAFT, TERM, ORDER = "leaderless", "matter", "draft", "term", "order"
MOST = 50


@dataclass(frozen=True, slots=True)
class Pressing:
    """One thing. `sort`: leaderless (an office), matter, draft, order (or a seal), term (a person).

    `note`: the office's code, whose hands it was in, or the post; `other`: the appointment that held it.
    """

    sort: str
    id: UUID
    name: str
    note: str
    day: date | None
    other: UUID | None


def pressing(actor: Actor, on: date, *, language: str, below: bool) -> list[Pressing]:
    """At most fifty of each sort, in one query; `below`: whether offices may stand under the actor's."""
    office, reader = actor.office_id, actor.person_id
    sorts = [
        _matters(ownerless_matters(office, on, reader=reader)),
        _drafts(ownerless_drafts(office, on, reader=reader)),
        *(
            _rows(found, ORDER, ("called", "whose", "due_on"), "giver")
            for found in ownerless_service_work(office, on)
        ),
    ]
    if below:
        raised = running(FILL_GAP).filter(subject_id=OuterRef("pk")).values("raised_at")
        led = without_leader(on, above=office).annotate(raised=Subquery(raised[:1]))
        sorts.append(_rows(led[:MOST], LEADERLESS, (f"name_{language}", "code", "raised"), None))
        named = terms_ending(office, on).annotate(
            whose=Concat("person__last_name", Value(" "), "person__first_name"),
            called=Concat("post", Value(" "), "office__kind"),
        )
        sorts.append(_rows(named[:MOST], TERM, ("whose", "called", "ends_on"), "person"))
    return [Pressing(*row) for row in sorts[0].union(*sorts[1:], all=True)]


def _matters(found: Any) -> Any:
    return _rows(found, MATTER, ("number_text", "assignee__person__last_name", "due_on"), "assignee")


def _drafts(found: Any) -> Any:
    return _rows(found, DRAFT, ("heading", "author__person__last_name", "due_on"), "author")


def _rows(found: QuerySet[Any], sort: str, told: tuple[str, str, str], other: str | None) -> Any:
    name, note, day = told
    # Every part of the union has the same columns of the same types.
    columns = {
        "a_sort": Value(sort, CharField()),
        "b_key": F("pk"),
        "c_name": Cast(name, CharField()),
        "d_note": Cast(note, CharField()),
        "e_day": Cast(day, DateField()),
        "f_other": Cast(F(other), UUIDField()) if other else Value(None, UUIDField()),
    }
    return found.annotate(**columns).values_list(*columns)
