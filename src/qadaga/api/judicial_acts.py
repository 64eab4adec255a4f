"""Judicial acts in force: called for, studied, protested or left as they are (L.3.4, O.8.3)."""

from uuid import UUID

from django.http import HttpResponse, HttpResponseBase
from ninja import Status

from qadaga.acts.services import Delivered
from qadaga.api import registers, rulings
from qadaga.api.auth import ApiRequest
from qadaga.api.common import adding, file_of, shown, updating
from qadaga.api.court import at, sitting, written
from qadaga.api.court_shapes import (
    CallIn,
    CaseBackIn,
    CaseCameIn,
    CourtOfficerIn,
    HearingIn,
    JudicialActIn,
    JudicialActOut,
    ReviewJudgmentIn,
    StudyIn,
    WrittenIn,
)
from qadaga.api.offence_shapes import LetterDeliveredIn
from qadaga.api.routing import Router
from qadaga.api.schemas import Made, ReasonIn
from qadaga.court import selectors, services
from qadaga.court.models import Review
from qadaga.court.register import REVIEWS
from qadaga.documents.downloads import attachment

reviews = Router(tags=["court"])
_LOOKED = {"act_kind", "act_on", "in_force_on", "ground", "petitioner", "petitioner_iin"}


@reviews.post("", response={201: JudicialActOut})
def open_review(request: ApiRequest, response: HttpResponse, payload: JudicialActIn) -> Status[Review]:
    """Open the card of a judicial act to look into."""
    looked = services.Looked(at(payload), **payload.dict(include=_LOOKED))
    return Status(201, shown(response, services.open_review(entered=looked, **adding(request))))


@reviews.get("/{uuid:pk}", response=JudicialActOut)
def read_review(request: ApiRequest, response: HttpResponse, pk: UUID) -> Review:
    """A judicial act of the caller's scope; the reading is journalled."""
    return shown(response, selectors.read(Review, request.actor, request.on, pk))


rulings.mount(reviews, "reviews", lambda request, pk: selectors.read(Review, request.actor, request.on, pk))


@reviews.get("/{uuid:pk}/papers/{uuid:paper_id}")
def review_paper(request: ApiRequest, pk: UUID, paper_id: UUID) -> HttpResponseBase:
    """A paper about the judicial act as it was signed, PDF/A."""
    return attachment(selectors.paper(selectors.read(Review, request.actor, request.on, pk), paper_id))


@reviews.change("/{uuid:pk}/officer", response=JudicialActOut)
def assign(request: ApiRequest, response: HttpResponse, pk: UUID, payload: CourtOfficerIn) -> Review:
    """Name the officer for the card."""
    services.assign(model=Review, pk=pk, officer_id=payload.officer_id, **updating(request))
    return read_review(request, response, pk)


@reviews.change("/{uuid:pk}/conflict", response=JudicialActOut)
def declare_conflict(request: ApiRequest, response: HttpResponse, pk: UUID, payload: ReasonIn) -> Review:
    """Declare one's own conflict of interest."""
    services.declare_conflict(model=Review, pk=pk, reason=payload.reason, **updating(request))
    return read_review(request, response, pk)


@reviews.change("/{uuid:pk}/call", response=JudicialActOut)
def call(request: ApiRequest, response: HttpResponse, pk: UUID, payload: CallIn) -> Review:
    """Call for the case, or for the materials on the execution of its sentence."""
    paper = written(payload)
    return shown(response, services.call(review_id=pk, what=payload.what, written=paper, **updating(request)))


@reviews.change("/{uuid:pk}/delivery", response=JudicialActOut)
def deliver(request: ApiRequest, response: HttpResponse, pk: UUID, payload: LetterDeliveredIn) -> Review:
    """Record that the call reached the court, with the proof; the court's term runs from that day."""
    proof = file_of(request, payload.proof_file_id, "proof_file_id")
    delivered = Delivered(payload.way, payload.served_on, proof, payload.proof_ref)
    return shown(response, services.deliver(review_id=pk, delivered=delivered, **updating(request)))


