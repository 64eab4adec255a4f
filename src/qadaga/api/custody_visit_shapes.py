"""What the API says and takes of visits to places of custody."""

from datetime import date, datetime
from typing import Annotated, Any
from uuid import UUID

from ninja import Field, Schema

from qadaga.api.custody_shapes import Moment
from qadaga.api.schemas import Code, Day, Line, Long, Text
from qadaga.supervision.custody.models import Visit
from qadaga.supervision.custody.selectors import history

Point = Annotated[str, Field(max_length=40)]


class CheckPointOut(Schema):
    """A point of a check list; without `clauses` it is `unverified`, recalled from the act `norm`."""

    id: str
    group: str
    text: dict[str, str]
    clauses: tuple[str, ...]
    norm: dict[str, str] | None
    status: str


class CheckListOut(Schema):
    """An edition of the check list of some kinds of places, in use since a day."""

    version: str
    kinds: tuple[str, ...]
    since: date
    items: tuple[CheckPointOut, ...]


class AnswerShape(Schema):
    """A point of the check list: held, not_held or unchecked; what is not kept has a remark."""

    item: Point
    verdict: Code
    remark: Annotated[str, Field(max_length=1000)] = ""


class PointAnswerOut(AnswerShape):
    """An answer in force; `version` counts how often the point was answered."""

    version: int


class SaidOut(AnswerShape):
    """An answer ever given: taken, with its version; disputed, over one not seen; set_aside; or
    off_list, to a point that the visit's list does not have, with the violation it became in a matter.
    """

    id: UUID
    standing: str
    version: int | None
    by_id: UUID
    said_at: datetime
    told_at: datetime
    device_at: datetime | None
    skew_seconds: int | None
    violation_id: UUID | None


class ReplannedOut(Schema):
    """How a visit was moved, or called off where `to_day` and `to_officer_id` are null."""

    from_day: date
    from_officer_id: UUID
    to_day: date | None
    to_officer_id: UUID | None
    why: str
    by_id: UUID
    at: datetime


class TalkShape(Schema):
    """Who was spoken to without the administration, and what they said."""

    name: Line
    said: Long


class EvidenceOut(Schema):
    """A file that shows what was found at a point; its bytes are at `files/{file_id}`."""

    item: Point
    file_id: UUID
    title: Line
    size: int
    sha256: str


class VisitOut(Schema):
    """A visit with its answers and talks."""

    id: UUID
    place_id: UUID
    office_id: UUID
    status: str
    ground: str
    reported: str
    officer_id: UUID
    planned_on: date
    started_at: datetime | None
    list_version: str | None
    finished_at: datetime | None
    participants: str
    outcome: str | None
    answers: list[PointAnswerOut]
    said: list[SaidOut]
    talks: list[TalkShape]
    evidence: list[EvidenceOut]
    kept_by_id: UUID | None
    kept_at: datetime | None
    returned_at: datetime | None
    replanned: list[ReplannedOut]
    version: int

    @staticmethod
    def resolve_answers(row: Visit) -> list[Any]:
        """Every answer given so far."""
        return list(row.answers.all())

    @staticmethod
    def resolve_said(row: Visit) -> list[Any]:
        """Every answer ever given, the earliest first."""
        return list(history(row))

    @staticmethod
    def resolve_replanned(row: Visit) -> list[Any]:
        """How it was moved or called off, the latest first."""
        return list(row.replanned.order_by("-at", "-id"))

    @staticmethod
    def resolve_evidence(row: Visit) -> list[Any]:
        """Every file with a point."""
        return [
            {
                "item": one.item,
                "file_id": one.file_id,
                "title": one.title,
                "size": one.file.size,
                "sha256": one.sha256,
            }
            for one in row.evidence.select_related("file").order_by("added_at", "id")
        ]

    @staticmethod
    def resolve_talks(row: Visit) -> list[Any]:
        """Everybody spoken to."""
        return list(row.talks.order_by("id"))


class VisitMoveIn(Schema):
    """The day and the officer that the visit is given to, and why."""

    officer_id: UUID
    planned_on: Day
    why: Long


class CalledOffIn(Schema):
    """Why the visit is called off."""

    why: Long


class EvidenceIn(Schema):
    """An uploaded file, the point that it belongs to and what it shows."""

    item: Point
    file_id: UUID
    title: Line


class AnswersIn(Schema):
    """Answers to save; points left out stay as they are."""

    answers: Annotated[list[AnswerShape], Field(max_length=200)]


class FinishIn(Schema):
    """What the visit found."""

    outcome: Long
    participants: Annotated[str, Field(max_length=500)] = ""
    talks: Annotated[list[TalkShape], Field(max_length=200)] = []


class PassIn(Schema):
    """Which point becomes a violation of which matter, by which norm."""

    item: Point
    matter_id: UUID
    norm: Text


class SaidIn(AnswerShape):
    """A point answered without a network; `over` is the version of the answer seen, 0 where there was none.

    `key` is the entry's own: what is sent again under it is recorded once.
    """

    key: UUID
    device_at: Moment
    over: Annotated[int, Field(ge=0, le=1_000_000)]


class FoundOfflineIn(Schema):
    """Somebody found held unlawfully without a network; the minutes run since `device_at`, put right."""

    key: UUID
    device_at: Moment
    wrong: Code
    name: Line
    held_since: Moment
    paper: Annotated[str, Field(max_length=500)]
    why: Long
    iin: Line = ""
    born: Line = ""
    minor: bool = False


class ParcelIn(Schema):
    """What a device sends. `device_now` is its clock at that moment: the others are put right by it.

    `list_version` is the edition of the check list that it has.
    """

    device_now: Moment
    begun_at: Moment | None = None
    found: Annotated[list[FoundOfflineIn], Field(max_length=200)] = []
    answers: Annotated[list[SaidIn], Field(max_length=200)] = []
    whole: bool = True
    list_version: Annotated[str, Field(max_length=20)] = ""


class ResultOut(Schema):
    """What became of one entry: its standing, or the reason it was refused."""

    key: UUID
    standing: str
    code: str
    detail: str


class OutcomeOut(Schema):
    """What became of a parcel; `detail` tells what was refused of beginning the visit or answering at all.

    `relisted`: the visit goes by another list than the device had.
    """

    begun: bool
    detail: str
    relisted: bool
    results: list[ResultOut]


class ChosenIn(Schema):
    """Of a disputed answer: `take` it, or `leave` the one in force."""

    said_id: UUID
    choice: Code


class SettlementIn(Schema):
    """Which answers stand."""

    chosen: Annotated[list[ChosenIn], Field(max_length=200)]
