"""Assignments to lower offices: given, reported, taken off control or given back (L.1.2)."""

from datetime import date
from typing import Annotated, Any
from uuid import UUID

from django.http import HttpResponse
from ninja import Field, Schema, Status

from qadaga.api import registers, rulings
from qadaga.api.auth import ApiRequest
from qadaga.api.common import adding, shown, updating
from qadaga.api.routing import Router
from qadaga.api.schemas import Code, Day, Long
from qadaga.organisation.assignments import selectors, services
from qadaga.organisation.assignments.models import Assignment
from qadaga.organisation.assignments.register import ASSIGNMENTS

router = Router(tags=["assignments"])


class AssignmentIn(Schema):
    """To which office by its code, what, by when; `about` is office, matter or appeal, with its number."""

    to_office: Code
    what: Long
    last_day: Day
    about: Code = "office"
    number: Annotated[str, Field(max_length=60)] = ""


class AssignmentReportIn(Schema):
    """What was done."""

    report: Long


class AssignmentBackIn(Schema):
    """What is still to be done, and by when."""

    remarks: Long
    last_day: Day


class AssignmentOut(Schema):
    """An assignment: who gave it to whom, what, by when, what came of it."""

    id: UUID
    number_text: str
    status: str
    given_by_id: UUID
    office_id: UUID
    about: str
    about_id: UUID | None
    what: str
    given_on: date
    last_day: date
    due_on: date | None
    report: str
    reported_on: date | None
    remarks: str
    taken_off_on: date | None
    version: int


@router.post("", response={201: AssignmentOut})
def give(request: ApiRequest, response: HttpResponse, payload: AssignmentIn) -> Status[Assignment]:
    """Give an assignment to an office below."""
    made = services.give(given=services.Given(**payload.dict()), **adding(request))
    return Status(201, shown(response, made))


@router.get("/{uuid:pk}", response=AssignmentOut)
def read(request: ApiRequest, response: HttpResponse, pk: UUID) -> Assignment:
    """An assignment of the caller's scope; the reading is journalled."""
    return shown(response, selectors.read_assignment(request.actor, request.on, pk))


rulings.mount(
    router, "assignments", lambda request, pk: selectors.read_assignment(request.actor, request.on, pk)
)


def _change(request: ApiRequest, pk: UUID) -> dict[str, Any]:
    return {"assignment_id": pk, **updating(request)}


@router.change("/{uuid:pk}/report", response=AssignmentOut)
def report(request: ApiRequest, response: HttpResponse, pk: UUID, payload: AssignmentReportIn) -> Assignment:
    """Report what was done."""
    return shown(response, services.report(**payload.dict(), **_change(request, pk)))


@router.change("/{uuid:pk}/taking-off", response=AssignmentOut)
def take_off(request: ApiRequest, response: HttpResponse, pk: UUID) -> Assignment:
    """Take it off control."""
    return shown(response, services.take_off(**_change(request, pk)))


@router.change("/{uuid:pk}/giving-back", response=AssignmentOut)
def give_back(request: ApiRequest, response: HttpResponse, pk: UUID, payload: AssignmentBackIn) -> Assignment:
    """Give it back with remarks and a new last day."""
    return shown(response, services.give_back(**payload.dict(), **_change(request, pk)))


registers.mount(router, ASSIGNMENTS)
