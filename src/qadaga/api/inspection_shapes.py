"""What goes in and out of the endpoints of inspections."""

from datetime import date, datetime
from typing import Annotated
from uuid import UUID

from ninja import Field, Schema
from pydantic import AwareDatetime

from qadaga.api.schemas import BodyIn, Code, Day, Line, Long, ReasonIn

Moment = Annotated[AwareDatetime, Field(description="with its offset, e.g. 2026-09-07T10:30:00+05:00")]


class InspectionOut(Schema):
    """An inspection: whom, on which ground, its period, where it stands, what was signed and found."""

    id: UUID
    matter_id: UUID
    office_id: UUID
    body_id: UUID
    number_text: str | None
    ground: str
    ground_text: str
    norm: str
    scope: str
    language: str
    secrecy: str
    no_notice: str
    overlap: str
    status: str
    drafted_on: date
    author_id: UUID
    starts_on: date
    due_on: date | None
    signer_id: UUID | None
    signed_on: date | None
    sha256: str | None
    edition: str | None
    notified_on: date | None
    notified_way: str | None
    findings: str | None
    findings_on: date | None
    outcome: str | None
    finished_on: date | None
    version: int


class InspectorsIn(ReasonIn):
    """Who inspects from now on: appointments of the office that acts in it, and why they change."""

    officers: list[UUID]


class InspectionDraftIn(Schema):
    """What a resolution orders. `officers` are appointments of the office."""

    body: BodyIn
    ground: Code
    ground_text: Line
    norm: Long
    scope: Long
    language: Code
    starts_on: Day
    officers: list[UUID]
    no_notice: Long = ""
    overlap: Long = ""
    secrecy: Code = "none"


class InspectionIn(InspectionDraftIn):
    """A new draft, in a matter."""

    matter_id: UUID


class SecrecyIn(ReasonIn):
    """Which secret protected by law; `state_secret` true is refused."""

    secrecy: Code
    state_secret: bool = False


class NoticeIn(Schema):
    """How the inspected was told."""

    way: Code
    told_on: Day
    recipient: Line
    proof: Line


class VisitIn(Schema):
    """Time on the premises, within one day."""

    place: Line
    came_at: Moment
    left_at: Moment


class TakenIn(Schema):
    """A line of the inventory."""

    what: Line
    pages: int
    original: bool
    from_whom: Line
    taken_at: Moment
    kept_where: Line
    return_by: Day
    obstructs: bool = False
    state_secret: bool = False


class TakenTogetherIn(Schema):
    """Lines of the inventory received together."""

    documents: Annotated[list[TakenIn], Field(min_length=1, max_length=50)]


class GoesOnIn(Schema):
    """Why, and how the inspected was told."""

    reason: Long
    told_how: Annotated[Line, Field(max_length=200)]


class StandStillIn(GoesOnIn):
    """What is awaited: awaiting_documents or awaiting_expertise."""

    ground: Code


class TakenOut(Schema):
    """A line of the inventory, and where it is now."""

    id: UUID
    no: int
    what: str
    pages: int
    original: bool
    from_whom: str
    taken_at: datetime
    kept_where: str
    return_by: date
    returned_at: datetime | None
    returned_to: str | None
    receipt: str | None
    kept_on: date | None
    kept_reason: str | None


class ReturnedIn(Schema):
    """Which lines went back, when, to whom, against which receipt."""

    document_ids: list[UUID]
    returned_at: Moment
    to: Line
    receipt: Line


class CalledIn(Schema):
    """A summons for explanations."""

    role: Code
    name: Line
    about: Long
    place: Line
    called_at: Moment
    way: Code
    representative: Line = ""
    proof: Line = ""
    language: Code = "ru"
    iin: Line = ""


class ExplainedIn(Schema):
    """How a summons ended; `died_on` of whom it did not find alive."""

    appearance: Code
    explanation: Long = ""
    signed: bool = False
    proof: Line = ""
    consequence: Long = ""
    died_on: Day | None = None


class EngagedIn(Schema):
    """A specialist; `interested` true is refused."""

    name: Line
    organisation: Line
    task: Long
    interested: bool = False


class ConcludedIn(Schema):
    """A specialist's conclusion: an uploaded file."""

    concluded_on: Day
    file_id: UUID


class OfficersIn(ReasonIn):
    """Officers of another body, and what for."""

    organisation: Line
    names: Long


class LongerIn(ReasonIn):
    """Until when and on which ground the work should go on."""

    until: Day
    ground: Code


class ConsentIn(Schema):
    """The decision of the office above."""

    agree: bool
    decision: Long


class InspectionFindingsIn(Schema):
    """What was established, and the specialists whose conclusions it rests on."""

    findings: Long
    rests_on: list[UUID] = []


class InspectionFinishIn(Schema):
    """What it ended with."""

    outcome: Code


class OverlapOut(Schema):
    """An inspection of the same body that is under way: nothing more is told of another office's.

    Of one under a secrecy mark that the caller may not read, only the office.
    """

    number: str
    office: str
    starts_on: date | None
    due_on: date | None
