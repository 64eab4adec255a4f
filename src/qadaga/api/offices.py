"""The structure: offices as of a day, and every power over them."""

from datetime import date
from typing import Any
from uuid import UUID

from django.http import HttpResponse
from ninja import Schema, Status

from qadaga.api.auth import ApiRequest
from qadaga.api.common import adding, shown, updating
from qadaga.api.routing import Router
from qadaga.api.schemas import Code, Day, Line
from qadaga.offices import selectors
from qadaga.offices.models import Office
from qadaga.offices.naming import Names
from qadaga.offices.tree import Node, tree
from qadaga.organisation import acting
from qadaga.organisation import offices as services
from qadaga.organisation.office_input import OfficeInput
from qadaga.staff import selectors as staff
from qadaga.staff.models import ActingHead, Appointment

router = Router(tags=["offices"])


class NamesIn(Schema):
    """One name in the three languages."""

    ru: Line
    kk: Line
    en: Line

    def value(self) -> Names:
        """As the services take it."""
        return Names(self.ru, self.kk, self.en)


class OfficeOut(Schema):
    """An office as it is today."""

    id: UUID
    code: str
    kind: str
    level: int
    name_ru: str
    name_kk: str
    name_en: str
    parent_id: UUID | None
    region_id: UUID
    opened_on: date
    closed_on: date | None
    status: str
    version: int


class NodeOut(Schema):
    """An office as it was or will be on a day."""

    id: UUID
    code: str
    kind: str
    level: int
    name_ru: str
    name_kk: str
    name_en: str
    parent: UUID | None
    kato: list[str]
    spheres: list[str]
    status: str


class MemberOut(Schema):
    """Somebody who holds a post on a day."""

    appointment_id: UUID
    person_id: UUID
    name: str
    post: str
    heads: bool
    officer: bool
    absent: bool
    leads: bool


class OfficeIn(Schema):
    """A new office under another."""

    code: Code
    kind: Code
    names: NamesIn
    parent: Code
    starts_on: Day
    kato: list[Code] = []
    spheres: list[Code] = []
    ground: Line = ""
    order_id: UUID | None = None


class NameIn(Schema):
    """Another name from a day on."""

    names: NamesIn
    starts_on: Day
    ground: Line = ""
    order_id: UUID | None = None


class TerritoryIn(Schema):
    """Another territory from a day on; no unit means the whole country."""

    kato: list[Code]
    starts_on: Day
    ground: Line = ""
    order_id: UUID | None = None


class SpheresIn(Schema):
    """Other spheres from a day on."""

    spheres: list[Code]
    starts_on: Day
    ground: Line = ""
    order_id: UUID | None = None


class ActingIn(Schema):
    """Who replaces the head of the office, and when; `ends_on` is the first day without."""

    appointment_id: UUID
    starts_on: Day
    ends_on: Day | None = None
    ground: Line = ""


class ActingOut(Schema):
    """A naming of an acting head."""

    id: int
    appointment_id: UUID
    starts_on: date
    ends_on: date | None


class EndIn(Schema):
    """The first day without."""

    ends_on: Day


@router.get("", response=list[NodeOut])
def listed(request: ApiRequest, on: Day | None = None) -> list[Node]:
    """Every office on the day, today when none is given, those above first."""
    return list(tree(on or request.on).nodes.values())


@router.get("/{slug:code}", response=OfficeOut)
def read(request: ApiRequest, response: HttpResponse, code: str) -> Office:
    """One office."""
    return shown(response, selectors.office_by_code(code))


@router.get("/{slug:code}/people", response=list[MemberOut])
def people(request: ApiRequest, code: str, on: Day | None = None) -> list[dict[str, Any]]:
    """Who holds a post there on the day, heads first, and who leads."""
    office = selectors.office_by_code(code)
    rows = list(staff.people_of(office.id, on or request.on))
    leads = staff.leader_among(rows)
    return [_member(row, leads) for row in rows]


def _member(row: Appointment, leads: Appointment | None) -> dict[str, Any]:
    return {
        "appointment_id": row.id,
        "person_id": row.person_id,
        "name": row.person.name,
        "post": row.post,
        "heads": row.heads,
        "officer": row.officer,
        "absent": row.absent,  # type: ignore[attr-defined]  # annotated by people_of
        "leads": leads is not None and leads.pk == row.pk,
    }


@router.post("", response={201: OfficeOut})
def create(request: ApiRequest, response: HttpResponse, payload: OfficeIn) -> Status[Office]:
    """Create an office under another."""
    values = payload.dict(exclude={"names", "kato", "spheres"})
    entered = OfficeInput(
        **values, names=payload.names.value(), kato=tuple(payload.kato), spheres=tuple(payload.spheres)
    )
    return Status(201, shown(response, services.create(office=entered, **adding(request))))


@router.replace("/{slug:code}/name", response=OfficeOut)
def rename(request: ApiRequest, response: HttpResponse, code: str, payload: NameIn) -> Office:
    """Give the office another name from a day on."""
    values = payload.dict(exclude={"names"})
    row = services.rename(office_id=_id(code), names=payload.names.value(), **values, **updating(request))
    return shown(response, row)


@router.replace("/{slug:code}/territory", response=OfficeOut)
def set_territory(request: ApiRequest, response: HttpResponse, code: str, payload: TerritoryIn) -> Office:
    """Say which units the office is competent in from a day on."""
    return shown(response, services.set_territory(office_id=_id(code), **payload.dict(), **updating(request)))


@router.replace("/{slug:code}/spheres", response=OfficeOut)
def set_spheres(request: ApiRequest, response: HttpResponse, code: str, payload: SpheresIn) -> Office:
    """Confine the office to spheres from a day on."""
    return shown(response, services.set_spheres(office_id=_id(code), **payload.dict(), **updating(request)))


@router.post("/{slug:code}/acting", response={201: ActingOut})
def name_acting(request: ApiRequest, code: str, payload: ActingIn) -> Status[ActingHead]:
    """Name who replaces the head; the appointment must be one of this office."""
    held = staff.appointment_in(_id(code), payload.appointment_id)
    values = payload.dict(exclude={"appointment_id"})
    return Status(201, acting.appoint(appointment_id=held.id, **values, **adding(request)))


@router.post("/{slug:code}/acting/{int:acting_id}/end", response=ActingOut)
def end_acting(request: ApiRequest, code: str, acting_id: int, payload: EndIn) -> ActingHead:
    """End a naming before its day."""
    return acting.end(acting_id=acting_id, office_id=_id(code), ends_on=payload.ends_on, **adding(request))


def _id(code: str) -> UUID:
    return selectors.office_by_code(code).id
