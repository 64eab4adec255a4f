"""People by IIN: looked up by a posted number, every role the caller may see, merges (O.7.1, O.8.d5)."""

from datetime import date
from uuid import UUID

from django.http import HttpResponse
from ninja import Schema

from qadaga.api.auth import ApiRequest
from qadaga.api.common import adding, shown, updating
from qadaga.api.routing import Router
from qadaga.api.schemas import Day, Line, Long
from qadaga.matters.persons import dying, selectors, services

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


class PersonDeathIn(Schema):
    """The day of the death, and the paper that proves it."""

    died_on: Day
    paper: Line


class PersonDeathBackIn(Schema):
    """The note that is withdrawn, and why it was wrong."""

    death_id: UUID
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


class PersonDeathOut(Schema):
    """A note of the person's death, and its withdrawal."""

    id: UUID
    died_on: date
    paper: str
    noted_on: date
    withdrawn_on: date | None
    withdrawn_reason: str | None


class PersonInRolesOut(Schema):
    """A person in every role that the caller may see."""

    id: UUID
    version: int
    numbers: list[str]
    names: list[str]
    lines: list[PersonLineOut]
    merges: list[PersonMergeOut]
    deaths: list[PersonDeathOut]


@persons.post("/look-up", response=PersonInRolesOut)
def look_up(request: ApiRequest, response: HttpResponse, payload: PersonLookUpIn) -> dict[str, object]:
    """The person with that IIN, journalled; the same refusal where nothing is known and nothing is seen."""
    card = services.look_up(iin=payload.iin, **adding(request))
    selectors.note(request.actor, request.on, card.person, card.lines)
    return _told(response, card)


@persons.get("/{uuid:pk}", response=PersonInRolesOut)
def read(request: ApiRequest, response: HttpResponse, pk: UUID) -> dict[str, object]:
    """A person looked up before; the reading is journalled."""
    return _whole(request, response, pk)


@persons.change("/{uuid:pk}/merge", response=PersonInRolesOut)
def merge(request: ApiRequest, response: HttpResponse, pk: UUID, payload: PersonMergeIn) -> dict[str, object]:
    """Decide that another number is of the same person; this card stands for both."""
    services.merge(card=_seen(request, pk), **payload.dict(), **updating(request))
    return _whole(request, response, pk)


@persons.change("/{uuid:pk}/part", response=PersonInRolesOut)
def part(request: ApiRequest, response: HttpResponse, pk: UUID, payload: PersonPartIn) -> dict[str, object]:
    """Undo a merge: everything is as it was."""
    services.part(card=_seen(request, pk), **payload.dict(), **updating(request))
    return _whole(request, response, pk)


@persons.change("/{uuid:pk}/death", response=PersonInRolesOut)
def note_death(
    request: ApiRequest, response: HttpResponse, pk: UUID, payload: PersonDeathIn
) -> dict[str, object]:
    """Note that the person has died: no register decides anything more against them."""
    dying.note_death(card=_seen(request, pk), **payload.dict(), **updating(request))
    return _whole(request, response, pk)


@persons.change("/{uuid:pk}/death/withdrawal", response=PersonInRolesOut)
def withdraw_death(
    request: ApiRequest, response: HttpResponse, pk: UUID, payload: PersonDeathBackIn
) -> dict[str, object]:
    """Withdraw a note of a death that was wrong."""
    dying.withdraw_death(card=_seen(request, pk), **payload.dict(), **updating(request))
    return _whole(request, response, pk)


def _seen(request: ApiRequest, pk: UUID) -> selectors.Card:
    return selectors.seen(request.actor, request.on, pk)


def _whole(request: ApiRequest, response: HttpResponse, pk: UUID) -> dict[str, object]:
    return _told(response, selectors.read_card(request.actor, request.on, pk))


def _told(response: HttpResponse, card: selectors.Card) -> dict[str, object]:
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
        "deaths": list(card.deaths),
    }
