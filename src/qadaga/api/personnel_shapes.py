"""Shapes of a personal file: sums, ranks, periods, entries, leave, guarantees."""

from datetime import date
from uuid import UUID

from ninja import Schema

from qadaga.api.schemas import Code, Day, Line, Long


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
    file_id: UUID | None
    version: int


class FileEntryOut(Schema):
    """An entry of the file."""

    id: UUID
    kind: str
    title: str
    detail: str
    number: str
    made_on: date
    ends_on: date | None
    days: int | None
    version: int


class LeaveOut(Schema):
    """Days of leave of a year; `unverified` where the catalogue's figure stands for `granted`."""

    year: int
    granted: int
    used: int
    left: int
    unverified: bool


class GuaranteeOut(Schema):
    """A request for a guarantee of service and what came of it."""

    id: UUID
    sort: str
    text: str
    asked_on: date
    state: str
    outcome: str
    decided_on: date | None
    version: int


class PersonalFileOut(Schema):
    """What the file sums up on the day: service length line by line, employment, time in rank."""

    person_id: UUID
    service: LengthOut
    lines: list[ServiceLineOut]
    employment: LengthOut
    in_rank: LengthOut | None
    ranks: list[RankOut]
    periods: list[PeriodOut]
    entries: list[FileEntryOut]
    leave: list[LeaveOut]
    guarantees: list[GuaranteeOut]


class RankIn(Schema):
    """A rank by an order of the register (`order_id`) or on paper (`order`)."""

    rank: Code
    ground: Code
    starts_on: Day
    order: Line = ""
    order_id: UUID | None = None


class LowerRankIn(Schema):
    """A lower rank; an empty `rank` takes the rank away."""

    rank: Code = ""
    ground: Code
    starts_on: Day
    order: Line = ""
    order_id: UUID | None = None


class PeriodIn(Schema):
    """A period; `ends_on` is the first day after it, `evidence` the paper, `file_id` an upload of it."""

    kind: Code
    organisation: Line
    starts_on: Day
    ends_on: Day | None = None
    evidence: Line
    factor: Line = ""
    file_id: UUID | None = None


class FileEntryIn(Schema):
    """An entry; an empty end takes the term of the catalogue."""

    kind: Code
    title: Line
    made_on: Day
    ends_on: Day | None = None
    number: Line = ""
    detail: Long = ""
    days: int | None = None


class GuaranteeIn(Schema):
    """What is asked for, and why."""

    sort: Code
    text: Long


class GuaranteeDecisionIn(Schema):
    """Granted or refused, in words."""

    granted: bool
    outcome: Long
