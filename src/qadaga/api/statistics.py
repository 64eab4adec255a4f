"""Checks of legal statistics and special records: discrepancies, corrections demanded and made (L.3.8)."""

from datetime import date
from typing import Annotated, Any
from uuid import UUID

from django.http import HttpResponse, HttpResponseBase
from ninja import Field, Schema, Status

from qadaga.api import registers, rulings
from qadaga.api.auth import ApiRequest
from qadaga.api.common import adding, file_of, needed_body, shown, updating
from qadaga.api.measure_shapes import DeliveredIn
from qadaga.api.routing import Router
from qadaga.api.schemas import BodyIn, Code, Day, Days, Kato, Line, Long
from qadaga.common.errors import NotFound
from qadaga.documents.downloads import attachment
from qadaga.matters.delivery import Delivered
from qadaga.supervision.statistics import selectors, services
from qadaga.supervision.statistics.models import CorrectionDemand, Discrepancy, RecordsCheck
from qadaga.supervision.statistics.register import RECORDS

records = Router(tags=["records"])
Count = Annotated[int, Field(ge=0, le=1_000_000)]


class RecordsCheckIn(Schema):
    """Which records of which body, over which days, on which ground, by which officer, until when."""

    body: BodyIn
    kind: Code
    ground: Code
    period_from: Day
    period_to: Day
    due_on: Day
    officer_id: UUID | None = None
    matter_id: UUID | None = None
    kato: Kato | None = None
    sphere: Code | None = None


class FiguresAskedIn(Schema):
    """Which figures the letter asks for; `days` for the reply where it sets them."""

    text: Long
    language: Code = "ru"
    days: Days | None = None


class FiguresDeliveredIn(DeliveredIn):
    """How the letter that asked for figures reached the body."""


class FiguresCameIn(Schema):
    """When the figures came."""

    came_on: Day


class FiguresSilenceIn(Schema):
    """Which norm the body broke by not giving its figures in time, and what it did not give."""

    norm: Annotated[str, Field(max_length=500)]
    what: Long


class DiscrepancyIn(Schema):
    """What is wrong (hidden, late, wrong) with which record; how many were reported, how many there were."""

    fault: Code
    record_no: Annotated[str, Field(max_length=60)]
    reported: Count
    found: Count
    norm: Annotated[str, Field(max_length=500)]
    what: Long


class CorrectionDemandIn(Schema):
    """To which official, by which norm, why."""

    official: Line
    norm: Annotated[str, Field(max_length=500)]
    reasons: Long
    language: Code = "ru"


class CorrectionServedIn(Schema):
    """How and when the demand reached its addressee; when the body of legal statistics was told."""

    served_on: Day
    way: Code
    proof_ref: Annotated[str, Field(max_length=200)]
    told_on: Day


class CorrectionIn(Schema):
    """A discrepancy that was corrected, when, by which proof."""

    discrepancy_id: UUID
    corrected_on: Day
    proof: Line


class DiscrepancyMatterIn(Schema):
    """A discrepancy and the matter where it is recorded as a violation."""

    discrepancy_id: UUID
    matter_id: UUID


class RecordsActIn(Schema):
    """The act of the matter that answers what the check found."""

    act_id: UUID


class DiscrepancyOut(Schema):
    """A discrepancy, its violation and its correction."""

    id: UUID
    fault: str
    record_no: str
    reported: int
    found: int
    norm: str
    what: str
    violation_id: UUID | None
    corrected_on: date | None
    proof: str | None


class CorrectionDemandOut(Schema):
    """The demand to correct: a frozen paper and its service."""

    number_text: str
    official: str
    signed_on: date
    sha256: str
    served_on: date | None
    served_way: str | None
    proof_ref: str | None
    told_on: date | None


class RecordsCheckOut(Schema):
    """A check: its days, discrepancies, the demand, acts, outcome."""

    id: UUID
    number_text: str
    status: str
    office_id: UUID
    matter_id: UUID | None
    body_id: UUID
    kind: str
    ground: str
    period_from: date
    period_to: date
    officer_id: UUID
    begun_on: date
    due_on: date | None
    asked_on: date | None
    served_on: date | None
    served_way: str | None
    proof_ref: str
    came_on: date | None
    silent_on: date | None
    finished_on: date | None
    outcome: str | None
    closed_on: date | None
    discrepancies: list[DiscrepancyOut]
    demand: CorrectionDemandOut | None
    acts: list[UUID]
    version: int

    @staticmethod
    def resolve_discrepancies(check: RecordsCheck) -> list[Discrepancy]:
        """The discrepancies, the oldest first."""
        return list(check.discrepancies.order_by("id"))

    @staticmethod
    def resolve_demand(check: RecordsCheck) -> CorrectionDemand | None:
        """The demand to correct, where there is one."""
        return CorrectionDemand.objects.filter(check_of=check).first()

    @staticmethod
    def resolve_acts(check: RecordsCheck) -> list[UUID]:
        """The acts that answer it."""
        return list(check.acts.order_by("id").values_list("act", flat=True))


@records.post("", response={201: RecordsCheckOut})
def begin(request: ApiRequest, response: HttpResponse, payload: RecordsCheckIn) -> Status[RecordsCheck]:
    """Begin a check of the records of a body."""
    begun = services.Begun(body=needed_body(payload.body, "body"), **payload.dict(exclude={"body"}))
    return Status(201, shown(response, services.begin(begun=begun, **adding(request))))


