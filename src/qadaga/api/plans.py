"""Plans of work: drafted, approved, reported on (O.13.1, O.7.4)."""

from datetime import date
from typing import Annotated, Any
from uuid import UUID

from django.http import HttpResponse
from ninja import Field, Schema, Status

from qadaga.api import registers
from qadaga.api.auth import ApiRequest
from qadaga.api.common import adding, body_of, shown, updating
from qadaga.api.routing import Router
from qadaga.api.schemas import BodyIn, Code, Day, Line, Long, Made
from qadaga.coordination.plans import changing, consents, selectors, services
from qadaga.coordination.plans.changing import Changed
from qadaga.coordination.plans.models import Plan, PlanConsent, PlanItem
from qadaga.coordination.plans.register import PLANS

router = Router(tags=["coordination"])


class WorkPlanIn(Schema):
    """Whose plan (office, person or joint), for which quarter or half-year (its first day)."""

    kind: Code
    period: Code
    starts_on: Day
    title: Line
    person_id: UUID | None = None


class PlanItemIn(Schema):
    """A measure, the norm it stands on, who does it, until when."""

    what: Annotated[str, Field(max_length=1000)]
    norm: Annotated[str, Field(max_length=500)]
    due_on: Day
    direction: Code = ""
    executor_id: UUID | None = None
    body: BodyIn | None = None


class PlanResultIn(Schema):
    """What came of a measure."""

    result: Long


class PlanChangeIn(Schema):
    """Why an item is put off, and until when; without a day it is given up."""

    reason: Long
    until: Day | None = None


class ConsentAskedIn(Schema):
    """Which body is asked for its consent to a joint plan, when and how."""

    body_id: UUID
    asked_on: Day
    asked_how: Line


class ConsentAnswerIn(Schema):
    """What a body answered, by which proof; why it declines."""

    agreed: bool
    answered_on: Day
    proof: Line
    reason: Annotated[str, Field(max_length=1000)] = ""


class PlanConsentOut(Schema):
    """What a body says of a joint plan."""

    id: UUID
    body_id: UUID
    status: str
    asked_on: date
    asked_how: str
    answered_on: date | None
    proof: str
    reason: str


class PlanItemOut(Schema):
    """A measure of a plan; one of a body binds it from `agreed_on` on."""

    id: UUID
    no: int
    direction: str
    what: str
    norm: str
    executor_id: UUID | None
    body_id: UUID | None
    due_on: date
    done_on: date | None
    dropped_on: date | None
    agreed_on: date | None
    declined_on: date | None
    result: str


class WorkPlanOut(Schema):
    """A plan with its measures; `due_on` is the day of the earliest one still open."""

    id: UUID
    kind: str
    period: str
    title: str
    office_id: UUID
    person_id: UUID | None
    status: str
    starts_on: date
    ends_on: date
    approved_on: date | None
    due_on: date | None
    items: list[PlanItemOut]
    consents: list[PlanConsentOut]
    version: int

    @staticmethod
    def resolve_items(row: Plan) -> list[Any]:
        """The measures in their order."""
        return selectors.items_of(row)

    @staticmethod
    def resolve_consents(row: Plan) -> list[Any]:
        """What bodies were asked, the first one first."""
        return list(row.consents.order_by("id"))


@router.post("", response={201: Made})
def draft(request: ApiRequest, payload: WorkPlanIn) -> Status[Plan]:
    """Draft a plan."""
    return Status(201, services.draft(drafted=services.Drafted(**payload.dict()), **adding(request)))


@router.get("/{uuid:pk}", response=WorkPlanOut)
def read(request: ApiRequest, response: HttpResponse, pk: UUID) -> Plan:
    """A plan of the caller's scope."""
    return shown(response, selectors.read_plan(request.actor, request.on, pk))


@router.change("/{uuid:pk}/items", response={201: Made})
def add(request: ApiRequest, pk: UUID, payload: PlanItemIn) -> Status[PlanItem]:
    """Add a measure to a draft."""
    values = payload.dict(exclude={"body"})
    measure = services.Measure(body=body_of(payload.body, "body"), **values)
    return Status(201, services.add(plan_id=pk, measure=measure, **updating(request)))


@router.change("/{uuid:pk}/approval", response=WorkPlanOut)
def approve(request: ApiRequest, response: HttpResponse, pk: UUID) -> Plan:
    """Approve a draft: its measures are under control."""
    return shown(response, services.approve(plan_id=pk, **updating(request)))


@router.change("/{uuid:pk}/consents", response={201: Made})
def ask(request: ApiRequest, pk: UUID, payload: ConsentAskedIn) -> Status[PlanConsent]:
    """Ask a body for its consent to its measures of a joint plan."""
    return Status(201, consents.ask(plan_id=pk, **payload.dict(), **updating(request)))


@router.change("/{uuid:pk}/consents/{uuid:consent_id}/answer", response=PlanConsentOut)
def answer(request: ApiRequest, pk: UUID, consent_id: UUID, payload: ConsentAnswerIn) -> PlanConsent:
    """Record what a body answered: it is bound from that day on, or its measures are not due for it."""
    answered = consents.Answered(**payload.dict())
    return consents.answer(plan_id=pk, consent_id=consent_id, answered=answered, **updating(request))


@router.change("/{uuid:pk}/items/{uuid:item_id}/removal", response=WorkPlanOut)
def remove(request: ApiRequest, response: HttpResponse, pk: UUID, item_id: UUID) -> Plan:
    """Take a measure out of a draft again."""
    return shown(response, services.remove(plan_id=pk, item_id=item_id, **updating(request)))


@router.change("/{uuid:pk}/items/{uuid:item_id}/change", response=PlanItemOut)
def change_item(request: ApiRequest, pk: UUID, item_id: UUID, payload: PlanChangeIn) -> PlanItem:
    """Put a measure of an approved plan off, or give it up: the head."""
    changed = Changed(**payload.dict())
    return changing.change_item(plan_id=pk, item_id=item_id, changed=changed, **updating(request))


@router.change("/{uuid:pk}/items/{uuid:item_id}/result", response=PlanItemOut)
def report(request: ApiRequest, pk: UUID, item_id: UUID, payload: PlanResultIn) -> PlanItem:
    """Record that a measure was done, and with what result."""
    return services.report(plan_id=pk, item_id=item_id, result=payload.result, **updating(request))


registers.mount(router, PLANS)
