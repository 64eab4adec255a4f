"""What goes in and out of the endpoints of the case file."""

from datetime import date
from uuid import UUID

from ninja import Field, Schema

from qadaga.api.schemas import BodyIn, Code, Day, Kato, Line, Long, ReasonIn


class MatterOut(Schema):
    """A matter: where it is registered, who holds it, how far it is."""

    id: UUID
    number: str = Field(alias="number_text")
    office: str = Field(alias="office.code")
    holder: str = Field(alias="holder.code")
    kind: str
    direction: str
    title: str
    gist: str
    body_id: UUID | None
    kato: str | None
    sphere: str | None
    transport_mode: str | None
    transport_task: str | None
    tasks: list[str]
    status: str
    opened_on: date
    assignee_id: UUID | None
    due_on: date | None
    closed_on: date | None
    conclusion: str
    version: int


class OpeningIn(Schema):
    """What a new matter is about."""

    kind: Code
    direction: Code
    title: Line
    gist: Long = ""
    body: BodyIn | None = None
    kato: Kato | None = None
    sphere: Code | None = None
    tasks: list[Code] = []
    complained_of: list[UUID] = []
    transport_mode: Code | None = None
    transport_task: Code | None = None


class TasksIn(Schema):
    """Tasks of O.6."""

    tasks: list[Code]


class AssignIn(Schema):
    """The appointment of the officer."""

    assignee_id: UUID
    note: Long = ""


class MoveToldIn(Schema):
    """When and how the applicant was told."""

    told_on: Day
    way: Code


class OfficeToldIn(MoveToldIn):
    """Which office by its code."""

    office: Code


class MatterMoveIn(ReasonIn):
    """To which office by its code, on which ground, and why."""

    to_office: Code
    ground: Code


class SuspendIn(ReasonIn):
    """On which ground, and why."""

    ground: Code


class ViolationIn(Schema):
    """The norm violated, what was done, by whom, whose rights were hurt."""

    norm: Long
    what: Long
    violator_kind: Code
    rights_of: Code
    violator_body: BodyIn | None = None
    violator_name: Line = ""
    rights_holder: Line = ""
    committed_on: Day | None = None
    causes: Code = "unknown"
    causes_text: Long = ""
    consequences: Code = "unknown"
    consequences_text: Long = ""


class ProtectedIn(Schema):
    """Whose rights were hurt, how many people, which right; what was restored and when, if it was.

    `right`: liberty, dignity, trial, labour, social, housing, property, education, medical, nature, answer,
    business or other; `source`: matter, inspection, custody or pretrial.
    """

    kind: Code
    name: Line
    restored: Long = ""
    restored_on: Day | None = None
    right: Code = "other"
    source: Code = "matter"
    iin: Line = ""
    count: int = Field(1, ge=1, le=100_000_000)
    violation_id: UUID | None = None
    told_on: Day | None = None
    told_how: Line = ""


class RaisedIn(Schema):
    """Liability raised: of which kind, against whom."""

    kind: Code
    against_kind: Code
    against: Line
    raised_on: Day
    post: Line = ""
    violation_id: UUID | None = None
    iin: Line = ""


class ImposedIn(Schema):
    """What was imposed."""

    imposed_on: Day
    imposed: Line


class RecoveredIn(Schema):
    """Money recovered, in tiyn."""

    tiyn: int = Field(gt=0, le=10**17)
    recovered_for: Code
    recovered_on: Day
    basis: Line


class ResultIn(Schema):
    """One of the four results."""

    kind: Code
    outcome: Code
    note: Long = ""


class CloseIn(Schema):
    """The conclusion."""

    conclusion: Long


class ToldIn(Schema):
    """When and how the protected people were told."""

    told_on: Day
    told_how: Line


class OfficerOut(Schema):
    """An officer who may be given the matter."""

    id: UUID
    name: str = Field(alias="person.name")
    post: str
