"""Exchange of information with bodies: requests and notices both ways, and the replies (O.7.4)."""

from datetime import date
from typing import Annotated
from uuid import UUID

from django.http import HttpResponse
from ninja import Field, Schema, Status

from qadaga.api import registers
from qadaga.api.auth import ApiRequest
from qadaga.api.common import adding, needed_body, shown, updating
from qadaga.api.routing import Router
from qadaga.api.schemas import BodyIn, Code, Day, Line, Long
from qadaga.coordination.exchange import selectors, services
from qadaga.coordination.exchange.models import Exchange
from qadaga.coordination.exchange.register import EXCHANGES

router = Router(tags=["coordination"])


class ExchangeIn(Schema):
    """A request or notice, sent or received; one that holds a state secret is refused."""

    way: Code
    what: Code
    body: BodyIn
    title: Line
    ground: Annotated[str, Field(max_length=500)]
    text: Long
    on: Day
    due_on: Day | None = None
    reference: Annotated[str, Field(max_length=100)] = ""
    council: bool = False
    matter_id: UUID | None = None
    secret: bool = False


class ExchangeReplyIn(Schema):
    """What was answered, on which day."""

    replied_on: Day
    reply: Long


class ExchangeOut(Schema):
    """A request or notice with its reply."""

    id: UUID
    number_text: str
    way: str
    what: str
    status: str
    office_id: UUID
    body_id: UUID
    council_id: UUID | None
    matter_id: UUID | None
    title: str
    ground: str
    text: str
    reference: str
    on: date
    due_on: date | None
    replied_on: date | None
    reply: str | None
    version: int


@router.post("", response={201: ExchangeOut})
def enter(request: ApiRequest, response: HttpResponse, payload: ExchangeIn) -> Status[Exchange]:
    """Send something to a body, or enter what came from one."""
    values = payload.dict(exclude={"body"})
    exchanged = services.Exchanged(body=needed_body(payload.body, "body"), **values)
    return Status(201, shown(response, services.enter(exchanged=exchanged, **adding(request))))


@router.get("/{uuid:pk}", response=ExchangeOut)
def read(request: ApiRequest, response: HttpResponse, pk: UUID) -> Exchange:
    """An exchange of the caller's scope."""
    return shown(response, selectors.read_exchange(request.actor, request.on, pk))


@router.change("/{uuid:pk}/reply", response=ExchangeOut)
def reply(request: ApiRequest, response: HttpResponse, pk: UUID, payload: ExchangeReplyIn) -> Exchange:
    """Record the reply of a body, or answer it."""
    return shown(response, services.reply(exchange_id=pk, **payload.dict(), **updating(request)))


registers.mount(router, EXCHANGES)
