"""What the API says and takes of councils, sessions and decisions."""

from datetime import date, datetime
from typing import Annotated, Any
from uuid import UUID

from ninja import Field, Schema

from qadaga.api.schemas import BodyIn, Code, Day, Line, Long
from qadaga.coordination.models import Council, Decision, Session

Moment = Annotated[datetime, Field(description="An hour and minute; without a zone, the country's time.")]
Ids = Annotated[list[UUID], Field(max_length=200)]
Words = Annotated[str, Field(max_length=1000)]


class CouncilIn(Schema):
    """On what the council rests, since when it works."""

    basis: Annotated[str, Field(max_length=500)]
    formed_on: Day


class CouncilSeatIn(Schema):
    """A body and its head who sits for it."""

    body: BodyIn
    name: Line
    post: Line
    since: Day


class CouncilMemberOut(Schema):
    """A member; `until` is the first day without."""

    id: UUID
    body_id: UUID
    name: str
    post: str
    since: date
    until: date | None


class CouncilOut(Schema):
    """A council with everybody who has sat in it."""

    id: UUID
    office_id: UUID
    status: str
    basis: str
    formed_on: date
    ended_on: date | None
    members: list[CouncilMemberOut]
    version: int

    @staticmethod
    def resolve_members(row: Council) -> list[Any]:
        """Every member, in the order they came."""
        return list(row.members.order_by("id"))


class SeatReleaseIn(Schema):
    """Which member leaves; the first day without."""

    member_id: UUID
    until: Day


class CouncilEndIn(Schema):
    """The first day without the council."""

    ended_on: Day


class SessionPlanIn(Schema):
    """What the session is about, when and where."""

    title: Line
    starts_at: Moment
    place: Line


class SessionIn(SessionPlanIn):
    """A session of the collegium or of the council of the caller's office."""

    organ: Code


class AgendaItemIn(Schema):
    """An item proposed for the agenda."""

    topic: Annotated[str, Field(max_length=500)]
    reporter: Line = ""
    violation: bool = False


class AgendaDeclineIn(Schema):
    """Why the item is left out."""

    reason: Words


class InvitedIn(Schema):
    """Somebody called; an official who broke the law has the item about it and the norm broken."""

    name: Line
    post: Line
    item_id: UUID | None = None
    wrong: Words = ""


class InvitationToldIn(Schema):
    """Who was told of the session, when, by which proof."""

    person_ids: Ids
    told_on: Day
    told_how: Line


class PresentIn(Schema):
    """Who was there; the others were not."""

    present: Ids


class AbsenceIn(Schema):
    """Whether somebody who did not come had a good reason, and which."""

    excused: bool
    why: Words = ""


class AbsenceMeasureIn(Schema):
    """What follows an absence: again, with an item of a sitting to come; notice, with body and paper; head."""

    kind: Code
    item_id: UUID | None = None
    body: BodyIn | None = None
    paper: Line = ""
    text: Annotated[str, Field(max_length=2000)] = ""


class HeardIn(Schema):
    """What was heard on an item."""

    heard: Long


class ItemDecidedIn(Schema):
    """A decision: by somebody of the service, or by a body."""

    item_id: UUID
    text: Annotated[str, Field(max_length=2000)]
    due_on: Day
    executor_id: UUID | None = None
    body: BodyIn | None = None


class MinutesIn(Schema):
    """The language of the minutes."""

    language: Code = "ru"


class CarriedOutIn(Schema):
    """Which decisions a signed order carries out."""

    decision_ids: Ids
    order_id: UUID


class SessionActIn(Schema):
    """The act that answers a violation the session found."""

    item_id: UUID
    act_id: UUID
    norm: Annotated[str, Field(max_length=500)]


class AgendaItemOut(Schema):
    """An item of the agenda."""

    id: UUID
    no: int
    topic: str
    violation: bool
    status: str
    reason: str
    reporter: str
    heard: str


class SessionPersonOut(Schema):
    """Somebody of the session, with the proof of the invitation."""

    id: UUID
    role: str
    name: str
    post: str
    body_id: UUID | None
    appointment_id: UUID | None
    item_id: UUID | None
    wrong: str
    told_on: date | None
    told_how: str
    present: bool | None
    excused: bool | None
    absence: str


class SessionOut(Schema):
    """A session with its agenda and people; decisions have a register of their own."""

    id: UUID
    organ: str
    office_id: UUID
    status: str
    title: str
    starts_at: datetime
    place: str
    called_on: date | None
    number_text: str | None
    signed_on: date | None
    sha256: str | None
    due_on: date | None
    items: list[AgendaItemOut]
    people: list[SessionPersonOut]
    decisions: list[UUID]
    version: int

    @staticmethod
    def resolve_items(row: Session) -> list[Any]:
        """The agenda in its order."""
        return list(row.items.order_by("no"))

    @staticmethod
    def resolve_people(row: Session) -> list[Any]:
        """Everybody of the session."""
        return list(row.people.order_by("id"))

    @staticmethod
    def resolve_decisions(row: Session) -> list[UUID]:
        """The decisions in their order."""
        return list(row.decisions.order_by("no").values_list("id", flat=True))


class DecisionReportIn(Schema):
    """What was done; `done` takes the decision off control, `left` says what is left where a part was done."""

    words: Long
    done: bool = False
    left: Annotated[str, Field(max_length=8000)] = ""


class DecisionReportOut(Schema):
    """A report on a decision."""

    on: date
    by_id: UUID
    text: str
    done: bool
    left: str


class DecisionTermIn(Schema):
    """The term of a decision: to which day, why, how it was decided.

    `how` is sitting, recorded or head: with the sitting that decided, or the number and day of a paper.
    """

    kind: Code
    until: Day
    reason: Long
    how: Code
    sitting_id: UUID | None = None
    paper: Line = ""


class DecisionTermOut(Schema):
    """One change of the term: from which day to which."""

    on: date
    by_id: UUID
    kind: str
    before: date
    after: date
    reason: str
    how: str
    sitting_id: UUID | None
    paper: str


class SessionDecisionOut(Schema):
    """A decision with what was reported on it and the history of its term."""

    id: UUID
    session_id: UUID
    item_id: UUID
    no: int
    text: str
    executor_id: UUID | None
    body_id: UUID | None
    status: str
    set_on: date | None
    due_on: date
    partly_on: date | None
    done_on: date | None
    order_id: UUID | None
    reports: list[DecisionReportOut]
    terms: list[DecisionTermOut]
    version: int

    @staticmethod
    def resolve_reports(row: Decision) -> list[Any]:
        """Every report, the first one first."""
        return list(row.reports.order_by("id"))

    @staticmethod
    def resolve_terms(row: Decision) -> list[Any]:
        """Every change of the term, the first one first."""
        return list(row.terms.order_by("id"))
