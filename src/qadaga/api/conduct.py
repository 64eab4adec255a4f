"""Conduct matters, gifts and contacts: for the person, the head and staff officers of the line."""

from datetime import date
from uuid import UUID

from django.http import HttpResponse
from ninja import Schema, Status

from qadaga.api.auth import ApiRequest
from qadaga.api.common import adding, shown, updating
from qadaga.api.routing import Router
from qadaga.api.schemas import Code, Day, Line, Long
from qadaga.organisation.conduct import entries
from qadaga.organisation.conduct.entries import ConductInput
from qadaga.organisation.conduct.models import ConductEntry

router = Router(tags=["conduct"])
of_people = Router(tags=["conduct"])


class ConductOut(Schema):
    """An entry; `value` of a gift in tiyn."""

    id: UUID
    person_id: UUID
    kind: str
    happened_on: date
    with_whom: str
    text: str
    value: int | None
    state: str
    outcome: str
    version: int


class DeclaredIn(Schema):
    """A gift (`value` in tenge, as text) or a contact of the caller's own."""

    kind: Code
    happened_on: Day
    with_whom: Line
    text: Long
    value: Line = ""


class ConductMatterIn(Schema):
    """What somebody did against the duties of conduct."""

    happened_on: Day
    text: Long


class ConductOutcomeIn(Schema):
    """What came of it."""

    outcome: Long


@router.get("", response=list[ConductOut])
def index(request: ApiRequest, before: UUID | None = None) -> list[ConductEntry]:
    """The newest fifty entries that the caller may read, or the fifty before the one named."""
    rows = entries.visible(request.actor, request.on).order_by("-id")
    return list((rows.filter(id__lt=before) if before else rows)[:50])


@router.post("", response={201: ConductOut})
def declare(request: ApiRequest, response: HttpResponse, payload: DeclaredIn) -> Status[ConductEntry]:
    """Declare a gift or a contact of one's own."""
    row = entries.declare(declared=ConductInput(**payload.dict()), **adding(request))
    return Status(201, shown(response, row))


@router.get("/{uuid:pk}", response=ConductOut)
def read(request: ApiRequest, response: HttpResponse, pk: UUID) -> ConductEntry:
    """An entry; the reading is journalled."""
    return shown(response, entries.read(by=request.actor, on=request.on, entry_id=pk))


@router.change("/{uuid:pk}/close", response=ConductOut)
def close(request: ApiRequest, response: HttpResponse, pk: UUID, payload: ConductOutcomeIn) -> ConductEntry:
    """Record the outcome."""
    return shown(response, entries.decide(entry_id=pk, outcome=payload.outcome, **updating(request)))


@of_people.post("/{uuid:pk}/conduct", response={201: ConductOut})
def open_matter(
    request: ApiRequest, response: HttpResponse, pk: UUID, payload: ConductMatterIn
) -> Status[ConductEntry]:
    """Open a matter about somebody's conduct."""
    opened = ConductInput(kind="matter", **payload.dict())
    return Status(201, shown(response, entries.open_matter(person_id=pk, opened=opened, **adding(request))))
