"""What the API says and takes of cases in court, judicial acts under study and hearings."""

from datetime import date, datetime
from typing import Annotated, Any
from uuid import UUID

from ninja import Field, Schema

from qadaga.api.schemas import Code, Day, Kato, Line, Long
from qadaga.court.models import Case, Review

Number = Annotated[Line, Field(max_length=60)]
Norm = Annotated[Line, Field(max_length=500)]
PaperName = Annotated[Line, Field(max_length=200)]
Short = Annotated[Line, Field(max_length=100)]


class AtCourt(Schema):
    """The court, where it sits, the case there and what it is about; the matter it belongs to, if any."""

    kind: Code
    court: Line
    kato: Kato
    about: Norm
    number: Number = ""
    sphere: Code | None = None
    matter_id: UUID | None = None


class NamedIn(Schema):
    """Somebody whom the investigation named, with the articles."""

    name: Line
    iin: Annotated[Line, Field(max_length=20)]
    articles: Line


class CourtCaseIn(AtCourt):
    """A criminal case by its ERDR number, another by the ground of taking part; the act taken to court.

    Of a criminal case: when its file came to the prosecutor, and whom the investigation named.
    """

    erdr: Annotated[Line, Field(max_length=40)] = ""
    ground: Code = ""
    act_id: UUID | None = None
    came_on: Day | None = None
    people: Annotated[list[NamedIn], Field(max_length=100)] = []


class JudicialActIn(AtCourt):
    """A judicial act to look into: why, and who asked."""

    act_kind: Code
    act_on: Day
    in_force_on: Day | None = None
    ground: Code
    petitioner: Line = ""
    petitioner_iin: Line = ""


class WrittenIn(Schema):
    """What a paper in one's own hand says."""

    norm: Norm
    text: Long
    language: Code = "ru"


class ChargeIn(WrittenIn):
    """Who is charged with which articles, and the resolution: somebody named in the case, or one more."""

    name: Line = ""
    iin: Annotated[Line, Field(max_length=20)] = ""
    articles: Line
    accused_id: UUID | None = None


class DropIn(WrittenIn):
    """Whose prosecution is dropped; the day of death where that is why, with the paper that proves it."""

    accused_id: UUID
    died_on: Day | None = None
    death_paper: PaperName = ""
    death_paper_on: Day | None = None


class CourtDeathIn(Schema):
    """Who prosecuted in the case has died, when; the paper that proves it, and the day of that paper."""

    accused_id: UUID
    died_on: Day
    death_paper: PaperName
    death_paper_on: Day


class CourtDeathCorrectionIn(Schema):
    """Whose death was written down by mistake, and what the mistake was."""

    accused_id: UUID
    why: Long


class CourtAppealIn(WrittenIn):
    """The appeal; whether it asks to end the case or to clear somebody who has died."""

    clears: bool = False


class TransferIn(WrittenIn):
    """The number the court gave the case, and the resolution."""

    number: Number


class CourtPositionIn(Schema):
    """The prosecutor's position."""

    position: Long
    clears: bool = False


class CourtOfficerIn(Schema):
    """The officer who goes to court."""

    officer_id: UUID


class HearingIn(Schema):
    """When the court sits, to the minute, in which room, before which instance."""

    starts_at: datetime
    room: Short = ""
    instance: Code = "first"


class HearingEndIn(Schema):
    """What became of the hearing: held, postponed or cancelled; when it goes on, if that is known."""

    status: Code
    outcome: Long
    again_at: datetime | None = None


class VerdictIn(Schema):
    """What the court said of one person."""

    accused_id: UUID
    verdict: Code
    sentence: Norm = ""


class JudgmentIn(Schema):
    """What the court decided; in a criminal case of everybody prosecuted."""

    outcome: Code
    decided_on: Day
    summary: Long
    in_force_on: Day | None = None
    verdicts: Annotated[list[VerdictIn], Field(max_length=100)] = []


