"""The calendar of working days: a year's table read, looked at as it would be, and put in force."""

from __future__ import annotations

from datetime import date
from typing import Any, Literal
from uuid import UUID

from django.http import HttpResponse
from ninja import Field, Schema

from qadaga.api.auth import ApiRequest
from qadaga.api.common import only_read
from qadaga.api.concurrency import expected_version, tagged
from qadaga.api.routing import Router
from qadaga.api.schemas import Day, Line
from qadaga.appeals.recount import after_commit
from qadaga.common.errors import NotFound
from qadaga.offices.selectors import codes_of
from qadaga.organisation import workdays as service
from qadaga.workdays import selectors
from qadaga.workdays.models import Recount
from qadaga.workdays.table import Special, YearTable

router = Router(tags=["calendar"])
MOVE = ("rule", "before", "after", "problem")


class SpecialDay(Schema):
    """A day off moved (`rest` free, `worked` worked for it), a day declared of rest, or a holiday worked."""

    kind: Literal["moved", "rest", "work"]
    rest: Day | None = None
    worked: Day | None = None
    act: Line
    decided_on: Day | None = None
    name_ru: Line = ""
    name_kk: Line = ""
    status: Literal["found", "unverified"] = "found"


class YearIn(Schema):
    """All special days of a year; `complete`: all its moved days are published."""

    days: list[SpecialDay] = Field(max_length=60)
    complete: bool


class YearOut(YearIn):
    """A year's table, and the days of the year that are not worked."""

    year: int
    version: int
    rest: list[date]


class MoveOut(Schema):
    """A term that would move."""

    office: str
    rule: str
    before: date
    after: date | None
    problem: str


class PreviewOut(Schema):
    """What a change would do; `bounded`: more open terms run over these days than were looked at."""

    days: list[date]
    looked: int
    bounded: bool
    moves: list[MoveOut]


class RecountOut(Schema):
    """A recount of open terms: how far it has come."""

    id: UUID
    year: int
    state: str
    expected: int
    looked: int
    moved: int
    stuck: int


@router.get("/{int:year}", response=YearOut)
def read(request: ApiRequest, response: HttpResponse, year: int) -> dict[str, Any]:
    """The table of a year in force, with its ETag."""
    if not 2000 <= year <= 2099:
        raise NotFound
    return _year(selectors.table_of(year), response)


@router.change("/{int:year}/preview", response=PreviewOut)
def preview(request: ApiRequest, response: HttpResponse, payload: YearIn, year: int) -> dict[str, Any]:
    """Which open terms a table would move; nothing is stored."""
    only_read(response)
    found = service.preview(by=request.actor, on=request.on, change=_change(request, year, payload))
    offices = codes_of({move.office_id for move in found.moves})
    moves = [
        {"office": offices[move.office_id], **{name: getattr(move, name) for name in MOVE}}
        for move in found.moves
    ]
    return {"days": list(found.days), "looked": found.looked, "bounded": found.bounded, "moves": moves}


@router.replace("/{int:year}", response=YearOut)
def replace(request: ApiRequest, response: HttpResponse, payload: YearIn, year: int) -> dict[str, Any]:
    """Put a year's table in force; the open terms are counted again by the worker (see the recounts)."""
    change = _change(request, year, payload)
    after_commit(service.replace_year(by=request.actor, on=request.on, change=change))
    return _year(selectors.table_of(year), response)


@router.get("/{int:year}/recounts", response=list[RecountOut])
def recounts(request: ApiRequest, year: int) -> list[Recount]:
    """The last recounts that changes of a year brought, the newest first."""
    return selectors.recounts_of(year)


def _change(request: ApiRequest, year: int, payload: YearIn) -> service.Change:
    days = tuple(Special(**day.dict()) for day in payload.days)
    return service.Change(year, days, payload.complete, expected_version(request))


def _year(table: YearTable, response: HttpResponse) -> dict[str, Any]:
    tagged(response, table.version)
    calendar = selectors.current()
    year = (date.fromordinal(date(table.year, 1, 1).toordinal() + n) for n in range(366))
    return {
        "year": table.year,
        "version": table.version,
        "complete": table.complete,
        "days": [SpecialDay.from_orm(day) for day in table.days],
        "rest": [day for day in year if day.year == table.year and not calendar.working_day(day)],
    }
