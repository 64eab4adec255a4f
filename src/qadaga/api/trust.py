"""Public trust: figures, opinions of applicants, proposals of the staff, reviews of a quarter (O.8.d7)."""

from datetime import date
from uuid import UUID

from django.http import HttpResponse
from ninja import Schema, Status

from qadaga.api import registers
from qadaga.api.auth import ApiRequest
from qadaga.api.common import adding, shown, updating
from qadaga.api.routing import Router
from qadaga.api.schemas import Code, Day, Line, Long, Made
from qadaga.appeals.trust import figures, selectors, services
from qadaga.appeals.trust.models import Opinion, Proposal, Review
from qadaga.appeals.trust.register import PROPOSALS

trust = Router(tags=["trust"])
proposals = Router(tags=["trust"])
of_appeals = Router(tags=["appeals"])


class OpinionIn(Schema):
    """What the applicant said: satisfied, partly, not or silent; handed, phone or written."""

    satisfaction: Code
    source: Code
    said_on: Day
    words: Long = ""


class QuarterReviewIn(Schema):
    """The quarter by its first day, the conclusion and what will be done."""

    starts_on: Day
    conclusion: Long
    decision: Long


class ProposalIn(Schema):
    """What to improve (trust, speed, quality, access, order), and why."""

    aim: Code
    title: Line
    why: Long


class ProposalDecisionIn(Schema):
    """Whether it is accepted, why, and by which day it is carried out."""

    accepted: bool
    decision: Long
    due_on: Day | None = None


class ProposalOutcomeIn(Schema):
    """What came of it."""

    outcome: Long


class TrustOut(Schema):
    """Figures of a quarter of the caller's office."""

    starts_on: date
    answered: int
    challenged: int
    asked: int
    satisfied: int


class QuarterReviewOut(TrustOut):
    """A review with the figures of its day."""

    id: UUID
    conclusion: str
    decision: str
    reviewed_on: date


class ProposalOut(Schema):
    """A proposal: what was decided, what came of it."""

    id: UUID
    office_id: UUID
    status: str
    aim: str
    title: str
    why: str
    made_on: date
    decision: str | None
    decided_on: date | None
    due_on: date | None
    outcome: str | None
    done_on: date | None
    version: int


@trust.get("", response=TrustOut)
def now(request: ApiRequest, starts_on: date | None = None) -> figures.Trust:
    """The figures of the running quarter, or of the one that holds the day."""
    return figures.of_quarter(request.actor.office_id, figures.quarter_of(starts_on or request.on))


@of_appeals.post("/{uuid:pk}/opinion", response={201: Made})
def record_opinion(request: ApiRequest, pk: UUID, payload: OpinionIn) -> Status[Opinion]:
    """Record what the applicant thinks of the answer."""
    said = services.Said(**payload.dict())
    return Status(201, services.record_opinion(appeal_id=pk, said=said, **adding(request)))


@trust.post("/reviews", response={201: QuarterReviewOut})
def review(request: ApiRequest, payload: QuarterReviewIn) -> Status[Review]:
    """Review a quarter of the caller's office."""
    return Status(201, services.review(**payload.dict(), **adding(request)))


@proposals.post("", response={201: ProposalOut})
def propose(request: ApiRequest, response: HttpResponse, payload: ProposalIn) -> Status[Proposal]:
    """Propose how to improve the work."""
    return Status(201, shown(response, services.propose(**payload.dict(), **adding(request))))


@proposals.get("/{uuid:pk}", response=ProposalOut)
def read(request: ApiRequest, response: HttpResponse, pk: UUID) -> Proposal:
    """A proposal of the caller's scope."""
    return shown(response, selectors.read_proposal(request.actor, request.on, pk))


@proposals.change("/{uuid:pk}/decision", response=ProposalOut)
def decide(request: ApiRequest, response: HttpResponse, pk: UUID, payload: ProposalDecisionIn) -> Proposal:
    """Accept a proposal or refuse it."""
    return shown(response, services.decide(proposal_id=pk, **payload.dict(), **updating(request)))


@proposals.change("/{uuid:pk}/outcome", response=ProposalOut)
def carry_out(request: ApiRequest, response: HttpResponse, pk: UUID, payload: ProposalOutcomeIn) -> Proposal:
    """Record what came of an accepted proposal."""
    done = services.carry_out(proposal_id=pk, outcome=payload.outcome, **updating(request))
    return shown(response, done)


registers.mount(proposals, PROPOSALS)
