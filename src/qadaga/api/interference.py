"""Reports of interference, for whoever reported them and the leaders above the person reported."""

from datetime import date
from uuid import UUID

from django.http import HttpResponse
from ninja import Schema, Status

from qadaga.api.auth import ApiRequest
from qadaga.api.common import adding, shown, updating
from qadaga.api.routing import Router
from qadaga.api.schemas import Day, Line, Long
from qadaga.organisation.conduct import interference
from qadaga.organisation.conduct.interference import ReportInput
from qadaga.organisation.conduct.models import InterferenceReport

router = Router(tags=["interference"])


class InterferenceOut(Schema):
    """A report; `insider_id` names somebody of the service, `outsider` anybody else."""

    id: UUID
    reporter_id: UUID
    insider_id: UUID | None
    outsider: str
    happened_on: date
    reported_on: date
    read_on: date | None
    text: str
    state: str
    outcome: str
    version: int


class InterferenceIn(Schema):
    """Who interfered, when and how."""

    happened_on: Day
    text: Long
    insider_id: UUID | None = None
    outsider: Line = ""


class InterferenceOutcomeIn(Schema):
    """What came of it."""

    outcome: Long


@router.get("", response=list[InterferenceOut])
def index(request: ApiRequest, before: UUID | None = None) -> list[InterferenceReport]:
    """The newest fifty reports that the caller may read, or the fifty before the one named."""
    rows = interference.visible(request.actor, request.on).order_by("-id")
    return list((rows.filter(id__lt=before) if before else rows)[:50])


@router.post("", response={201: InterferenceOut})
def report(
    request: ApiRequest, response: HttpResponse, payload: InterferenceIn
) -> Status[InterferenceReport]:
    """Report an attempt to interfere."""
    given = ReportInput(**payload.dict())
    return Status(201, shown(response, interference.report(given=given, **adding(request))))


@router.get("/{uuid:pk}", response=InterferenceOut)
def read(request: ApiRequest, response: HttpResponse, pk: UUID) -> InterferenceReport:
    """A report; the reading is noted in a sealed chain of the journal."""
    return shown(response, interference.read(by=request.actor, on=request.on, report_id=pk))


@router.change("/{uuid:pk}/close", response=InterferenceOut)
def close(
    request: ApiRequest, response: HttpResponse, pk: UUID, payload: InterferenceOutcomeIn
) -> InterferenceReport:
    """Record what came of it."""
    closed = interference.close(report_id=pk, outcome=payload.outcome, **updating(request))
    return shown(response, closed)
