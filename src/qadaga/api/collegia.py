"""Collegia of offices and their members, for programs (L.1.5, L.1.11)."""

from datetime import date
from typing import Any
from uuid import UUID

from ninja import Schema, Status

from qadaga.api.auth import ApiRequest
from qadaga.api.common import adding
from qadaga.api.routing import Router
from qadaga.api.schemas import Day
from qadaga.offices import selectors
from qadaga.organisation.collegia import selectors as collegia
from qadaga.organisation.collegia import services
from qadaga.organisation.collegia.models import Collegium, CollegiumMember, CollegiumRules

router = Router(tags=["structure"])


class ByOrderIn(Schema):
    """The signed order on the collegium that the change rests on."""

    order_id: UUID | None = None


class CollegiumIn(ByOrderIn):
    """A collegium from a day on with its first members, by their appointments."""

    starts_on: Day
    members: list[UUID]


class SeatIn(ByOrderIn):
    """One more member from a day on."""

    appointment_id: UUID
    starts_on: Day


class FirstWithoutIn(ByOrderIn):
    """The first day without."""

    ends_on: Day


class RulesIn(ByOrderIn):
    """From when the order sets the rules of collegia and the status of their members."""

    starts_on: Day


class SeatOut(Schema):
    """A seat in a collegium."""

    id: int
    appointment_id: UUID
    order_id: UUID
    starts_on: date
    ends_on: date | None


class CollegiumOut(Schema):
    """A collegium."""

    id: UUID
    order_id: UUID
    starts_on: date
    ends_on: date | None


class CompositionOut(Schema):
    """The collegium of an office on a day; `possible` tells whether its kind may have one (L.1.5)."""

    possible: bool
    collegium: CollegiumOut | None
    members: list[SeatOut]
    rules_order_id: UUID | None


class RulesOut(Schema):
    """Which order sets the rules, and from when."""

    order_id: UUID
    starts_on: date
    ends_on: date | None


@router.get("/offices/{code}/collegium", response=CompositionOut)
def read(request: ApiRequest, code: str, on: Day | None = None) -> dict[str, Any]:
    """The collegium on a day with its members, and the order that sets the rules."""
    office, day = selectors.office_by_code(code), on or request.on
    found = collegia.composition(office, day)
    return {
        "possible": collegia.may_have(office.kind, day),
        "collegium": found.collegium,
        "members": list(found.members),
        "rules_order_id": found.rules.order_id if found.rules else None,
    }


@router.post("/offices/{code}/collegium", response={201: CollegiumOut})
def form(request: ApiRequest, code: str, payload: CollegiumIn) -> Status[Collegium]:
    """Form the collegium of the office by an order."""
    return Status(201, services.form(office_id=_id(code), **payload.dict(), **adding(request)))


@router.post("/offices/{code}/collegium/end", response=CollegiumOut)
def end(request: ApiRequest, code: str, payload: FirstWithoutIn) -> Collegium:
    """End the collegium and every seat in it."""
    return services.dissolve(office_id=_id(code), **payload.dict(), **adding(request))


@router.post("/offices/{code}/collegium/members", response={201: SeatOut})
def seat(request: ApiRequest, code: str, payload: SeatIn) -> Status[CollegiumMember]:
    """Name one more member."""
    return Status(201, services.seat(office_id=_id(code), **payload.dict(), **adding(request)))


@router.post("/offices/{code}/collegium/members/{int:member_id}/end", response=SeatOut)
def release(request: ApiRequest, code: str, member_id: int, payload: FirstWithoutIn) -> CollegiumMember:
    """Release a member."""
    values = {**payload.dict(), **adding(request)}
    return services.release(office_id=_id(code), member_id=member_id, **values)


@router.post("/collegium-rules", response={201: RulesOut})
def set_rules(request: ApiRequest, payload: RulesIn) -> Status[CollegiumRules]:
    """Say which order of the Prosecutor General sets the rules of all collegia."""
    return Status(201, services.set_rules(**payload.dict(), **adding(request)))


def _id(code: str) -> UUID:
    return selectors.office_by_code(code).id
