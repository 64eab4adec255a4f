"""Units inside offices, as of a day and changed from a day on, for programs (L.1.4)."""

from datetime import date
from uuid import UUID

from django.http import HttpResponse
from ninja import Schema, Status

from qadaga.api.auth import ApiRequest
from qadaga.api.common import adding, shown, updating
from qadaga.api.offices import NamesIn
from qadaga.api.routing import Router
from qadaga.api.schemas import Code, Day, Line
from qadaga.offices import selectors
from qadaga.offices.models import Unit
from qadaga.offices.units import UnitOn, unit_in, units_on
from qadaga.organisation.units import services
from qadaga.organisation.units.entries import UnitInput

router = Router(tags=["structure"])


class UnitOnOut(Schema):
    """A unit as it is on a day; `depth`: how many units it stands in."""

    id: UUID
    code: str
    kind: str
    name_ru: str
    name_kk: str
    name_en: str
    parent: UUID | None
    depth: int


class UnitOut(Schema):
    """A unit with its names of today."""

    id: UUID
    code: str
    kind: str
    name_ru: str
    name_kk: str
    name_en: str
    opened_on: date
    closed_on: date | None
    version: int


class UnitIn(Schema):
    """A new unit, directly in the office or inside another unit."""

    code: Code
    kind: Code
    names: NamesIn
    starts_on: Day
    parent_id: UUID | None = None
    ground: Line = ""
    order_id: UUID | None = None


class UnitNameIn(Schema):
    """Another name of a unit from a day on."""

    names: NamesIn
    starts_on: Day
    ground: Line = ""
    order_id: UUID | None = None


class UnitPlaceIn(Schema):
    """Another place of a unit from a day on; no unit: directly in the office."""

    parent_id: UUID | None = None
    starts_on: Day
    ground: Line = ""
    order_id: UUID | None = None


class UnitEndIn(Schema):
    """The first day without the unit."""

    ends_on: Day
    ground: Line = ""
    order_id: UUID | None = None


@router.get("/offices/{code}/units", response=list[UnitOnOut])
def listed(request: ApiRequest, code: str, on: Day | None = None) -> list[UnitOn]:
    """The units of the office on a day, each followed by those inside it."""
    return units_on(selectors.office_by_code(code).id, on or request.on)


@router.post("/offices/{code}/units", response={201: UnitOut})
def create(request: ApiRequest, response: HttpResponse, code: str, payload: UnitIn) -> Status[Unit]:
    """Create a unit in the office from a day on."""
    values = payload.dict(exclude={"names"})
    entered = UnitInput(**values, names=payload.names.value())
    office = selectors.office_by_code(code)
    row = services.create(office_id=office.id, unit=entered, **adding(request))
    return Status(201, shown(response, row))


@router.replace("/offices/{code}/units/{uuid:unit_id}/name", response=UnitOut)
def rename(
    request: ApiRequest, response: HttpResponse, code: str, unit_id: UUID, payload: UnitNameIn
) -> Unit:
    """Give the unit another name from a day on."""
    values = payload.dict(exclude={"names"})
    names = payload.names.value()
    return shown(
        response, services.rename(unit_id=_unit(code, unit_id), names=names, **values, **updating(request))
    )


@router.replace("/offices/{code}/units/{uuid:unit_id}/place", response=UnitOut)
def move(request: ApiRequest, response: HttpResponse, code: str, unit_id: UUID, payload: UnitPlaceIn) -> Unit:
    """Put the unit inside another one, or directly in the office, from a day on."""
    row = services.move(unit_id=_unit(code, unit_id), **payload.dict(), **updating(request))
    return shown(response, row)


@router.replace("/offices/{code}/units/{uuid:unit_id}/end", response=UnitOut)
def close(request: ApiRequest, response: HttpResponse, code: str, unit_id: UUID, payload: UnitEndIn) -> Unit:
    """Close the unit from a day on; nobody and nothing may be left in it."""
    row = services.close(unit_id=_unit(code, unit_id), **payload.dict(), **updating(request))
    return shown(response, row)


def _unit(code: str, unit_id: UUID) -> UUID:
    return unit_in(selectors.office_by_code(code), unit_id).id
