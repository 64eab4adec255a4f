"""What the API says and takes of councils, sessions and decisions."""

from datetime import date, datetime
from typing import Annotated, Any
from uuid import UUID

from ninja import Field, Schema

from qadaga.api.schemas import BodyIn, Code, Day, Line, Long
from qadaga.coordination.models import Council, Session

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
