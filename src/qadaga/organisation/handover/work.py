"""The open work of an officer: what there is, what goes with it, and who may not take which part of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Count, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce

from qadaga.acts.choices import MeasureStatus
from qadaga.acts.models import Act, Measure
from qadaga.acts.services.handing import open_drafts
from qadaga.database.together import together
from qadaga.matters.choices import TermState
from qadaga.matters.models import ComplainedOf, ConflictDeclaration, Term
from qadaga.matters.services.handing import open_matters
from qadaga.organisation.handover.items import OPEN_TO_EMPLOYEES, Kind, OpenItem
from qadaga.organisation.handover.service_work import service_items, service_questions
from qadaga.staff import selectors as staff
from qadaga.staff.models import Appointment


def open_work(appointment_id: UUID, on: date) -> list[OpenItem]:
    """Everything that is open in the officer's hands: matters and drafts, then what the service asks of them.

    Each sort the most urgent first. One query.
    """
    return _items(together(**_questions(appointment_id, on)))


def with_receivers(giver: Appointment, on: date) -> tuple[list[OpenItem], list[Appointment]]:
    """The open work, and who of the giver's office holds a post on the day, but the giver. One query.

    Officers; employees too where something among the items may be theirs.
    """
    people = staff.people_of(giver.office_id, on).exclude(person=giver.person_id)
    rows = together(**_questions(giver.id, on), people=people)
    items = _items(rows)
    any_employee = any(item.kind in OPEN_TO_EMPLOYEES for item in items)
    return items, [row for row in rows["people"] if row.officer or any_employee]


def may_take(item: OpenItem, people: Iterable[Appointment]) -> list[Appointment]:
    """Of the people, those whom nothing bars from the item."""
    able = [row for row in people if row.officer or item.kind in OPEN_TO_EMPLOYEES]
    return [row for row in able if row.person_id not in item.barred]


def _of_matter(row: Any, barred: dict[UUID, str]) -> OpenItem:
    return OpenItem(
        Kind.MATTER.value,
        row.id,
        row.number_text,
        row.title,
        row.status,
        row.due_on,
        row.id,
        row.terms_running,
        row.requests_waiting,
        barred,
    )


def _of_draft(row: Act, barred: dict[UUID, str]) -> OpenItem:
    about = row.matter
    return OpenItem(
        Kind.DRAFT.value,
        row.id,
        row.heading,
        about.number_text,
        row.status,
        matter_id=about.id,
        barred=barred,
    )


def _questions(held: UUID, on: date) -> dict[str, QuerySet[Any]]:
    matters, drafts = open_matters(held), open_drafts(held)
    named = Q(matter__in=matters.values("id")) | Q(matter__in=drafts.values("matter"))
    terms = Term.objects.filter(matter=OuterRef("pk")).exclude(state=TermState.FINISHED)
    waiting = (MeasureStatus.ISSUED, MeasureStatus.SERVED)
    requests = Measure.objects.filter(matter=OuterRef("pk"), status__in=waiting)
    return {
        "matters": matters.annotate(terms_running=_count(terms), requests_waiting=_count(requests)),
        "drafts": drafts,
        "complained_of": ComplainedOf.objects.filter(named),
        "conflict": ConflictDeclaration.objects.filter(named),
        **service_questions(held, on),
    }


def _count(rows: QuerySet[Any]) -> Coalesce:
    return Coalesce(Subquery(rows.order_by().values("matter").annotate(n=Count("id")).values("n")), 0)


def _items(rows: Mapping[str, list[Any]]) -> list[OpenItem]:
    barred: dict[UUID, dict[UUID, str]] = {}
    for mark in ("complained_of", "conflict"):
        for row in rows[mark]:
            barred.setdefault(row.matter_id, {})[row.person_id] = mark
    found = [_of_matter(row, barred.get(row.id, {})) for row in rows["matters"]]
    found += [_of_draft(row, barred.get(row.matter_id, {})) for row in rows["drafts"]]
    return found + service_items(rows)
