"""Ranks, periods of service and entries of a person's file."""

from datetime import date
from typing import Any
from uuid import UUID

from ninja import Schema, Status

from qadaga.api.auth import ApiRequest
from qadaga.api.common import adding
from qadaga.api.routing import Router
from qadaga.api.schemas import Code, Day, Line
from qadaga.law.service import Length
from qadaga.organisation.personnel import file, ranks, service
from qadaga.organisation.personnel.file import EntryInput
from qadaga.organisation.personnel.models import FileEntry, RankHeld, ServicePeriod
from qadaga.organisation.personnel.ranks import RankInput
from qadaga.organisation.personnel.service import PeriodInput

router = Router(tags=["people"])


class LengthOut(Schema):
    """A length of service."""

    years: int
    months: int
    days: int


class ServiceLineOut(Schema):
    """Days without a break under one factor, and the numbers of the periods that gave them."""

    start: date
    end: date
    periods: list[int]
    factor: str
    counted: LengthOut


class RankOut(Schema):
    """A rank held; `ends_on` is the first day without it."""

    id: UUID
    rank: str
    ladder: str
    how: str
    starts_on: date
    ends_on: date | None


class PeriodOut(Schema):
    """A recorded period with the paper that proves it."""

    id: UUID
    kind: str
    organisation: str
    factor: str
    starts_on: date
    ends_on: date | None


class FileEntryOut(Schema):
    """An entry of the file."""

    id: UUID
    kind: str
    title: str
    made_on: date
    ends_on: date | None


class PersonalFileOut(Schema):
    """What the file sums up on the day: service length line by line, employment, time in rank."""

    person_id: UUID
    service: LengthOut
    lines: list[ServiceLineOut]
    employment: LengthOut
    in_rank: LengthOut | None
    ranks: list[RankOut]
    entries: list[FileEntryOut]


class RankIn(Schema):
    """A rank by an order of the register (`order_id`) or on paper (`order`)."""

    rank: Code
    ground: Code
    starts_on: Day
    order: Line = ""
    order_id: UUID | None = None


class PeriodIn(Schema):
    """A period; `ends_on` is the first day after it, `evidence` the paper."""

    kind: Code
    organisation: Line
    starts_on: Day
    ends_on: Day | None = None
    evidence: Line
    factor: Line = ""


class FileEntryIn(Schema):
    """An entry; an empty end takes the term of the catalogue."""

    kind: Code
    title: Line
    made_on: Day
    ends_on: Day | None = None
    number: Line = ""
    days: int | None = None


@router.get("/{uuid:pk}/file", response=PersonalFileOut)
def read(request: ApiRequest, pk: UUID) -> dict[str, Any]:
    """The personal file; each reading is journalled."""
    opened = file.open_file(by=request.actor, on=request.on, person_id=pk)
    sums = opened.sums
    lines = [
        {
            "start": line.start,
            "end": line.end,
            "periods": list(line.spans),
            "factor": str(line.factor),
            "counted": _length(line.counted),
        }
        for line in sums.service.lines
    ]
    return {
        "person_id": pk,
        "service": _length(sums.service.total),
        "lines": lines,
        "employment": _length(sums.employment.total),
        "in_rank": _length(sums.in_rank) if sums.in_rank else None,
        "ranks": list(opened.ranks),
        "entries": list(opened.entries),
    }


@router.post("/{uuid:pk}/ranks", response={201: RankOut})
def confer(request: ApiRequest, pk: UUID, payload: RankIn) -> Status[RankHeld]:
    """Confer a rank."""
    given = RankInput(**payload.dict())
    return Status(201, ranks.confer(person_id=pk, conferred=given, **adding(request)))


@router.post("/{uuid:pk}/periods", response={201: PeriodOut})
def record(request: ApiRequest, pk: UUID, payload: PeriodIn) -> Status[ServicePeriod]:
    """Record a period of service."""
    given = PeriodInput(**payload.dict())
    return Status(201, service.record(person_id=pk, period=given, **adding(request)))


@router.post("/{uuid:pk}/entries", response={201: FileEntryOut})
def add(request: ApiRequest, pk: UUID, payload: FileEntryIn) -> Status[FileEntry]:
    """Write an entry in the file."""
    given = EntryInput(**payload.dict())
    return Status(201, file.add(person_id=pk, entry=given, **adding(request)))


def _length(length: Length) -> dict[str, int]:
    return length._asdict()
