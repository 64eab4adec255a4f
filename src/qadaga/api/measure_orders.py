"""Measures ordered from others: examinations and checks (O.8.5), demands to lift restrictions (O.8.8)."""

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from ninja import Status

from qadaga.acts import services
from qadaga.acts.models import Measure
from qadaga.api.auth import ApiRequest
from qadaga.api.common import adding, file_of, needed_body, shown, updating
from qadaga.api.measure_shapes import (
    DeliveredIn,
    ExaminationIn,
    LiftingIn,
    MeasureOut,
    MeasureOutcomeIn,
    OrderIn,
    RemindIn,
    RightIn,
)
from qadaga.api.measures import read
from qadaga.api.routing import Router

router = Router(tags=["measures"])


def _order(payload: OrderIn) -> dict[str, Any]:
    values = payload.dict(exclude={"matter_id", "addressee"})
    order = services.Order(addressee=needed_body(payload.addressee, "addressee"), **values)
    return {"matter_id": payload.matter_id, "order": order}


@router.post("/examinations", response={201: MeasureOut})
def order_examination(request: ApiRequest, response: HttpResponse, payload: ExaminationIn) -> Status[Measure]:
    """Order an expert examination."""
    return Status(201, shown(response, services.order_examination(**_order(payload), **adding(request))))


@router.post("/checks", response={201: MeasureOut})
def require_check(request: ApiRequest, response: HttpResponse, payload: OrderIn) -> Status[Measure]:
    """Require a check by an authorised body."""
    return Status(201, shown(response, services.require_check(**_order(payload), **adding(request))))


@router.post("/liftings", response={201: MeasureOut})
def demand_lifting(request: ApiRequest, response: HttpResponse, payload: LiftingIn) -> Status[Measure]:
    """Demand that a restriction be lifted."""
    return Status(201, shown(response, services.demand_lifting(**_order(payload), **adding(request))))


@router.post("/rights", response={201: MeasureOut})
def use_right(request: ApiRequest, response: HttpResponse, payload: RightIn) -> Status[Measure]:
    """Use another right that a norm of the register gives."""
    return Status(201, shown(response, services.use_right(**_order(payload), **adding(request))))


@router.change("/{uuid:pk}/delivery", response=MeasureOut)
def deliver(request: ApiRequest, response: HttpResponse, pk: UUID, payload: DeliveredIn) -> Measure:
    """Record the delivery; the term for the outcome starts."""
    delivered = services.Delivered(
        way=payload.way,
        served_on=payload.served_on,
        proof=file_of(request, payload.proof_file_id, "proof_file_id"),
        proof_ref=payload.proof_ref,
    )
    services.deliver(measure_id=pk, delivered=delivered, **updating(request))
    return read(request, response, pk)


@router.change("/{uuid:pk}/outcome", response=MeasureOut)
def record_outcome(
    request: ApiRequest, response: HttpResponse, pk: UUID, payload: MeasureOutcomeIn
) -> Measure:
    """Record what came of it."""
    file = file_of(request, payload.file_id, "file_id")
    values = payload.dict(exclude={"file_id"})
    services.record_outcome(measure_id=pk, file=file, **values, **updating(request))
    return read(request, response, pk)


@router.change("/{uuid:pk}/reminders", response=MeasureOut)
def remind(request: ApiRequest, response: HttpResponse, pk: UUID, payload: RemindIn) -> Measure:
    """Record a reminder to a silent addressee."""
    services.remind(measure_id=pk, **payload.dict(), **updating(request))
    return read(request, response, pk)
