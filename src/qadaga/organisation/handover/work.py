"""The open work of an officer: what there is, what goes with it, and who may not take which part of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date
from uuid import UUID

from django.db.models import Count

from qadaga.acts.choices import MeasureStatus
from qadaga.acts.models import Act, Measure
from qadaga.acts.services.handing import open_drafts
from qadaga.matters.choices import TermState
from qadaga.matters.models import ComplainedOf, ConflictDeclaration, Matter, Term
from qadaga.matters.services.handing import open_matters
from qadaga.organisation.handover.items import OPEN_TO_EMPLOYEES, Kind, OpenItem
from qadaga.organisation.handover.service_work import open_service_work
from qadaga.staff import selectors as staff
from qadaga.staff.models import Appointment


def open_work(appointment_id: UUID, on: date) -> list[OpenItem]:
    """Everything that is open in the officer's hands: matters and drafts, then what the service asks of them.

    Each sort the most urgent first.
    """
    matters, drafts = open_matters(appointment_id), open_drafts(appointment_id)
    ids = {matter.id for matter in matters} | {draft.matter_id for draft in drafts}
    terms, requests, barred = _terms(matters), _requests(matters), _barred(ids)
    found = [_of_matter(row, terms[row.id], requests[row.id], barred.get(row.id, {})) for row in matters]
    found += [_of_draft(row, barred.get(row.matter_id, {})) for row in drafts]
    return found + open_service_work(appointment_id, on)


def receivers(giver: Appointment, on: date, items: Iterable[OpenItem] = ()) -> list[Appointment]:
    """Who of the giver's office holds a post on the day, but the giver.

    Officers; employees too where something among the items may be theirs.
    """
    people = staff.people_of(giver.office_id, on).exclude(person=giver.person_id)
    any_employee = any(item.kind in OPEN_TO_EMPLOYEES for item in items)
    return [row for row in people if row.officer or any_employee]


def may_take(item: OpenItem, people: Iterable[Appointment]) -> list[Appointment]:
    """Of the people, those whom nothing bars from the item."""
    able = [row for row in people if row.officer or item.kind in OPEN_TO_EMPLOYEES]
    return [row for row in able if row.person_id not in item.barred]


def _of_matter(row: Matter, terms: int, requests: int, barred: dict[UUID, str]) -> OpenItem:
    return OpenItem(
        Kind.MATTER.value,
        row.id,
        row.number_text,
        row.title,
        row.status,
        row.due_on,
        row.id,
        terms,
        requests,
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


def _terms(matters: Sequence[Matter]) -> Counter[UUID | None]:
    running = Term.objects.filter(matter__in=matters).exclude(state=TermState.FINISHED)
    return Counter(dict(running.values_list("matter").annotate(Count("id"))))


def _requests(matters: Sequence[Matter]) -> Counter[UUID]:
    waiting = Measure.objects.filter(
        matter__in=matters, status__in=(MeasureStatus.ISSUED, MeasureStatus.SERVED)
    )
    return Counter(dict(waiting.values_list("matter").annotate(Count("id"))))


def _barred(matter_ids: Iterable[UUID]) -> dict[UUID, dict[UUID, str]]:
    found: dict[UUID, dict[UUID, str]] = {}
    ids = list(matter_ids)
    for model, mark in ((ComplainedOf, "complained_of"), (ConflictDeclaration, "conflict")):
        for matter_id, person_id in model.objects.filter(matter__in=ids).values_list("matter", "person"):
            found.setdefault(matter_id, {})[person_id] = mark
    return found
