"""The register of norms in force, what matters serve by them, duties that they lay (O.2, O.8.d8)."""

from datetime import date
from typing import Annotated
from uuid import UUID

from django.http import HttpResponse
from ninja import Field, Schema, Status

from qadaga.api import registers
from qadaga.api.auth import ApiRequest
from qadaga.api.common import adding, shown, updating
from qadaga.api.routing import Router
from qadaga.api.schemas import Code, Day, Line, Long, Made
from qadaga.matters.norms import laying, selectors, services
from qadaga.matters.norms.models import LaidDuty, MatterNorm, Norm
from qadaga.matters.norms.register import LAID_DUTIES

norms = Router(tags=["norms"])
duties = Router(tags=["norms"])
of_matters = Router(tags=["matters"])
PAGE = 50


class NormIn(Schema):
    """A norm of another law: what it gives (task, function, right, duty), in both languages."""

    kind: Code
    title_ru: Line
    title_kk: Line
    act: Line
    article: Annotated[str, Field(max_length=60)]
    edition: Annotated[str, Field(max_length=100)]
    gist: Long
    valid_from: Day


class NormApprovalIn(Schema):
    """The order that puts the norm into the register."""

    decision: Annotated[str, Field(max_length=120)]
    decided_on: Day


class NormEndIn(Schema):
    """The first day without the norm."""

    valid_to: Day


class ServedNormIn(Schema):
    """The task or function that a matter serves."""

    norm_id: UUID


class RegisterNormOut(Schema):
    """A norm of the register; it may be rested on while it is approved and in force."""

    id: UUID
    kind: str
    title_ru: str
    title_kk: str
    act: str
    article: str
    edition: str
    gist: str
    valid_from: date
    valid_to: date | None
    status: str
    decision: str | None
    decided_on: date | None
    version: int


class DutyLaidIn(Schema):
    """A duty of the register, on whom (an appointment), what exactly, until which day."""

    norm_id: UUID
    executor_id: UUID
    what: Long
    due_on: Day


class DutyOutcomeIn(Schema):
    """What came of the duty."""

    outcome: Long


class LaidDutyOut(Schema):
    """A duty laid on somebody."""

    id: UUID
    norm_id: UUID
    office_id: UUID
    executor_id: UUID
    status: str
    what: str
    laid_on: date
    due_on: date
    done_on: date | None
    outcome: str | None
    version: int


@norms.get("", response=list[RegisterNormOut])
def every(request: ApiRequest, kind: str = "", before: UUID | None = None) -> list[Norm]:
    """The newest fifty norms, of one kind or entered before one of them where these are named."""
    rows = selectors.norms(request.actor, request.on, kind).order_by("-id")
    return list((rows.filter(id__lt=before) if before else rows)[:PAGE])


@norms.post("", response={201: RegisterNormOut})
def enter(request: ApiRequest, response: HttpResponse, payload: NormIn) -> Status[Norm]:
    """Enter a norm; nothing rests on it before it is approved."""
    made = services.enter(entered=services.Entered(**payload.dict()), **adding(request))
    return Status(201, shown(response, made))


@norms.get("/{uuid:pk}", response=RegisterNormOut)
def read(request: ApiRequest, response: HttpResponse, pk: UUID) -> Norm:
    """A norm of the register."""
    return shown(response, selectors.read_norm(request.actor, request.on, pk))


@norms.change("/{uuid:pk}/approval", response=RegisterNormOut)
def approve(request: ApiRequest, response: HttpResponse, pk: UUID, payload: NormApprovalIn) -> Norm:
    """Approve a norm by an order of the Prosecutor General."""
    return shown(response, services.approve(norm_id=pk, **payload.dict(), **updating(request)))


@norms.change("/{uuid:pk}/end", response=RegisterNormOut)
def end(request: ApiRequest, response: HttpResponse, pk: UUID, payload: NormEndIn) -> Norm:
    """Record the day from which the norm is no longer in force."""
    return shown(response, services.end(norm_id=pk, valid_to=payload.valid_to, **updating(request)))


@of_matters.change("/{uuid:pk}/norms", response={201: Made})
def serve(request: ApiRequest, pk: UUID, payload: ServedNormIn) -> Status[MatterNorm]:
    """Say that the matter serves another task or function of the register."""
    return Status(201, services.serve(matter_id=pk, norm_id=payload.norm_id, **updating(request)))


@duties.post("", response={201: LaidDutyOut})
def lay(request: ApiRequest, response: HttpResponse, payload: DutyLaidIn) -> Status[LaidDuty]:
    """Lay a duty of the register on somebody."""
    made = laying.lay(laid=laying.Laid(**payload.dict()), **adding(request))
    return Status(201, shown(response, made))


@duties.get("/{uuid:pk}", response=LaidDutyOut)
def read_duty(request: ApiRequest, response: HttpResponse, pk: UUID) -> LaidDuty:
    """A duty of the caller's scope."""
    return shown(response, selectors.read_duty(request.actor, request.on, pk))


@duties.change("/{uuid:pk}/outcome", response=LaidDutyOut)
def fulfil(request: ApiRequest, response: HttpResponse, pk: UUID, payload: DutyOutcomeIn) -> LaidDuty:
    """Record that the duty was fulfilled."""
    return shown(response, laying.fulfil(duty_id=pk, outcome=payload.outcome, **updating(request)))


registers.mount(duties, LAID_DUTIES)
