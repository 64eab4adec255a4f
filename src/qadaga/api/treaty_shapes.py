"""What the API says and takes of treaties, checks, requests and their parts."""

from datetime import date
from typing import Annotated, Any
from uuid import UUID

from ninja import Field, Schema

from qadaga.api.schemas import BodyIn, Code, Day, Kato, Line, Long
from qadaga.treaties.models import Request, Treaty

Days = Annotated[int, Field(ge=1, le=730)]
Title = Annotated[str, Field(max_length=500)]
Short = Annotated[Line, Field(max_length=100)]


class TreatyNamed(Schema):
    """What a treaty is about, what it is called, with whom it is."""

    kind: Code
    title_ru: Title
    title_kk: Title
    partner_kind: Code
    partner: Line


class TreatyConcludedIn(Schema):
    """When it was concluded, by which paper, since when it is in force."""

    concluded_on: Day
    basis: Title
    force_on: Day | None = None


class TreatyIn(TreatyNamed, TreatyConcludedIn):
    """A treaty concluded already."""


class TreatyDraftIn(TreatyNamed):
    """A draft sent for the position, to be given in so many calendar days."""

    sent_by: BodyIn
    received_on: Day
    days: Days


class TreatyPositionIn(Schema):
    """The position on a draft: for, remarks or against."""

    position: Code
    position_text: Long


class CooperationIn(Schema):
    """How cooperation went on: meeting, exchange, joint or training."""

    kind: Code
    held_on: Day
    about: Long
    outcome: Long


class TreatyEndIn(Schema):
    """Since when a treaty is not in force, and why."""

    ended_on: Day
    why: Line


class TreatyPaperOut(Schema):
    """A document, or the translation of one."""

    id: UUID
    file_id: UUID
    title: str
    language: str
    original_id: UUID | None
    translator: str | None
    translated_on: date | None
    certified_by: str | None
    certified_on: date | None


class TreatyPaperIn(Schema):
    """A document by the id of an uploaded file; a translation says of which one and by whom."""

    file_id: UUID
    title: Line
    language: Code
    original_id: UUID | None = None
    translator: Line = ""
    translated_on: Day | None = None
    certified_by: Line = ""
    certified_on: Day | None = None


class TreatyOut(Schema):
    """A treaty with its documents."""

    id: UUID
    office_id: UUID
    status: str
    kind: str
    title_ru: str
    title_kk: str
    partner_kind: str
    partner: str
    sent_by_id: UUID | None
    received_on: date | None
    due_on: date | None
    position: str | None
    position_text: str | None
    opined_on: date | None
    concluded_on: date | None
    basis: str | None
    force_on: date | None
    ended_on: date | None
    papers: list[TreatyPaperOut]
    version: int

    @staticmethod
    def resolve_papers(row: Treaty) -> list[Any]:
        """Every document."""
        return list(row.papers.order_by("id"))


class TreatyCheckIn(Schema):
    """Which treaty, which body, on which ground, what, until when."""

    treaty_id: UUID
    body: BodyIn
    ground: Code
    scope: Long
    due_on: Day


class TreatyCheckEndIn(Schema):
    """What was found (kept or violated), and how the body was told."""

    outcome: Code
    findings: Long
    told_how: Annotated[Line, Field(max_length=200)]


class TreatyViolationIn(Schema):
    """The matter the violation is passed to, and the norm."""

    matter_id: UUID
    norm: Title


class TreatyCheckOut(Schema):
    """A check of how a body keeps a treaty."""

    id: UUID
    office_id: UUID
    treaty_id: UUID
    body_id: UUID
    status: str
    ground: str
    scope: str
    begun_on: date
    due_on: date | None
    officer_id: UUID
    finished_on: date | None
    outcome: str | None
    findings: str | None
    told_how: str | None
    violation_id: UUID | None
    version: int


class TreatyRequestIn(Schema):
    """A request; `days` is the term of one from abroad."""

    way: Code
    kind: Code
    country: Short
    foreign_body: Line
    person: Line
    asked: Long
    foreign_no: Short = ""
    iin: Line = ""
    treaty_id: UUID | None = None
    days: Days = 30


class TreatyPartIn(Schema):
    """Which office carries out what, in how many calendar days."""

    office_id: UUID
    task: Long
    days: Days
    kato: Kato | None = None


class TreatyDecisionIn(Schema):
    """The decision on a petition (granted, postponed, refused), with reasons."""

    decision: Code
    reasons: Long


class TreatySendingIn(Schema):
    """Number and day of sending abroad, how many days the reply is awaited."""

    sent_no: Short
    sent_on: Day
    days: Days


class TreatyAnswerIn(Schema):
    """What was answered, under which number, when."""

    answer: Long
    answer_no: Short
    answered_on: Day


class TreatyReplyIn(TreatyAnswerIn):
    """What the foreign body replied: full, part or refused."""

    reply: Code


class TreatyPartOut(Schema):
    """A part of a request that one office carries out."""

    id: UUID
    request_id: UUID
    no: int
    office_id: UUID
    status: str
    task: str
    given_on: date
    due_on: date | None
    officer_id: UUID | None
    done_on: date | None
    outcome: str | None
    version: int


class TreatyRequestOut(Schema):
    """A request with its parts and documents."""

    id: UUID
    office_id: UUID
    status: str
    way: str
    kind: str
    number_text: str
    country: str
    foreign_body: str
    foreign_no: str
    treaty_id: UUID | None
    person: str
    iin: str | None
    died_on: date | None
    asked: str
    registered_on: date
    due_on: date | None
    decision: str | None
    reasons: str | None
    decided_on: date | None
    sent_on: date | None
    sent_no: str | None
    answer: str | None
    answered_on: date | None
    answer_no: str | None
    reply: str | None
    parts: list[TreatyPartOut]
    papers: list[TreatyPaperOut]
    version: int

    @staticmethod
    def resolve_parts(row: Request) -> list[Any]:
        """Every part, in order."""
        return list(row.parts.order_by("no"))

    @staticmethod
    def resolve_papers(row: Request) -> list[Any]:
        """Every document."""
        return list(row.papers.order_by("id"))


class TreatyDeathIn(Schema):
    """When whom the request is about died."""

    died_on: Day


class TreatyTermIn(Schema):
    """Until when the term is prolonged, and why."""

    until: Day
    reason: Long


class TreatyOfficerIn(Schema):
    """The officer who carries the part out."""

    officer_id: UUID


class TreatyOutcomeIn(Schema):
    """What was done and received."""

    outcome: Long
