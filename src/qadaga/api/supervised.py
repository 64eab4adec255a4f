"""Supervised bodies with their history in the caller's scope, merges of duplicates, officials (O.7.1)."""

from datetime import date
from uuid import UUID

from django.http import HttpResponse
from ninja import Schema, Status

from qadaga.acts.supervised import OFFICIALS, SUPERVISED
from qadaga.api import registers
from qadaga.api.auth import ApiRequest, scope
from qadaga.api.common import adding, shown, updating
from qadaga.api.routing import Router
from qadaga.api.schemas import Line, Long
from qadaga.matters.bodies import merging, selectors
from qadaga.matters.bodies import officials as services
from qadaga.matters.bodies.models import Merge, Official
from qadaga.matters.models import Body

bodies = Router(tags=["supervised bodies"])
officials = Router(tags=["supervised bodies"])


class BodyTraceOut(Schema):
    """A record that names the body; `part` is the register it stands in."""

    part: str
    id: UUID
    day: date
    number: str | None
    title: str
    status: str
    due_on: date | None


class BodyViolationOut(Schema):
    """A violation; the `nth` of `times` that the body broke the norm, over the caller's scope."""

    id: UUID
    matter_id: UUID
    norm: str
    found_on: date
    removed_on: date | None
    official_id: UUID | None
    nth: int
    times: int


class BodyMergeOut(Schema):
    """A decision that two records are of one body, and its undoing."""

    id: UUID
    survivor_id: UUID
    duplicate_id: UUID
    reason: str
    merged_on: date
    undone_on: date | None
    undone_reason: str | None


class SupervisedOut(Schema):
    """A body with everything of its history that the caller may read."""

    id: UUID
    kind: str
    bin: str | None
    name_ru: str
    name_kk: str
    kato: str | None
    address: str
    merged_into_id: UUID | None
    version: int
    merged: list[UUID]
    alike: list[UUID]
    merges: list[BodyMergeOut]
    history: list[BodyTraceOut]
    violations: list[BodyViolationOut]


class BodyMergeIn(Schema):
    """The record of the same body, and why it is the same."""

    duplicate_id: UUID
    reason: Long


class BodyPartIn(Schema):
    """The merge that is undone, and why."""

    merge_id: UUID
    reason: Long


class OfficialIn(Schema):
    """Who holds which post in the body."""

    iin: Line
    name: Line
    post: Line


class OfficialOut(Schema):
    """The card of an official; the reading is journalled."""

    id: UUID
    body_id: UUID
    iin: str
    name: str
    post: str
    entered_on: date
    version: int


@bodies.get("/{uuid:pk}", response=SupervisedOut)
def read(request: ApiRequest, response: HttpResponse, pk: UUID) -> dict[str, object]:
    """One body with the records merged into it and its history in the caller's scope."""
    return _whole(request, response, pk)


@bodies.change("/{uuid:pk}/merge", response=SupervisedOut)
def merge(request: ApiRequest, response: HttpResponse, pk: UUID, payload: BodyMergeIn) -> dict[str, object]:
    """Decide that another record is the same body; this one stands for both."""
    merging.merge(survivor_id=pk, **payload.dict(), **updating(request))
    return _whole(request, response, pk)


@bodies.change("/{uuid:pk}/part", response=SupervisedOut)
def part(request: ApiRequest, response: HttpResponse, pk: UUID, payload: BodyPartIn) -> dict[str, object]:
    """Undo a merge: everything is as it was."""
    merging.part(**payload.dict(), **updating(request))
    return _whole(request, response, pk)


@bodies.post("/{uuid:pk}/officials", response={201: OfficialOut})
def enter(request: ApiRequest, response: HttpResponse, pk: UUID, payload: OfficialIn) -> Status[Official]:
    """Enter an official of the body."""
    entered = services.Entered(body=selectors.get_body(pk), **payload.dict())
    return Status(201, shown(response, services.enter(entered=entered, **adding(request))))


@officials.get("/{uuid:pk}", response=OfficialOut)
def read_official(request: ApiRequest, response: HttpResponse, pk: UUID) -> Official:
    """An official of the caller's scope; the reading is journalled."""
    return shown(response, selectors.read_official(request.actor, request.on, pk))


def _whole(request: ApiRequest, response: HttpResponse, pk: UUID) -> dict[str, object]:
    card = selectors.read_card(request.actor, request.on, pk)
    past = selectors.history(scope(request), card, request.on)
    body: Body = shown(response, card.body)
    names = ("id", "kind", "bin", "name_ru", "name_kk", "kato", "address", "merged_into_id", "version")
    merges: list[Merge] = list(card.merges)
    return {
        **{name: getattr(body, name) for name in names},
        "merged": [row.id for row in card.merged],
        "alike": [row.id for row in card.alike],
        "merges": merges,
        "history": [
            {"part": part, **{name: getattr(row, name) for name in _TRACE}}
            for part, rows in past.lines.items()
            for row in rows
        ],
        "violations": past.violations,
    }


_TRACE = ("id", "day", "number", "title", "status", "due_on")

registers.mount(bodies, SUPERVISED)
registers.mount(officials, OFFICIALS)
