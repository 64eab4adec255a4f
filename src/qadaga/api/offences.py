"""Cases of administrative offences: files, checks, proceedings opened and closed (O.7.1, O.8.9)."""

from datetime import date
from typing import Annotated, Any
from uuid import UUID

from django.http import HttpResponse, HttpResponseBase
from ninja import Field, Schema, Status

from qadaga.api import registers
from qadaga.api.auth import ApiRequest
from qadaga.api.common import adding, needed_body, one_of, shown, updating
from qadaga.api.routing import Router
from qadaga.api.schemas import BodyIn, Code, Day, Kato, Line, Long
from qadaga.documents.downloads import attachment
from qadaga.supervision.offences import selectors, services
from qadaga.supervision.offences.models import OffenceCase, ProceedingsResolution
from qadaga.supervision.offences.register import OFFENCES

offences = Router(tags=["offences"])


class CaseIn(Schema):
    """A case: who conducts it, its number there, the article."""

    body: BodyIn
    article: Line
    case_number: Annotated[str, Field(max_length=60)] = ""
    matter_id: UUID | None = None
    kato: Kato | None = None
    sphere: Code | None = None


class CallForIn(CaseIn):
    """The case and the ground: appeal, case_supervised or own_initiative."""

    ground: Code


class DecidedIn(Schema):
    """What the resolution says."""

    person: Line
    norm: Annotated[str, Field(max_length=500)]
    reasons: Long
    language: Code = "ru"


class ProceedingsIn(Schema):
    """A new case and the resolution that opens its proceedings."""

    case: CaseIn
    decided: DecidedIn


class ClosingIn(DecidedIn):
    """The resolution and the ground: no_offence or opened_unlawfully."""

    ground: Code


class FileCameIn(Schema):
    """When the file came, of how many sheets."""

    received_on: Day
    sheets: Annotated[int, Field(ge=1, le=100_000)]


class FileBackIn(Schema):
    """When the file went back."""

    returned_on: Day


class LegalityIn(Schema):
    """Detention and penalty: none, lawful or unlawful."""

    detention: Code
    penalty: Code
    norm: Annotated[str, Field(max_length=500)]
    findings: Long


class OffenceMatterIn(Schema):
    """The matter where the violation is recorded."""

    matter_id: UUID


class OffenceActIn(Schema):
    """The act of the matter that was brought on the case."""

    act_id: UUID


class CaseOutcomeIn(Schema):
    """What became of the case, by which decision."""

    outcome: Code
    outcome_on: Day
    paper: Annotated[str, Field(max_length=200)]


class ProceedingsOut(Schema):
    """A resolution that opens or closes proceedings."""

    id: UUID
    kind: str
    ground: str
    person: str
    number_text: str
    signed_on: date
    sha256: str


class OffenceOut(Schema):
    """A case: its file's way, what the check found, resolutions, acts, outcome."""

    id: UUID
    number_text: str
    status: str
    office_id: UUID
    matter_id: UUID | None
    body_id: UUID
    case_number: str
    article: str
    ground: str
    begun_on: date
    due_on: date | None
    received_on: date | None
    sheets: int | None
    returned_on: date | None
    detention: str | None
    penalty: str | None
    norm: str | None
    findings: str | None
    checked_on: date | None
    outcome: str | None
    outcome_on: date | None
    outcome_paper: str | None
    resolutions: list[ProceedingsOut]
    acts: list[UUID]
    version: int

    @staticmethod
    def resolve_resolutions(case: OffenceCase) -> list[ProceedingsResolution]:
        """The resolutions, the oldest first."""
        return list(case.resolutions.order_by("id"))

    @staticmethod
    def resolve_acts(case: OffenceCase) -> list[UUID]:
        """The acts brought on the case."""
        return list(case.acts.order_by("id").values_list("act", flat=True))


def _named(payload: CaseIn) -> services.Named:
    values = payload.dict(exclude={"body", "ground"})
    return services.Named(body=needed_body(payload.body, "body"), **values)


@offences.post("", response={201: OffenceOut})
def call_for(request: ApiRequest, response: HttpResponse, payload: CallForIn) -> Status[OffenceCase]:
    """Call for the file of a case; the term of the reply runs."""
    made = services.call_for(named=_named(payload), ground=payload.ground, **adding(request))
    return Status(201, shown(response, made))