@reviews.change("/{uuid:pk}/receipt", response=JudicialActOut)
def receive(request: ApiRequest, response: HttpResponse, pk: UUID, payload: CaseCameIn) -> Review:
    """Record that what was called for has come."""
    return shown(response, services.receive(review_id=pk, **payload.dict(), **updating(request)))


@reviews.change("/{uuid:pk}/return", response=JudicialActOut)
def send_back(request: ApiRequest, response: HttpResponse, pk: UUID, payload: CaseBackIn) -> Review:
    """Record that the case went back to the court."""
    return shown(response, services.send_back(review_id=pk, **payload.dict(), **updating(request)))


@reviews.change("/{uuid:pk}/study", response=JudicialActOut)
def study(request: ApiRequest, response: HttpResponse, pk: UUID, payload: StudyIn) -> Review:
    """Record what the study of the act found."""
    studied = services.Studied(payload.findings, payload.unlawful)
    return shown(response, services.study(review_id=pk, studied=studied, **updating(request)))


def _brought(request: ApiRequest, response: HttpResponse, pk: UUID, payload: WrittenIn, power: str) -> Review:
    paper = written(payload)
    return shown(response, services.bring(review_id=pk, power=power, written=paper, **updating(request)))


@reviews.change("/{uuid:pk}/protest", response=JudicialActOut)
def protest(request: ApiRequest, response: HttpResponse, pk: UUID, payload: WrittenIn) -> Review:
    """Bring a protest against the act: the head of a level that may."""
    return _brought(request, response, pk, payload, "judicial.protest")


@reviews.change("/{uuid:pk}/petition", response=JudicialActOut)
def petition(request: ApiRequest, response: HttpResponse, pk: UUID, payload: WrittenIn) -> Review:
    """Petition for a review of the act."""
    return _brought(request, response, pk, payload, "court.petition_review")


@reviews.change("/{uuid:pk}/refusal", response=JudicialActOut)
def refuse(request: ApiRequest, response: HttpResponse, pk: UUID, payload: WrittenIn) -> Review:
    """Refuse to protest, with a reasoned answer to the petitioner."""
    return shown(response, services.refuse(review_id=pk, written=written(payload), **updating(request)))


@reviews.change("/{uuid:pk}/conclusion", response=JudicialActOut)
def conclude(request: ApiRequest, response: HttpResponse, pk: UUID, payload: WrittenIn) -> Review:
    """Give the conclusion where a court considers the protest or petition."""
    done = services.conclude_review(review_id=pk, written=written(payload), **updating(request))
    return shown(response, done)


@reviews.change("/{uuid:pk}/withdrawal", response=JudicialActOut)
def withdraw(request: ApiRequest, response: HttpResponse, pk: UUID, payload: WrittenIn) -> Review:
    """Withdraw the protest or petition before the court has decided."""
    return shown(response, services.withdraw(review_id=pk, written=written(payload), **updating(request)))


@reviews.change("/{uuid:pk}/hearings", response=Made)
def set_hearing(request: ApiRequest, pk: UUID, payload: HearingIn) -> object:
    """Put a hearing into the calendar."""
    return services.set_hearing(model=Review, pk=pk, sitting=sitting(payload), **updating(request))


@reviews.change("/{uuid:pk}/judgments", response=JudicialActOut)
def decide(request: ApiRequest, response: HttpResponse, pk: UUID, payload: ReviewJudgmentIn) -> Review:
    """Record what the court decided on the protest or petition."""
    decided = services.Decided(**payload.dict(exclude={"instance"}))
    return shown(
        response,
        services.decide_review(review_id=pk, instance=payload.instance, decided=decided, **updating(request)),
    )


@reviews.change("/{uuid:pk}/closing", response=JudicialActOut)
def close(request: ApiRequest, response: HttpResponse, pk: UUID) -> Review:
    """Close the card: the case is back in court and whoever asked has an answer."""
    return shown(response, services.close_review(review_id=pk, **updating(request)))


registers.mount(reviews, REVIEWS)
