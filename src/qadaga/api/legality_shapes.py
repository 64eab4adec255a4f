"""What the API says and takes of legal acts and of analyses of the state of legality."""

from datetime import date
from typing import Annotated, Any
from uuid import UUID

from ninja import Field, Schema

from qadaga.api.schemas import BodyIn, Code, Day, Kato, Line, Long
from qadaga.supervision.legality import selectors
from qadaga.supervision.legality.models import Analysis, LegalAct

Title = Annotated[str, Field(max_length=500)]


class LegalActEntryIn(Schema):
    """What is known of a legal act; without a territory it is for the whole country."""

    issuer: Code
    nature: Code
    body: BodyIn
    number: Annotated[str, Field(max_length=60)]
    adopted_on: Day
    title: Title
    source: Code
    kato: Kato | None = None
    sphere: Code | None = None


class EditionIn(Schema):
    """The text of an act from a day on: written out, or a file uploaded before."""

    starts_on: Day
    text: Annotated[str, Field(max_length=200_000)] = ""
    file_id: UUID | None = None
    basis: Line = ""


class LegalActIn(LegalActEntryIn):
    """A new legal act with its first edition."""

    edition: EditionIn


class EditionOut(Schema):
    """An edition of an act."""

    id: UUID
    starts_on: date
    basis: str
    text: str
    file_id: UUID | None


class ContradictionOut(Schema):
    """A norm the act contradicts, and the violation it became in the matter."""

    id: UUID
    review_id: UUID
    point: str
    part: str
    norm: str
    what: str
    violation_id: UUID | None


class LegalActOut(Schema):
    """A legal act: whose it is, who holds it, where it stands."""

    id: UUID
    issuer: str
    nature: str
    body_id: UUID
    number: str
    adopted_on: date
    title: str
    kato: str | None
    sphere: str | None
    source: str
    office_id: UUID
    holder_id: UUID
    status: str
    entered_on: date
    reviewer_id: UUID | None
    due_on: date | None
    answer: str | None
    protest_id: UUID | None
    settled_on: date | None
    version: int


class LegalActCardOut(LegalActOut):
    """The same with its editions and the norms it contradicts."""

    editions: list[EditionOut]
    contradictions: list[ContradictionOut]

    @staticmethod
    def resolve_editions(row: LegalAct) -> list[Any]:
        """Every edition, the newest first."""
        return list(row.editions.order_by("-starts_on"))

    @staticmethod
    def resolve_contradictions(row: LegalAct) -> list[Any]:
        """Every norm found by any review."""
        return list(selectors.act_parts(row).contradictions)


class ReviewIn(Schema):
    """Which review, who reviews, until when."""

    kind: Code
    reviewer_id: UUID
    due_on: Day


class ReviewAnswerIn(Schema):
    """The answer to one point: kept, violated or not_called_for."""

    point: Code
    answer: Code


class PointsIn(Schema):
    """Answers to save; points left out stay as they are."""

    answers: Annotated[list[ReviewAnswerIn], Field(max_length=50)]


class ContradictionIn(Schema):
    """A norm the act contradicts, by which point, in which part."""

    point: Code
    part: Line
    norm: Title
    what: Long


class ConclusionIn(Schema):
    """What a review ends with: conforms or contrary."""

    verdict: Code
    conclusion: Long


class ProtestDecisionIn(Schema):
    """By which kind of act (protest, representation), in which matter; none for a new one."""

    matter_id: UUID | None = None
    answer: Code = "protest"


class ProtestIn(Schema):
    """The heading and language of the protest."""

    heading: Line
    language: Code


class FateIn(Schema):
    """What became of the act, since when, by which paper."""

    kind: Code
    on: Day
    paper: Line
    note: Long = ""


class ReminderIn(Schema):
    """How the silent body was reminded."""

    way: Code
    reference: Annotated[str, Field(max_length=200)]


class AnalysisIn(Schema):
    """What is to be analysed; `ends_on` is the first day left out."""

    subject: Line
    question: Long
    starts_on: Day
    ends_on: Day
    ground: Code
    author_id: UUID
    due_on: Day
    kato: Kato | None = None
    sphere: Code | None = None


class AnalysisSourceShape(Schema):
    """What an analysis rests on."""

    kind: Code
    reference: Title
    shows: Long


class AnalysisFindingShape(Schema):
    """What was found, how often where that is known."""

    norm: Title
    what: Long
    times: Annotated[int, Field(ge=1, le=1_000_000)] | None = None


class ProposalShape(Schema):
    """What should be done, by whom, until when."""

    what: Long
    executor: Line
    until: Day | None = None


class AnalysisOut(Schema):
    """An analysis of the state of legality."""

    id: UUID
    subject: str
    question: str
    starts_on: date
    ends_on: date
    kato: str | None
    sphere: str | None
    ground: str
    office_id: UUID
    status: str
    author_id: UUID
    due_on: date | None
    conclusion: str
    number_text: str | None
    approved_on: date | None
    version: int


class AnalysisCardOut(AnalysisOut):
    """The same with its sources, findings and proposals."""

    sources: list[AnalysisSourceShape]
    findings: list[AnalysisFindingShape]
    proposals: list[ProposalShape]

    @staticmethod
    def resolve_sources(row: Analysis) -> list[Any]:
        """In the order they were named."""
        return list(row.sources.order_by("id"))

    @staticmethod
    def resolve_findings(row: Analysis) -> list[Any]:
        """In the order they were recorded."""
        return list(row.findings.order_by("id"))

    @staticmethod
    def resolve_proposals(row: Analysis) -> list[Any]:
        """In the order they were made."""
        return list(row.proposals.order_by("id"))


class AnalysisSubmitIn(Schema):
    """The conclusion it is submitted with."""

    conclusion: Long


class DroppedIn(Schema):
    """What is taken out: a source, a finding or a proposal."""

    part: Code
    row_id: UUID


class InformedIn(Schema):
    """Who was informed, when, how."""

    body: BodyIn
    told_on: Day
    way: Code
    reference: Annotated[str, Field(max_length=200)]