@offences.post("/proceedings", response={201: OffenceOut})
def open_new(request: ApiRequest, response: HttpResponse, payload: ProceedingsIn) -> Status[OffenceCase]:
    """Open proceedings by one's own resolution."""
    decided = services.Decided(**payload.decided.dict())
    made = services.open_new(named=_named(payload.case), decided=decided, **adding(request))
    return Status(201, shown(response, made))


@offences.get("/{uuid:pk}", response=OffenceOut)
def read(request: ApiRequest, response: HttpResponse, pk: UUID) -> OffenceCase:
    """A case of the caller's scope; the reading is journalled."""
    return shown(response, selectors.read_case(request.actor, request.on, pk))


@offences.get("/{uuid:pk}/resolutions/{uuid:row_id}/pdf")
def paper(request: ApiRequest, response: HttpResponse, pk: UUID, row_id: UUID) -> HttpResponseBase:
    """A resolution as it was signed, PDF/A."""
    case = selectors.read_case(request.actor, request.on, pk)
    return attachment(one_of(case.resolutions.select_related("pdf").filter(id=row_id)).pdf)


def _change(request: ApiRequest, pk: UUID) -> dict[str, Any]:
    return {"case_id": pk, **updating(request)}


@offences.change("/{uuid:pk}/receipt", response=OffenceOut)
def receive(request: ApiRequest, response: HttpResponse, pk: UUID, payload: FileCameIn) -> OffenceCase:
    """Record that the file has come."""
    return shown(response, services.receive(**payload.dict(), **_change(request, pk)))


@offences.change("/{uuid:pk}/return", response=OffenceOut)
def hand_back(request: ApiRequest, response: HttpResponse, pk: UUID, payload: FileBackIn) -> OffenceCase:
    """Record that the file went back."""
    return shown(response, services.hand_back(**payload.dict(), **_change(request, pk)))


@offences.change("/{uuid:pk}/check", response=OffenceOut)
def check(request: ApiRequest, response: HttpResponse, pk: UUID, payload: LegalityIn) -> OffenceCase:
    """Record whether detention and penalty were lawful."""
    checked = services.Checked(**payload.dict())
    return shown(response, services.check(checked=checked, **_change(request, pk)))


@offences.change("/{uuid:pk}/opening", response=OffenceOut)
def open_proceedings(
    request: ApiRequest, response: HttpResponse, pk: UUID, payload: DecidedIn
) -> OffenceCase:
    """Open the proceedings that the body refused or closed."""
    decided = services.Decided(**payload.dict())
    return shown(response, services.open_proceedings(decided=decided, **_change(request, pk)))


@offences.change("/{uuid:pk}/closing", response=OffenceOut)
def close_proceedings(
    request: ApiRequest, response: HttpResponse, pk: UUID, payload: ClosingIn
) -> OffenceCase:
    """Close the proceedings on a ground."""
    decided = services.Decided(**payload.dict(exclude={"ground"}))
    done = services.close_proceedings(ground=payload.ground, decided=decided, **_change(request, pk))
    return shown(response, done)


@offences.change("/{uuid:pk}/violation", response=OffenceOut)
def pass_violation(
    request: ApiRequest, response: HttpResponse, pk: UUID, payload: OffenceMatterIn
) -> OffenceCase:
    """Pass what was unlawful to a matter as a violation."""
    return shown(response, services.pass_violation(matter_id=payload.matter_id, **_change(request, pk)))


@offences.change("/{uuid:pk}/act", response=OffenceOut)
def link_act(request: ApiRequest, response: HttpResponse, pk: UUID, payload: OffenceActIn) -> OffenceCase:
    """Link the act brought on the case."""
    return shown(response, services.link_act(act_id=payload.act_id, **_change(request, pk)))


@offences.change("/{uuid:pk}/outcome", response=OffenceOut)
def outcome(request: ApiRequest, response: HttpResponse, pk: UUID, payload: CaseOutcomeIn) -> OffenceCase:
    """Record what became of the case."""
    return shown(response, services.record_outcome(**payload.dict(), **_change(request, pk)))


registers.mount(offences, OFFENCES)
