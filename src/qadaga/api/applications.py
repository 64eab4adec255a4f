"""Applications to court out of matters, and what the court decided (O.7.2)."""

from datetime import date
from typing import Annotated
from uuid import UUID

from django.http import HttpResponse, HttpResponseBase
from ninja import Field, Schema, Status

from qadaga.api import registers, rulings
from qadaga.api.auth import ApiRequest
from qadaga.api.common import adding, shown, updating
from qadaga.api.routing import Router
from qadaga.api.schemas import Code, Day, Line, Long
from qadaga.court.applications import selectors, services
from qadaga.court.applications.models import Application
from qadaga.court.applications.register import APPLICATIONS
from qadaga.documents.downloads import attachment

router = Router(tags=["court"])


class ApplicationIn(Schema):
    """In whose interest, against whom, what the court is asked; the act that was not satisfied."""

    matter_id: UUID
    ground: Code
    person: Line
    defendant: Line
    court: Line
    norm: Annotated[str, Field(max_length=500)]
    claim: Long
    language: Code = "ru"
    act_id: UUID | None = None


class ApplicationOutcomeIn(Schema):
    """What the court did: accepted, returned, granted, granted_part, dismissed or ended."""

    outcome: Code
    decided_on: Day
    decision: Long
    case_number: Annotated[str, Field(max_length=60)] = ""


class ApplicationOut(Schema):
    """An application to court with its outcome."""

    id: UUID
    number_text: str
    status: str
    office_id: UUID
    matter_id: UUID
    act_id: UUID | None
    ground: str
    person: str
    defendant: str
    court: str
    norm: str
    claim: str
    signed_on: date
    sha256: str
    case_number: str
    decided_on: date | None
    decision: str | None
    version: int


@router.post("", response={201: ApplicationOut})
def apply(request: ApiRequest, response: HttpResponse, payload: ApplicationIn) -> Status[Application]:
    """Apply to court in a matter."""
    applied = services.Applied(**payload.dict(exclude={"matter_id"}))
    made = services.apply(matter_id=payload.matter_id, applied=applied, **adding(request))
    return Status(201, shown(response, made))


@router.get("/{uuid:pk}", response=ApplicationOut)
def read(request: ApiRequest, response: HttpResponse, pk: UUID) -> Application:
    """An application of the caller's scope; the reading is journalled."""
    return shown(response, selectors.read_application(request.actor, request.on, pk))


rulings.mount(
    router, "applications", lambda request, pk: selectors.read_application(request.actor, request.on, pk)
)


@router.get("/{uuid:pk}/pdf")
def paper(request: ApiRequest, pk: UUID) -> HttpResponseBase:
    """The application as it was signed, PDF/A."""
    return attachment(selectors.read_application(request.actor, request.on, pk).pdf)


@router.change("/{uuid:pk}/outcome", response=ApplicationOut)
def record_outcome(
    request: ApiRequest, response: HttpResponse, pk: UUID, payload: ApplicationOutcomeIn
) -> Application:
    """Record what the court did."""
    done = services.record_outcome(application_id=pk, **payload.dict(), **updating(request))
    return shown(response, done)


registers.mount(router, APPLICATIONS)
