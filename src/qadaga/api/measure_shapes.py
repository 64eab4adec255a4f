"""Shapes of measures: requests, notes of findings, what is ordered from others."""

from datetime import date
from typing import Any
from uuid import UUID

from ninja import Schema

from qadaga.api.schemas import BodyIn, Code, Day, Days, Line, Long, Text


class OrderedOut(Schema):
    """What a measure ordered from others adds: its ground, whom it concerns, the proof, what came of it."""

    ground: str
    norm_id: UUID | None
    expert: str
    imposed_what: str | None
    imposed_by: str | None
    imposed_on: date | None
    proof_ref: str
    outcome: str | None


class MeasureOut(Schema):
    """A measure taken in a matter."""

    id: UUID
    matter_id: UUID
    kind: str
    number_text: str
    status: str
    language: str
    addressee_id: UUID | None
    ground: str
    text: str
    issued_on: date
    served_on: date | None
    due_on: date | None
    replied_on: date | None
    reply: str | None
    ordered: OrderedOut | None = None
    version: int

    @staticmethod
    def resolve_ordered(measure: Any) -> Any:
        """Only what is ordered from others has it."""
        return getattr(measure, "ordered", None)


class RequestIn(Schema):
    """A request for documents; `days` for the reply where the letter sets them.

    The letter prints `ground` for the addressee: it says the circumstances, never who complained.
    """

    matter_id: UUID
    addressee: BodyIn
    ground: Long
    text: Text
    language: Code
    days: Days | None = None


class FindingsIn(Schema):
    """A note of findings."""

    matter_id: UUID
    ground: Long
    note: Text
    language: Code


class MeasureReplyIn(Schema):
    """What came back."""

    replied_on: Day
    reply: Long
    file_id: UUID | None = None


class OrderIn(Schema):
    """What is ordered from others in a matter, on which ground of the catalogue; `why` tells it in words,
    `days` are set where the letter names the term itself.
    """

    matter_id: UUID
    addressee: BodyIn
    ground: Code
    why: Long
    text: Text
    language: Code
    days: Days | None = None


class ExaminationIn(OrderIn):
    """An expert examination: the questions are its text."""

    expert: Line = ""


class LiftingIn(OrderIn):
    """A demand to lift a restriction that was imposed unlawfully."""

    what: Line
    imposed_by: Line
    imposed_on: Day


class RightIn(OrderIn):
    """The use of another right, by the norm that gives it."""

    norm_id: UUID


class DeliveredIn(Schema):
    """How it reached the addressee, a proof file or the reference of a receipt."""

    way: Code
    served_on: Day
    proof_file_id: UUID | None = None
    proof_ref: Line = ""


class MeasureOutcomeIn(MeasureReplyIn):
    """What came of it."""

    outcome: Code


class RemindIn(Schema):
    """A reminder to an addressee who stayed silent."""

    way: Code
    reference: Line
