"""Orders and directives: drafts, agreement, signature, making known, control, cancellation."""

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from ninja import Status

from qadaga.api import order_papers, registers, rulings
from qadaga.api.act_shapes import RemarksIn
from qadaga.api.auth import ApiRequest
from qadaga.api.common import adding, shown, updating
from qadaga.api.order_shapes import (
    AddresseesIn,
    ControllerIn,
    OrderCancelIn,
    OrderDraftIn,
    OrderOut,
    PaperIn,
    PointIn,
    PointOut,
    PointTermIn,
    PublishedIn,
    ReportIn,
)
from qadaga.api.routing import Router
from qadaga.api.schemas import Made, ReasonIn
from qadaga.organisation.orders import services
from qadaga.organisation.orders.models import Order, OrderPoint
from qadaga.organisation.orders.register import ORDERS
from qadaga.organisation.orders.selectors.card import read_order

router = Router(tags=["orders"])
_PARTS = ("title_kk", "title_ru", "text_kk", "text_ru")


def _draft(given: OrderDraftIn) -> services.Draft:
    values: dict[str, Any] = given.dict()
    wording = services.Wording(**{part: values.pop(part) for part in _PARTS})
    return services.Draft(wording=wording, **values)


@router.post("", response={201: OrderOut})
def draft(request: ApiRequest, response: HttpResponse, payload: OrderDraftIn) -> Status[Order]:
    """Begin an order of the caller's office."""
    return Status(201, shown(response, services.draft(draft=_draft(payload), **adding(request))))


@router.get("/{uuid:pk}", response=OrderOut)
def read(request: ApiRequest, response: HttpResponse, pk: UUID) -> Order:
    """One order of the caller's scope, or made known to the caller."""
    return shown(response, read_order(request.actor, request.on, pk))


rulings.mount(router, "orders", lambda request, pk: read_order(request.actor, request.on, pk))


@router.replace("/{uuid:pk}/draft", response=OrderOut)
def save(request: ApiRequest, response: HttpResponse, pk: UUID, payload: OrderDraftIn) -> Order:
    """Save the draft anew."""
    return shown(response, services.save_draft(order_id=pk, draft=_draft(payload), **updating(request)))


@router.change("/{uuid:pk}/submit", response=OrderOut)
def submit(request: ApiRequest, response: HttpResponse, pk: UUID) -> Order:
    """Submit the draft for agreement."""
    return shown(response, services.submit(order_id=pk, **updating(request)))


@router.change("/{uuid:pk}/agree", response=OrderOut)
def agree(request: ApiRequest, response: HttpResponse, pk: UUID) -> Order:
    """Agree the draft."""
    return shown(response, services.agree(order_id=pk, **updating(request)))


@router.change("/{uuid:pk}/send-back", response=OrderOut)
def send_back(request: ApiRequest, response: HttpResponse, pk: UUID, payload: RemarksIn) -> Order:
    """Send the draft back with remarks."""
    return shown(response, services.send_back(order_id=pk, remarks=payload.remarks, **updating(request)))


@router.change("/{uuid:pk}/withdrawal", response=OrderOut)
def withdraw(request: ApiRequest, response: HttpResponse, pk: UUID, payload: ReasonIn) -> Order:
    """Give the draft up."""
    return shown(response, services.withdraw(order_id=pk, reason=payload.reason, **updating(request)))


@router.change("/{uuid:pk}/sign", response=OrderOut)
def sign(request: ApiRequest, response: HttpResponse, pk: UUID) -> Order:
    """Sign: number, PDF/A and fingerprint are frozen, the people it is for are listed."""
    return shown(response, services.sign(order_id=pk, **updating(request)))


@router.change("/{uuid:pk}/cancel", response=OrderOut)
def cancel(request: ApiRequest, response: HttpResponse, pk: UUID, payload: OrderCancelIn) -> Order:
    """End the order's force from today."""
    return shown(response, services.cancel(order_id=pk, **payload.dict(), **updating(request)))


@router.change("/{uuid:pk}/publication", response=OrderOut)
def publish(request: ApiRequest, response: HttpResponse, pk: UUID, payload: PublishedIn) -> Order:
    """Record the publication."""
    return shown(response, services.publish(order_id=pk, **payload.dict(), **updating(request)))


@router.post("/{uuid:pk}/confirmation", response={201: Made})
def confirm(request: ApiRequest, pk: UUID) -> Status[object]:
    """Say that the caller has read the order."""
    return Status(201, services.confirm(order_id=pk, **adding(request)))


@router.post("/{uuid:pk}/paper-signatures", response={201: Made})
def record_paper(request: ApiRequest, pk: UUID, payload: PaperIn) -> Status[object]:
    """Record somebody's signature on paper."""
    return Status(201, services.record_paper(order_id=pk, **payload.dict(), **adding(request)))


@router.change("/{uuid:pk}/addressees", response=OrderOut)
def address(request: ApiRequest, response: HttpResponse, pk: UUID, payload: AddresseesIn) -> Order:
    """Add people who have to know the order."""
    services.address(order_id=pk, addressees=payload.addressees, **updating(request))
    return read(request, response, pk)


@router.change("/{uuid:pk}/controller", response=OrderOut)
def set_controller(request: ApiRequest, response: HttpResponse, pk: UUID, payload: ControllerIn) -> Order:
    """Say who watches the execution."""
    return shown(response, services.set_controller(order_id=pk, **payload.dict(), **updating(request)))


@router.change("/{uuid:pk}/points", response={201: PointOut})
def add_point(request: ApiRequest, pk: UUID, payload: PointIn) -> Status[OrderPoint]:
    """Put a point under control."""
    return Status(201, services.add_point(order_id=pk, **payload.dict(), **updating(request)))


@router.post("/{uuid:pk}/points/{uuid:point_id}/reports", response={201: Made})
def report(request: ApiRequest, pk: UUID, point_id: UUID, payload: ReportIn) -> Status[object]:
    """Report on one's own point."""
    made = services.report(order_id=pk, point_id=point_id, words=payload.words, **adding(request))
    return Status(201, made)


@router.change("/{uuid:pk}/points/{uuid:point_id}/done", response=PointOut)
def accept(request: ApiRequest, pk: UUID, point_id: UUID) -> OrderPoint:
    """Take a point off control."""
    return services.accept(order_id=pk, point_id=point_id, **updating(request))


@router.change("/{uuid:pk}/points/{uuid:point_id}/term", response=PointOut)
def prolong(request: ApiRequest, pk: UUID, point_id: UUID, payload: PointTermIn) -> OrderPoint:
    """Give an open point a later last day."""
    return services.prolong(order_id=pk, point_id=point_id, **payload.dict(), **updating(request))


@router.change("/{uuid:pk}/points/{uuid:point_id}/cancel", response=PointOut)
def cancel_point(request: ApiRequest, pk: UUID, point_id: UUID, payload: ReasonIn) -> OrderPoint:
    """End the force of a single point."""
    return services.cancel_point(order_id=pk, point_id=point_id, reason=payload.reason, **updating(request))


registers.mount(router, ORDERS)
order_papers.mount(router)
