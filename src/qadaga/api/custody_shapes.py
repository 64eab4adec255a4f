"""What the API says and takes of places of custody and people found."""

from datetime import date, datetime
from typing import Annotated, Any
from uuid import UUID

from ninja import Field, Schema

from qadaga.api.schemas import BodyIn, Code, Day, Kato, Line, Long
from qadaga.supervision.custody import selectors
from qadaga.supervision.custody.models import HeldPerson, Resolution

Moment = Annotated[datetime, Field(description="An hour and minute; without a zone, the country's time.")]


class PlaceIn(Schema):
    """A place of custody and the body that runs it."""

    kind: Code
    name_ru: Line
    name_kk: Line
    body: BodyIn
    address: Line
    kato: Kato
    capacity: Annotated[int, Field(ge=1, le=100_000)]
    sphere: Code | None = None


class CustodyPlaceOut(Schema):
    """A place; `due_on` is the day by which the plan wants the next visit."""

    id: UUID
    kind: str
    name_ru: str
    name_kk: str
    body_id: UUID
    address: str
    kato: str
    sphere: str | None
    capacity: int
    office_id: UUID
    status: str
    opened_on: date
    closed_on: date | None
    visited_on: date | None
    due_on: date | None
    version: int


class ClosedIn(Schema):
    """The first day without it."""

    closed_on: Day


class PlanIn(Schema):
    """Who goes, and when."""

    officer_id: UUID
    planned_on: Day


class HoldingReportIn(Schema):
    """What was reported, and who goes there now."""

    what: Long
    officer_id: UUID


class FoundIn(Schema):
    """Somebody held unlawfully: no_ground, expired, isolation, penalty or reward.

    `born`: the birth date as 04.05.1990, or the year alone, where it is known without an IIN.
    """

    wrong: Code
    name: Line
    held_since: Moment
    paper: Annotated[str, Field(max_length=500)]
    why: Long
    iin: Line = ""
    born: Line = ""
    minor: bool = False
    matter_id: UUID | None = None


class CustodyComplaintIn(Schema):
    """A complaint of somebody held, past the administration: in_hand, sealed, said or opened.

    `of_administration` says that it complains of whoever runs the place.
    """

    handed: Code
    name: Line
    summary: Long
    language: Code = "ru"
    iin: Line = ""
    no_id_reason: Code = ""
    birth_date: Day | None = None
    minor: bool = False
    of_administration: bool = False
    held_id: UUID | None = None


class ResolutionOut(Schema):
    """The resolution and what became of it."""

    number_text: str
    power: str
    ground: str
    norm: str
    reasons: str
    language: str
    signer_id: UUID
    signed_at: datetime
    sha256: str
    norms: list[str]
    freed_at: datetime | None
    carried_by: str | None
    told_how: str | None


class ClockOut(Schema):
    """The clock of a duty about the person; `called` counts the offices called up the line."""

    duty: str
    raised_at: datetime
    due_at: datetime
    called: int
    ended_at: datetime | None


class HeldOut(Schema):
    """A person found, the clock of the release, the resolution."""

    id: UUID
    place_id: UUID
    visit_id: UUID | None
    office_id: UUID
    status: str
    wrong: str
    name: str
    iin: str | None
    minor: bool
    held_since: datetime
    paper: str
    why: str
    found_at: datetime
    found_by_id: UUID
    told_at: datetime | None
    device_at: datetime | None
    skew_seconds: int | None
    matter_id: UUID | None
    protected_id: UUID | None
    checked: str | None
    died_on: date | None
    death: str | None
    resolution: ResolutionOut | None
    clocks: list[ClockOut]
    version: int

    @staticmethod
    def resolve_resolution(row: HeldPerson) -> Resolution | None:
        """The resolution, where one was issued."""
        return getattr(row, "resolution", None)

    @staticmethod
    def resolve_clocks(row: HeldPerson) -> list[Any]:
        """The duties that run or ran about the person."""
        return [one._asdict() for one in selectors.clocks_of(row)]


class ResolvedIn(Schema):
    """What the resolution says."""

    norm: Annotated[str, Field(max_length=500)]
    reasons: Long
    language: Code = "ru"


class CarriedIn(Schema):
    """Who carried it out, when to the minute, how the person was told."""

    freed_at: Moment
    carried_by: Line
    told_how: Annotated[str, Field(max_length=200)]


class CheckedIn(Schema):
    """On which ground a second check found the holding lawful."""

    checked: Long


class HeldDeathIn(Schema):
    """When the person died while held, and by which paper it is known."""

    died_on: Day
    death: Long


class CountIn(Schema):
    """The matter that protected the person."""

    matter_id: UUID