@records.get("/{uuid:pk}", response=RecordsCheckOut)
def read(request: ApiRequest, response: HttpResponse, pk: UUID) -> RecordsCheck:
    """A check of the caller's scope; the reading is journalled."""
    return shown(response, selectors.read_check(request.actor, request.on, pk))


rulings.mount(records, "records", lambda request, pk: selectors.read_check(request.actor, request.on, pk))


@records.get("/{uuid:pk}/demand/pdf")
def paper(request: ApiRequest, response: HttpResponse, pk: UUID) -> HttpResponseBase:
    """The demand to correct as it was signed, PDF/A."""
    made = selectors.demand_of(selectors.read_check(request.actor, request.on, pk))
    if made is None:
        raise NotFound
    return attachment(made.pdf)


def _change(request: ApiRequest, pk: UUID) -> dict[str, Any]:
    return {"check_id": pk, **updating(request)}


@records.change("/{uuid:pk}/figures", response=RecordsCheckOut)
def ask(request: ApiRequest, response: HttpResponse, pk: UUID, payload: FiguresAskedIn) -> RecordsCheck:
    """Ask the body for its figures by a letter."""
    asked = services.Figures(**payload.dict())
    return shown(response, services.ask_figures(asked=asked, **_change(request, pk)))


@records.get("/{uuid:pk}/figures/pdf")
def figures_pdf(request: ApiRequest, pk: UUID) -> HttpResponseBase:
    """The letter that asked for figures, PDF/A."""
    check = selectors.read_check(request.actor, request.on, pk)
    return attachment(selectors.figures_file(check, "pdf"))


@records.change("/{uuid:pk}/figures/delivery", response=RecordsCheckOut)
def delivered(
    request: ApiRequest, response: HttpResponse, pk: UUID, payload: FiguresDeliveredIn
) -> RecordsCheck:
    """Record that the letter reached the body, with the proof; the term of the reply runs."""
    proof = file_of(request, payload.proof_file_id, "proof_file_id")
    said = Delivered(payload.way, payload.served_on, proof, payload.proof_ref)
    return shown(response, services.deliver_figures(delivered=said, **_change(request, pk)))


@records.change("/{uuid:pk}/figures/receipt", response=RecordsCheckOut)
def came(request: ApiRequest, response: HttpResponse, pk: UUID, payload: FiguresCameIn) -> RecordsCheck:
    """Record that the figures came."""
    return shown(response, services.receive_figures(came_on=payload.came_on, **_change(request, pk)))


@records.change("/{uuid:pk}/figures/silence", response=RecordsCheckOut)
def silence(request: ApiRequest, response: HttpResponse, pk: UUID, payload: FiguresSilenceIn) -> RecordsCheck:
    """Record that the figures did not come in their term."""
    return shown(response, services.record_silence(**payload.dict(), **_change(request, pk)))


@records.change("/{uuid:pk}/discrepancies", response=RecordsCheckOut)
def add(request: ApiRequest, response: HttpResponse, pk: UUID, payload: DiscrepancyIn) -> RecordsCheck:
    """Add a discrepancy to a check under way."""
    found = services.Found(**payload.dict())
    return shown(response, services.add_discrepancy(found=found, **_change(request, pk)))


@records.change("/{uuid:pk}/finish", response=RecordsCheckOut)
def finish(request: ApiRequest, response: HttpResponse, pk: UUID) -> RecordsCheck:
    """Finish the check; without discrepancies it is closed."""
    return shown(response, services.finish(**_change(request, pk)))


@records.change("/{uuid:pk}/demand", response=RecordsCheckOut)
def demand(
    request: ApiRequest, response: HttpResponse, pk: UUID, payload: CorrectionDemandIn
) -> RecordsCheck:
    """Demand by a representation that the records be corrected."""
    demanded = services.Demanded(**payload.dict())
    return shown(response, services.demand_correction(demanded=demanded, **_change(request, pk)))


@records.change("/{uuid:pk}/service", response=RecordsCheckOut)
def serve(request: ApiRequest, response: HttpResponse, pk: UUID, payload: CorrectionServedIn) -> RecordsCheck:
    """Record that the demand was served; its term runs."""
    served = services.Served(**payload.dict())
    return shown(response, services.serve(served=served, **_change(request, pk)))


@records.change("/{uuid:pk}/corrections", response=RecordsCheckOut)
def correct(request: ApiRequest, response: HttpResponse, pk: UUID, payload: CorrectionIn) -> RecordsCheck:
    """Record a correction; the last one closes the check."""
    return shown(response, services.correct(**payload.dict(), **_change(request, pk)))


@records.change("/{uuid:pk}/violation", response=RecordsCheckOut)
def pass_violation(
    request: ApiRequest, response: HttpResponse, pk: UUID, payload: DiscrepancyMatterIn
) -> RecordsCheck:
    """Record a discrepancy as a violation of a matter."""
    return shown(response, services.pass_violation(**payload.dict(), **_change(request, pk)))


@records.change("/{uuid:pk}/act", response=RecordsCheckOut)
def link_act(request: ApiRequest, response: HttpResponse, pk: UUID, payload: RecordsActIn) -> RecordsCheck:
    """Link the act brought on what the check found."""
    return shown(response, services.link_act(act_id=payload.act_id, **_change(request, pk)))


@records.change("/{uuid:pk}/closing", response=RecordsCheckOut)
def close(request: ApiRequest, response: HttpResponse, pk: UUID) -> RecordsCheck:
    """Close a check that a signed act answers."""
    return shown(response, services.close_with_act(**_change(request, pk)))


registers.mount(records, RECORDS)
