"""Mergers, moves, staffing, and the structure at a glance, for programs."""

from datetime import date
from decimal import Decimal
from uuid import UUID

from django.http import HttpResponse
from ninja import Schema, Status

from qadaga.api.auth import ApiRequest
from qadaga.api.common import adding, shown, updating
from qadaga.api.offices import OfficeIn, OfficeOut
from qadaga.api.routing import Router
from qadaga.api.schemas import Code, Day, Line
from qadaga.offices import selectors
from qadaga.offices.models import Office
from qadaga.offices.naming import Names
from qadaga.organisation.office_input import OfficeInput
from qadaga.organisation.restructuring import merging, moving
from qadaga.organisation.restructuring.calling_off import call_off
from qadaga.organisation.restructuring.models import PlannedChange
from qadaga.organisation.restructuring.plan import Merger
from qadaga.organisation.restructuring.selectors import planned_of
from qadaga.organisation.staffing import selectors as staffing
from qadaga.organisation.staffing import services
from qadaga.organisation.staffing.entries import LineInput
from qadaga.organisation.staffing.models import StaffingTable, StaffLimit

router = Router(tags=["structure"])


class MergedPostIn(Schema):
    """What becomes of one appointment of the offices that close: a post in the successor, or none."""

    appointment_id: UUID
    post: Code | None = None


class MergerIn(Schema):
    """Offices by their codes into one that exists (`into`) or is created (`new`)."""

    offices: list[Code]
    into: Code | None = None
    new: OfficeIn | None = None
    starts_on: Day
    posts: list[MergedPostIn] = []
    ground: Line = ""
    order_id: UUID | None = None


class ParentIn(Schema):
    """The office above, from a day on."""

    parent: Code
    starts_on: Day
    ground: Line = ""
    order_id: UUID | None = None


class CallOffIn(Schema):
    """The order that calls a planned change off, or words for one kept on paper."""

    ground: Line = ""
    order_id: UUID | None = None


class PlannedChangeOut(Schema):
    """A change of the structure decided for a later day."""

    id: UUID
    action: str
    starts_on: date
    ground: str
    decided_on: date
    called_off_on: date | None


class StaffLimitIn(Schema):
    """How many positions from a day on, by an order."""

    positions: int
    starts_on: Day
    order_id: UUID | None = None


class StaffLineIn(Schema):
    """One line of a staffing table."""

    post: Code
    positions: int
    officer: bool = True
    unit_id: UUID | None = None
    rate: Decimal = Decimal(1)


class StaffTableIn(Schema):
    """A staffing table from a day on, by an order."""

    lines: list[StaffLineIn]
    starts_on: Day
    order_id: UUID | None = None


class StaffLimitOut(Schema):
    """A staff limit."""

    positions: int
    starts_on: date
    ends_on: date | None
    ground: str


class StaffTableOut(Schema):
    """A version of the staffing table."""

    id: UUID
    version: int
    starts_on: date
    ends_on: date | None
    ground: str


class StaffPlaceOut(Schema):
    """A line of the table on a day."""

    unit_id: UUID | None
    post: str
    officer: bool
    positions: int
    rate: Decimal
    held: int
    vacant: int


class StaffingOut(Schema):
    """The staffing of an office on a day; `version` is null where there is no table."""

    limit: int | None
    version: int | None
    people: int
    positions: int
    vacant: int
    lines: list[StaffPlaceOut]


@router.post("/mergers", response={201: OfficeOut})
def merge(request: ApiRequest, response: HttpResponse, payload: MergerIn) -> Status[Office]:
    """Merge offices; the office that follows them."""
    codes = dict.fromkeys(payload.offices)
    merger = Merger(
        offices=tuple(selectors.office_by_code(code).id for code in codes),
        into=payload.into or _new(payload),
        starts_on=payload.starts_on,
        posts={one.appointment_id: one.post for one in payload.posts},
        ground=payload.ground,
        order_id=payload.order_id,
    )
    return Status(201, shown(response, merging.merge(merger=merger, **adding(request))))


def _new(payload: MergerIn) -> OfficeInput | str:
    new = payload.new
    if new is None:
        return ""
    names = Names(new.names.ru, new.names.kk, new.names.en)
    values = new.dict(exclude={"names", "kato", "spheres"})
    return OfficeInput(**values, names=names, kato=tuple(new.kato), spheres=tuple(new.spheres))


@router.replace("/offices/{code}/parent", response=OfficeOut)
def move(request: ApiRequest, response: HttpResponse, code: str, payload: ParentIn) -> Office:
    """Put the office under another one from a day on."""
    office = selectors.office_by_code(code)
    row = moving.move(office_id=office.id, **payload.dict(), **updating(request))
    return shown(response, row)


@router.get("/offices/{code}/planned-changes", response=list[PlannedChangeOut])
def planned(request: ApiRequest, code: str) -> list[PlannedChange]:
    """What is to begin at the office on a later day and was not called off, the next first."""
    return list(planned_of(selectors.office_by_code(code), request.on))


@router.post("/planned-changes/{change_id}/call-off", response=PlannedChangeOut)
def calling_off(request: ApiRequest, change_id: UUID, payload: CallOffIn) -> PlannedChange:
    """Call a planned change off before its day: everything stays as it was."""
    return call_off(change_id=change_id, **payload.dict(), **adding(request))


@router.get("/offices/{code}/staffing", response=StaffingOut)
def read(request: ApiRequest, code: str, on: Day | None = None) -> StaffingOut:
    """Places of the office's staffing table on a day, held and vacant."""
    state = staffing.state_of(selectors.office_by_code(code), on or request.on)
    lines = [
        StaffPlaceOut(
            unit_id=one.line.unit_id,
            post=one.line.post,
            officer=one.line.officer,
            positions=one.line.positions,
            rate=one.line.rate,
            held=len(one.people),
            vacant=one.vacant,
        )
        for one in state.lines
    ]
    return StaffingOut(
        limit=state.limit.positions if state.limit else None,
        version=state.table.version if state.table else None,
        people=len(state.people),
        positions=state.positions,
        vacant=state.vacant,
        lines=lines,
    )


@router.post("/offices/{code}/staff-limit", response={201: StaffLimitOut})
def set_limit(request: ApiRequest, code: str, payload: StaffLimitIn) -> Status[StaffLimit]:
    """Set the staff limit from a day on."""
    office = selectors.office_by_code(code)
    return Status(201, services.set_limit(office_id=office.id, **payload.dict(), **adding(request)))


@router.post("/offices/{code}/staffing", response={201: StaffTableOut})
def set_table(request: ApiRequest, code: str, payload: StaffTableIn) -> Status[StaffingTable]:
    """Put another staffing table in force from a day on."""
    office = selectors.office_by_code(code)
    lines = [LineInput(**line.dict()) for line in payload.lines]
    table = services.set_table(
        office_id=office.id,
        lines=lines,
        starts_on=payload.starts_on,
        order_id=payload.order_id,
        **adding(request),
    )
    return Status(201, table)
