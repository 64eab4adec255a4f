"""The index of operative-search, counter-intelligence and covert checks: numbers, days, codes (L.3.3)."""

from datetime import date
from typing import Annotated, Any
from uuid import UUID

from django.http import HttpResponse
from ninja import Field, Schema, Status
from pydantic import ConfigDict

from qadaga.api import registers
from qadaga.api.auth import ApiRequest
from qadaga.api.common import adding, shown, updating
from qadaga.api.routing import Router
from qadaga.api.schemas import Code, Day
from qadaga.supervision.covert import selectors, services
from qadaga.supervision.covert.models import LONGEST, NUMBER, CovertCheck
from qadaga.supervision.covert.register import COVERT

covert = Router(tags=["covert"])
# The pattern stands in the document; the service says in words why anything else is refused.
Number = Annotated[str, Field(max_length=LONGEST, json_schema_extra={"pattern": NUMBER})]


class IndexIn(Schema):
    """Takes its own fields only: a text or a file has no place here (O.8.d5)."""

    model_config = ConfigDict(extra="forbid")


class IndexedIn(IndexIn):
    """The body of the closed list, what is checked, the number in that body's register."""

    body: Code
    kind: Code
    register_number: Number
    sphere: Code | None = None


class DemandIn(IndexedIn):
    """The case and the ground: code_names_it or law_names_it."""

    ground: Code


class IndexPaperIn(IndexIn):
    """The act on paper: representation or resolution, its number and day."""

    kind: Code
    number: Number
    on: Day


class IndexCheckIn(IndexIn):
    """Ground, day and result of the check (lawful, act, withheld); when demanded materials came; the act."""

    ground: Code
    checked_on: Day
    result: Code
    received_on: Day | None = None
    paper: IndexPaperIn | None = None


class EnteredIn(IndexIn):
    """A case and its check at once."""

    case: IndexedIn
    checked: IndexCheckIn


class StoppedIn(IndexIn):
    """An action that was stopped: ground, days, the act, when the office above was told."""

    ground: Code
    checked_on: Day
    received_on: Day
    paper: IndexPaperIn
    told_on: Day


class IndexReplyIn(IndexIn):
    """What became of the act: removed, refused or above."""

    reply: Code
    reply_on: Day


class CovertOut(Schema):
    """A check: index data only."""

    id: UUID
    office_id: UUID
    status: str
    body: str
    kind: str
    register_number: str
    sphere: str | None
    begun_on: date
    due_on: date | None
    demand_ground: str | None
    demanded_on: date | None
    received_on: date | None
    ground: str | None
    checked_on: date | None
    result: str | None
    paper_kind: str | None
    paper_number: str | None
    paper_on: date | None
    told_on: date | None
    reply: str | None
    reply_on: date | None
    version: int


def _checked(payload: IndexCheckIn) -> services.Checked:
    return services.Checked(
        payload.ground, payload.checked_on, payload.result, payload.received_on, _paper(payload.paper)
    )


def _paper(payload: IndexPaperIn | None) -> services.Paper | None:
    return services.Paper(payload.kind, payload.number, payload.on) if payload else None


def _change(request: ApiRequest, pk: UUID) -> dict[str, Any]:
    return {"check_id": pk, **updating(request)}


@covert.post("/demands", response={201: CovertOut})
def demand(request: ApiRequest, response: HttpResponse, payload: DemandIn) -> Status[CovertCheck]:
    """Note that materials were demanded; the term of the reply runs."""
    indexed = services.Indexed(**payload.dict(exclude={"ground"}))
    made = services.demand(indexed=indexed, ground=payload.ground, **adding(request))
    return Status(201, shown(response, made))


@covert.post("", response={201: CovertOut})
def enter(request: ApiRequest, response: HttpResponse, payload: EnteredIn) -> Status[CovertCheck]:
    """Enter a check that was made without demanding materials first."""
    indexed = services.Indexed(**payload.case.dict())
    made = services.enter(indexed=indexed, checked=_checked(payload.checked), **adding(request))
    return Status(201, shown(response, made))


@covert.get("/{uuid:pk}", response=CovertOut)
def read(request: ApiRequest, response: HttpResponse, pk: UUID) -> CovertCheck:
    """A check, for the narrow circle; the reading is journalled."""
    return shown(response, selectors.read_check(request.actor, request.on, pk))


@covert.change("/{uuid:pk}/check", response=CovertOut)
def check(request: ApiRequest, response: HttpResponse, pk: UUID, payload: IndexCheckIn) -> CovertCheck:
    """Record what the demanded materials showed, or that none came."""
    return shown(response, services.check(checked=_checked(payload), **_change(request, pk)))


@covert.change("/{uuid:pk}/stop", response=CovertOut)
def stop(request: ApiRequest, response: HttpResponse, pk: UUID, payload: StoppedIn) -> CovertCheck:
    """Record that an unlawful action was stopped, and that the office above was told."""
    checked = services.Checked(
        payload.ground, payload.checked_on, "stopped", payload.received_on, _paper(payload.paper)
    )
    done = services.stop(checked=checked, told_on=payload.told_on, **_change(request, pk))
    return shown(response, done)


@covert.change("/{uuid:pk}/reply", response=CovertOut)
def reply(request: ApiRequest, response: HttpResponse, pk: UUID, payload: IndexReplyIn) -> CovertCheck:
    """Record what became of the act."""
    return shown(response, services.record_reply(**payload.dict(), **_change(request, pk)))


registers.mount(covert, COVERT)
