"""People by IIN: looked up by a posted number, every role the caller may see, merges (O.7.1, O.8.d5)."""

from datetime import date
from uuid import UUID

from django.http import HttpResponse
from ninja import Schema

from qadaga.api.auth import ApiRequest
from qadaga.api.common import adding, shown, updating
from qadaga.api.routing import Router
from qadaga.api.schemas import Line, Long
from qadaga.matters.persons import selectors, services

persons = Router(tags=["people by IIN"])


class PersonLookUpIn(Schema):
    """Whom to look up."""

    iin: Line


class PersonMergeIn(Schema):
    """The other number of the same person, and why it is the same."""

    iin: Line
    reason: Long


class PersonPartIn(Schema):
    """The merge that is undone, and why."""

    merge_id: UUID
    reason: Long


class PersonLineOut(Schema):
    """A record that names the person; `role` is as whom, `id` the key of the record's card."""

    role: str
    id: UUID
    day: date
    number: str
    title: str
    who: str
    status: str


class PersonMergeOut(Schema):
    """A decision that two numbers are of one person, and its undoing."""

    id: UUID
    duplicate_id: UUID
    reason: str
    merged_on: date
    undone_on: date | None
    undone_reason: str | None


class PersonInRolesOut(Schema):
    """A person in every role that the caller may see."""

    id: UUID
    version: int
    numbers: list[str]
    names: list[str]
    lines: list[PersonLineOut]
    merges: list[PersonMergeOut]


@persons.post("/look-up", response=PersonInRolesOut)
def look_up(request: ApiRequest, response: HttpResponse, payload: PersonLookUpIn) -> dict[str, object]:
    """The person with that IIN, journalled; the same refusal where nothing is known and nothing is seen."""
    found = services.look_up(iin=payload.iin, **adding(request))
    return _whole(request, response, found.id)


@persons.get("/{uuid:pk}", response=PersonInRolesOut)
def read(request: ApiRequest, response: HttpResponse, pk: UUID) -> dict[str, object]:
    """A person looked up before; the reading is journalled."""
    return _whole(request, response, pk)


@persons.change("/{uuid:pk}/merge", response=PersonInRolesOut)
def merge(request: ApiRequest, response: HttpResponse, pk: UUID, payload: PersonMergeIn) -> dict[str, object]:
    """Decide that another number is of the same person; this card stands for both."""
    services.merge(survivor_id=pk, **payload.dict(), **updating(request))
    return _whole(request, response, pk)


@persons.change("/{uuid:pk}/part", response=PersonInRolesOut)
def part(request: ApiRequest, response: HttpResponse, pk: UUID, payload: PersonPartIn) -> dict[str, object]:
    """Undo a merge: everything is as it was."""
    services.part(person_id=pk, **payload.dict(), **updating(request))
    return _whole(request, response, pk)


def _whole(request: ApiRequest, response: HttpResponse, pk: UUID) -> dict[str, object]:
    card = selectors.read_card(request.actor, request.on, pk)
    person = shown(response, card.person)
    names = ("id", "day", "number", "title", "who", "status")
    return {
        **{name: getattr(person, name) for name in ("id", "version")},
        "numbers": card.numbers,
        "names": card.names,
        "lines": [
            {"role": role, **{name: getattr(row, name) for name in names}}
            for role, rows in card.lines.items()
            for row in rows
        ],
        "merges": list(card.merges),
    }
