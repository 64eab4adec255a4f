"""What the law's endpoints take and give."""

from datetime import date, datetime
from typing import Annotated, Any, Literal
from uuid import UUID

from ninja import Field, Schema

from qadaga.api.records import NormOut
from qadaga.api.schemas import Code, Day, Days, Kato, Line


class RecordOut(Schema):
    """A record of the catalogue in the caller's language, with the clauses it rests on."""

    id: str
    title: str
    gist: str
    status: str
    norms: list[NormOut]


class WordsIn(Schema):
    """What to look for in the law, on which day (today when none is given)."""

    q: Annotated[Line, Field(max_length=200)]
    on: Day | None = None


class UsesOut(Schema):
    """How often a record was used within the caller's scope: in the month and year of the day, and ever.

    `as_of`: when the journal was last counted to its end; null before the first count.
    """

    month: int
    year: int
    ever: int
    as_of: datetime | None


class RunningTermOut(Schema):
    """A running term: on what and until when."""

    subject_kind: str
    subject_id: UUID
    due_on: date


class RunningOut(Schema):
    """The terms of a rule that run in the caller's scope; a count of `at_most` means that many or more.

    `soonest` are those of the page in the order of their last days; `next` and `previous` its neighbours.
    """

    running: int
    overdue: int
    at_most: int
    soonest: list[RunningTermOut]
    next: str
    previous: str


class LawHitOut(RecordOut):
    """A record that answers: its section, and how well."""

    section: str
    score: int


class WhoIn(Schema):
    """Somebody of a post, in an office of the structure by its code; `acting`: replaces the absent head."""

    post: Code
    office: Code
    officer: bool = True
    acting: bool = False


class SubjectIn(Schema):
    """What the power is used on: its kind, the office that holds it, and facts about it."""

    kind: Code
    office: Code | None = None
    territory: Kato | None = None
    sphere: Code | None = None
    direction: Code | None = None
    status: Code | None = None
    marks: list[Code] = Field([], max_length=30)


class FactsIn(Schema):
    """Who wants to use which power on what, on which ground and day (today when none is given)."""

    who: WhoIn
    power: Code
    subject: SubjectIn | None = None
    ground: Code | None = None
    on: Day | None = None


class RulingStepOut(Schema):
    """One condition of the power: its kind and clause, whether it applies here and holds, what was found."""

    condition: str
    clause: str
    applied: bool
    held: bool
    found: list[str]
    missing: str


class RulingOut(Schema):
    """The law's answer with every clause; `missing` says what does not hold, `steps` the whole way."""

    allowed: bool
    ruling: dict[str, Any]
    missing: list[dict[str, str]]
    norms: list[NormOut]
    steps: list[RulingStepOut]


class EventIn(Schema):
    """Something that moves a term."""

    kind: Literal["start", "prolong", "shorten", "suspend", "resume", "end"]
    on: Day
    days: Days | None = None
    months: int | None = Field(None, ge=1, le=120)
    until: Day | None = None
    reason: Line = ""


class TermIn(Schema):
    """A term of the catalogue and its events in order."""

    term: Code
    events: list[EventIn] = Field(min_length=1, max_length=50)
