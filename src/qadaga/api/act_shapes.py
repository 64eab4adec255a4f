"""What goes in and out of the endpoints of acts and measures."""

from datetime import date
from uuid import UUID

from ninja import Schema

from qadaga.api.schemas import BodyIn, Code, Day, Days, Line, Long, ReasonIn, Text


class ActOut(Schema):
    """An act: its kind, where it stands, its dates, the fingerprint of what was signed."""

    id: UUID
    matter_id: UUID
    number_text: str | None
    kind: str
    language: str
    heading: str
    addressee_id: UUID
    status: str
    drafted_on: date
    signed_on: date | None
    sha256: str | None
    edition: str | None
    norms: list[str]
    served_on: date | None
    replied_on: date | None
    due_on: date | None
    removed_on: date | None
    withdrawn_on: date | None
    version: int


class WordingIn(Schema):
    """The text of an act."""

    heading: Line
    facts: Text = ""
    norms: Text = ""
    demands: Text = ""


class ProtestedIn(Schema):
    """The unlawful act that a protest is against."""

    title: Text
    adopted_on: Day
    issuer: BodyIn
    number: Line = ""
    is_law: bool = False


class DraftIn(Schema):
    """A new act in a matter."""

    matter_id: UUID
    kind: Code
    language: Code
    addressee: BodyIn
    wording: WordingIn
    violations: list[UUID] = []
    protested: ProtestedIn | None = None


class ViolationsIn(Schema):
    """Violations of the matter that the act is about."""

    violations: list[UUID]


class VersionOut(Schema):
    """A saved text of the draft."""

    no: int
    heading: str
    facts: str
    norms: str
    demands: str
    on: date


class ChangeOut(Schema):
    """Paragraphs of one part of the act that stayed the same, were removed or were added."""

    field: str
    kind: str
    paragraphs: list[str]


class RemarksIn(Schema):
    """Why a draft goes back."""

    remarks: Long


class ServedIn(Schema):
    """How an act reached its addressee; a proof file or the reference of a receipt."""

    way: Code
    served_on: Day
    recipient: Line
    proof_file_id: UUID | None = None
    proof_ref: Line = ""
    days: Days | None = None


class RepliedIn(Schema):
    """What the addressee replied."""

    replied_on: Day
    summary: Long
    number: Line = ""
    file_id: UUID | None = None


class AssessIn(Schema):
    """What the reply amounts to: satisfied, partly or refused."""

    assessment: Code
    note: Long = ""


class RemovedIn(Schema):
    """That the violations are removed, with the proof."""

    removed_on: Day
    what: Long
    proof_file_id: UUID
    causes_removed: bool
    consequences_remedied: bool


class CourtIn(ReasonIn):
    """To which court."""

    court: Line


class CourtDecisionIn(Schema):
    """What the court decided; `summary` is required unless the act was granted in full."""

    outcome: Code
    decided_on: Day
    number: Line
    summary: Long = ""
    file_id: UUID | None = None


class SuspendedIn(Schema):
    """How far and how long the protested act stands still."""

    scope: Code
    ground: Code
    starts_on: Day
    ends_on: Day | None = None
    part: Long = ""
