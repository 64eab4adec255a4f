"""Seals, stamps and blanks of an office; the symbols of the service."""

from datetime import date
from uuid import UUID

from django.http import HttpResponse
from ninja import Schema, Status

from qadaga.api import registers
from qadaga.api.auth import ApiRequest
from qadaga.api.common import adding, shown, updating
from qadaga.api.routing import Router
from qadaga.api.schemas import Code, Day, Line, Long, Text
from qadaga.organisation.seals import services
from qadaga.organisation.seals import symbols as services_of_symbols
from qadaga.organisation.seals.models import Seal, Symbol
from qadaga.organisation.seals.register import SEALS
from qadaga.organisation.seals.selectors import read_seal, symbols

router = Router(tags=["seals"])
of_symbols = Router(tags=["symbols"])


class SealOut(Schema):
    """A seal, stamp or run of blanks; `offered_id` is to whom it is handed over and not taken yet."""

    id: UUID
    kind: str
    office_id: UUID
    mark: str
    name_kk: str
    status: str
    registered_on: date
    holder_id: UUID
    offered_id: UUID | None
    due_on: date | None
    order_id: UUID | None
    version: int


class SealIn(Schema):
    """What is registered, and who holds it."""

    kind: Code
    mark: Line
    name_kk: Line
    holder_id: UUID
    inventory_on: Day | None = None


class OfferIn(Schema):
    """To whom it is handed over."""

    to_id: UUID


class InventoryIn(Schema):
    """What was found, and when to look again."""

    found: Long
    next_on: Day


class LossIn(Schema):
    """When and how it was missed."""

    how: Long


class SettleIn(Schema):
    """The order that decides."""

    order_id: UUID


class DestroyIn(SettleIn):
    """The ground, the order and the act of destruction."""

    ground: Code
    act: Long


class SymbolIn(Schema):
    """A symbol and the act of the President that describes it."""

    kind: Code
    name_ru: Line
    name_kk: Line
    description: Text
    act_title: Line
    act_number: Line
    act_on: Day
    starts_on: Day


class SymbolOut(Schema):
    """A symbol; `status` tells whether it was compared with the act."""

    id: int
    kind: str
    name_ru: str
    name_kk: str
    description: str
    act_title: str
    act_number: str
    act_on: date
    starts_on: date
    ends_on: date | None
    status: str


class SymbolEndIn(Schema):
    """The first day without it, and the act that ends it."""

    ends_on: Day
    ground: Line


@router.post("", response={201: SealOut})
def register(request: ApiRequest, response: HttpResponse, payload: SealIn) -> Status[Seal]:
    """Register a seal, stamp or run of blanks of the caller's office."""
    made = services.register(seal=services.Registered(**payload.dict()), **adding(request))
    return Status(201, shown(response, made))


@router.get("/{uuid:pk}", response=SealOut)
def read(request: ApiRequest, response: HttpResponse, pk: UUID) -> Seal:
    """One of the caller's scope."""
    return shown(response, read_seal(request.actor, request.on, pk))


@router.change("/{uuid:pk}/hand-over", response=SealOut)
def offer(request: ApiRequest, response: HttpResponse, pk: UUID, payload: OfferIn) -> Seal:
    """Hand it over; it changes hands when taken."""
    return shown(response, services.offer(seal_id=pk, to_id=payload.to_id, **updating(request)))


@router.change("/{uuid:pk}/take", response=SealOut)
def take(request: ApiRequest, response: HttpResponse, pk: UUID) -> Seal:
    """Take what is handed over."""
    return shown(response, services.take(seal_id=pk, **updating(request)))


@router.change("/{uuid:pk}/inventory", response=SealOut)
def check(request: ApiRequest, response: HttpResponse, pk: UUID, payload: InventoryIn) -> Seal:
    """Record an inventory."""
    return shown(response, services.check(seal_id=pk, **payload.dict(), **updating(request)))


@router.change("/{uuid:pk}/loss", response=SealOut)
def lose(request: ApiRequest, response: HttpResponse, pk: UUID, payload: LossIn) -> Seal:
    """Report a loss: an alarm until an order decides."""
    return shown(response, services.lose(seal_id=pk, how=payload.how, **updating(request)))


@router.change("/{uuid:pk}/decision", response=SealOut)
def settle(request: ApiRequest, response: HttpResponse, pk: UUID, payload: SettleIn) -> Seal:
    """Name the order that decides on a loss."""
    return shown(response, services.settle(seal_id=pk, order_id=payload.order_id, **updating(request)))


@router.change("/{uuid:pk}/destruction", response=SealOut)
def destroy(request: ApiRequest, response: HttpResponse, pk: UUID, payload: DestroyIn) -> Seal:
    """Record the destruction by an act."""
    return shown(response, services.destroy(seal_id=pk, **payload.dict(), **updating(request)))


@of_symbols.get("", response=list[SymbolOut])
def rows(request: ApiRequest) -> list[Symbol]:
    """The symbols of the service, past ones too."""
    return list(symbols())


@of_symbols.post("", response={201: SymbolOut})
def record(request: ApiRequest, payload: SymbolIn) -> Status[Symbol]:
    """Record a symbol by an act of the President."""
    described = services_of_symbols.Described(**payload.dict())
    return Status(201, services_of_symbols.record(symbol=described, **adding(request)))


@of_symbols.post("/{int:pk}/end", response=SymbolOut)
def end(request: ApiRequest, pk: int, payload: SymbolEndIn) -> Symbol:
    """End a symbol by a later act."""
    return services_of_symbols.end(symbol_id=pk, **payload.dict(), **adding(request))


registers.mount(router, SEALS)
