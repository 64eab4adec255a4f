"""What the API says and takes of decisions under control, their terms, and of who did not come."""

from datetime import date
from typing import Annotated, Any
from uuid import UUID

from ninja import Field, Schema

from qadaga.api.coordination_shapes import Words
from qadaga.api.schemas import BodyIn, Code, Day, Line, Long
from qadaga.coordination.models import Decision


class NotComeIn(Schema):
    """Whether somebody who did not come had a good reason, and which."""

    excused: bool
    why: Words = ""


class AbsenceMeasureIn(Schema):
    """What follows an absence: again (an item of a sitting to come), notice (body and paper), head."""

    kind: Code
    item_id: UUID | None = None
    body: BodyIn | None = None
    paper: Line = ""
    text: Annotated[str, Field(max_length=2000)] = ""


class DecisionReportIn(Schema):
    """What was done; `done` takes the decision off control, `left` is what is left where a part was."""

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