class ReviewJudgmentIn(Schema):
    """What which instance decided on the protest or petition."""

    instance: Code
    outcome: Code
    decided_on: Day
    summary: Long
    in_force_on: Day | None = None


class CallIn(WrittenIn):
    """What is called for (case, or execution: materials on it), and the request."""

    what: Code


class CaseCameIn(Schema):
    """When the case came, in how many volumes."""

    received_on: Day
    volumes: Annotated[int, Field(ge=1, le=10_000)]


class CaseBackIn(Schema):
    """When the case went back to court."""

    returned_on: Day


class StudyIn(Schema):
    """What the study found, and whether the act breaks the law."""

    findings: Long
    unlawful: bool


class AccusedOut(Schema):
    """Somebody prosecuted in the case."""

    id: UUID
    status: str
    name: str
    iin: str
    articles: str
    charged_on: date | None
    died_on: date | None
    death_paper: str
    death_paper_on: date | None
    revived_on: date | None
    revived_why: str | None


class VerdictOut(Schema):
    """What a judgment says of one person."""

    accused_id: UUID
    verdict: str
    sentence: str


class JudgmentOut(Schema):
    """What an instance decided."""

    id: UUID
    instance: str
    decided_on: date
    outcome: str
    summary: str
    in_force_on: date | None
    verdicts: list[VerdictOut]


class CourtPaperOut(Schema):
    """A paper issued."""

    id: UUID
    kind: str
    number_text: str
    addressee: str
    accused_id: UUID | None
    signed_on: date
    signer_id: UUID
    sha256: str
    norms: list[str]
    clears: bool


class HearingOut(Schema):
    """A hearing."""

    id: UUID
    case_id: UUID | None
    review_id: UUID | None
    office_id: UUID
    status: str
    starts_at: datetime
    held_on: date
    court: str
    room: str
    instance: str
    officer_id: UUID | None
    outcome: str
    version: int


class CourtCardOut(Schema):
    """What a case and a judicial act have in common."""

    id: UUID
    office_id: UUID
    status: str
    kind: str
    court: str
    kato: str
    sphere: str | None
    number: str
    about: str
    officer_id: UUID | None
    matter_id: UUID | None
    opened_on: date
    next_on: date | None
    due_on: date | None
    closed_on: date | None
    hearings: list[HearingOut]
    judgments: list[JudgmentOut]
    papers: list[CourtPaperOut]
    version: int

    @staticmethod
    def resolve_hearings(row: Case | Review) -> list[Any]:
        """The earliest first."""
        return list(row.hearings.order_by("starts_at", "id"))

    @staticmethod
    def resolve_judgments(row: Case | Review) -> list[Any]:
        """The earliest first, each with its verdicts."""
        return list(row.judgments.prefetch_related("verdicts").order_by("decided_on", "id"))

    @staticmethod
    def resolve_papers(row: Case | Review) -> list[Any]:
        """The oldest first."""
        return list(row.papers.order_by("id"))


class CourtCaseOut(CourtCardOut):
    """A case with the people prosecuted, its hearings, decisions and papers."""

    erdr: str | None
    ground: str | None
    act_id: UUID | None
    instance: str
    position: str | None
    position_clears: bool
    transferred_on: date | None
    accused: list[AccusedOut]

    @staticmethod
    def resolve_accused(row: Case) -> list[Any]:
        """In the order they were charged."""
        return list(row.accused.order_by("id"))


class JudicialActOut(CourtCardOut):
    """A judicial act under study with its hearings, decisions and papers."""

    act_kind: str
    act_on: date
    in_force_on: date | None
    ground: str
    petitioner: str
    petitioner_iin: str | None
    called: str | None
    called_on: date | None
    served_on: date | None
    served_way: str | None
    received_on: date | None
    volumes: int | None
    returned_on: date | None
    studied_on: date | None
    findings: str | None
    unlawful: bool | None
    outcome: str | None
