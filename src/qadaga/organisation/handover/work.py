"""The open work of an officer: what there is, what goes with it, and who may not take which part of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from django.db.models import Count

from qadaga.acts.choices import MeasureStatus
from qadaga.acts.models import Act, Measure
from qadaga.acts.services.handing import open_drafts
from qadaga.matters.choices import TermState
from qadaga.matters.models import ComplainedOf, ConflictDeclaration, Matter, Term
from qadaga.matters.services.handing import open_matters
from qadaga.staff import selectors as staff
from qadaga.staff.models import Appointment

MATTER, DRAFT = "matter", "draft"
Key = tuple[str, UUID]


@dataclass(frozen=True, slots=True)
class OpenItem:
    """One thing that needs an owner.

    `terms` and `requests`: terms running and requests without a reply that go with it. `barred`: who may not
    take it, by person, with the mark of the law that says why.
    """

    kind: str
    id: UUID
    matter_id: UUID
    name: str
    title: str
    status: str
    due_on: date | None
    terms: int = 0
    requests: int = 0
    barred: dict[UUID, str] = field(default_factory=dict)

    @property
    def key(self) -> Key:
        """What tells it from the others."""
        return self.kind, self.id


def open_work(appointment_id: UUID) -> list[OpenItem]:
    """Everything that is open in the officer's hands: matters, then drafts, each the most urgent first."""
    matters, drafts = open_matters(appointment_id), open_drafts(appointment_id)
    ids = {matter.id for matter in matters} | {draft.matter_id for draft in drafts}
    terms, requests, barred = _terms(matters), _requests(matters), _barred(ids)
    found = [_of_matter(row, terms[row.id], requests[row.id], barred.get(row.id, {})) for row in matters]
    return found + [_of_draft(row, barred.get(row.matter_id, {})) for row in drafts]


def has_open_work(appointment_id: UUID) -> bool:
    """Whether anything is open in the officer's hands."""
    return bool(open_matters(appointment_id) or open_drafts(appointment_id))


def receivers(giver: Appointment, on: date) -> list[Appointment]:
    """Officers of the giver's office who hold a post on the day, but the giver."""
    people = staff.people_of(giver.office_id, on).exclude(person=giver.person_id)
    return [row for row in people if row.officer]


def may_take(item: OpenItem, people: Iterable[Appointment]) -> list[Appointment]:
    """Of the people, those whom nothing bars from the item."""
    return [row for row in people if row.person_id not in item.barred]


def _of_matter(row: Matter, terms: int, requests: int, barred: dict[UUID, str]) -> OpenItem:
    return OpenItem(
        MATTER, row.id, row.id, row.number_text, row.title, row.status, row.due_on, terms, requests, barred
    )


def _of_draft(row: Act, barred: dict[UUID, str]) -> OpenItem:
    return OpenItem(
        DRAFT, row.id, row.matter_id, row.heading, row.matter.number_text, row.status, None, barred=barred
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
