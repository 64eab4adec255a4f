"""What the API says and takes of investigations: the case, its people, what is asked and decided in it."""

from datetime import date, datetime
from typing import Annotated, Any
from uuid import UUID

from ninja import Field, Schema

from qadaga.api.schemas import BodyIn, Code, Day, Kato, Line, Long
from qadaga.supervision.pretrial.models import Case

Norm = Annotated[Line, Field(max_length=500)]
Told = Annotated[Line, Field(max_length=200)]


class InvestigationIn(Schema):
    """A case as it is taken under supervision."""

    erdr: Annotated[Line, Field(max_length=40)]
    body: BodyIn
    investigator: Line
    articles: Annotated[list[Annotated[Line, Field(max_length=60)]], Field(max_length=20)]
    gist: Long
    registered_on: Day
    kato: Kato
    sphere: Code | None = None


class SupervisorIn(Schema):
    """The prosecutor who supervises the case."""

    assignee_id: UUID


class CaseEntryIn(Schema):
    """The file studied (`study`) or a procedural action taken (`action`)."""

    kind: Code
    done_on: Day
    norm: Norm
    outcome: Long


class CourseIn(Schema):
    """What the body did with the case: suspended, opened (again), in_court or closed."""

    course: Code
    happened_on: Day
    said: Long


class PartyIn(Schema):
    """Somebody of the case: suspect, accused, victim or other."""

    role: Code
    name: Line
    iin: Annotated[Line, Field(max_length=20)] = ""
    minor: bool = False


class DetentionIn(Schema):
    """Who lost their liberty, at which minute."""

    party_id: UUID
    detained_at: datetime


class LibertyIn(Schema):
    """Who is free, since which minute."""

    party_id: UUID
    released_at: datetime


class DeathIn(Schema):
    """Who died, when; the paper that proves it, and the day of that paper."""

    party_id: UUID
    died_on: Day
    death_paper: Annotated[Line, Field(max_length=200)]
    death_paper_on: Day


class DeathCorrectionIn(Schema):
    """Whose death was recorded by mistake, and what the mistake was."""

    party_id: UUID
    why: Long


class SanctionAskedIn(Schema):
    """What the body asks consent to; without a person about a thing or a place."""

    measure: Code
    asked_on: Day
    asked_by: Line
    why: Long
    party_id: UUID | None = None


class LongerTermIn(Schema):
    """Until when the body wants to go on; with a person about their custody."""

    until: Day
    asked_on: Day
    asked_by: Line
    why: Long
    party_id: UUID | None = None


class ReasonedIn(Schema):
    """What a paper in the prosecutor's own name says."""

    norm: Norm
    reasons: Long
    language: Code = "ru"


class SanctionDecisionIn(ReasonedIn):
    """Consent given or refused."""

    sanction_id: UUID
    grant: bool


class LongerDecisionIn(ReasonedIn):
    """A longer term agreed to or not; `outside`: who else decided (for custody a court)."""

    prolongation_id: UUID
    agree: bool
    outside: Line = ""


class CaseComplaintIn(Schema):
    """Who complains about which decision or action, in what words; the number of the appeal it came as."""

    about: Code
    complainant: Line
    what: Long
    received_on: Day
    appeal: Annotated[Line, Field(max_length=60)] = ""


class ComplaintDecisionIn(ReasonedIn):
    """Upheld (granted), in part (partly), or not (refused); how the person was told."""

    complaint_id: UUID
    decision: Code
    told_how: Told


class InstructionIn(ReasonedIn):
    """What the investigator has to do, within how many days of the delivery; the law's own where none."""

    days: Annotated[int, Field(ge=1, le=365)] | None = None


class CasePaperDeliveredIn(Schema):
    """Which instruction or cancellation reached the body, how and when, and the proof of it."""

    row_id: UUID
    way: Code
    served_on: Day
    proof_file_id: UUID | None = None
    proof_ref: Line = ""


class InstructionSilenceIn(Schema):
    """On which instruction or cancellation (`instruction_id`) no report came, and what is left undone."""

    instruction_id: UUID
    undone: Long


class ExecutionIn(Schema):
    """What the body reported of an instruction, or after a cancellation (`instruction_id`)."""

    instruction_id: UUID
    executed: bool
    reported_on: Day
    report: Long


class CancelledIn(ReasonedIn):
    """The decision that is cancelled, and the ground: decision_unlawful or delay."""

    decision: Code
    decided_on: Day
    decided_by: Line
    ground: Code


class CaseMatterIn(Schema):
    """The matter in which the results of the case count."""

    matter_id: UUID


class CaseViolationIn(Schema):
    """The entry, upheld complaint or cancellation that found the violation."""

    row_id: UUID


class CaseProtectedIn(Schema):
    """Whose rights were restored, how they were told."""

    party_id: UUID
    restored: Long
    restored_on: Day
    told_how: Told


class PartyOut(Schema):
    """Somebody of the case."""

    id: UUID
    role: str
    name: str
    iin: str | None
    minor: bool
    died_on: date | None
    death_paper: str
    death_paper_on: date | None
    revived_on: date | None
    revived_why: str | None
    detained_at: datetime | None
    custody_since: date | None
    due_on: date | None
    released_at: datetime | None
    protected_id: UUID | None


class CaseEntryOut(Schema):
    """What a prosecutor did with the case."""

    id: UUID
    kind: str
    on: date
    norm: str
    outcome: str
    by_id: UUID
    violation_id: UUID | None


class CasePaperOut(Schema):
    """A row that ends in a paper: its columns are empty until it is signed."""

    id: UUID
    norm: str | None
    reasons: str | None
    number_text: str | None
    signer_id: UUID | None
    signed_on: date | None
    sha256: str | None


class SanctionOut(CasePaperOut):
    """A consent asked for."""

    status: str
    measure: str
    party_id: UUID | None
    asked_on: date
    asked_by: str
    why: str


class ProlongationOut(CasePaperOut):
    """A longer term asked for."""

    status: str
    party_id: UUID | None
    until: date
    asked_on: date
    asked_by: str
    why: str
    outside: str


class CaseComplaintOut(CasePaperOut):
    """A complaint on the investigator."""

    status: str
    about: str
    complainant: str
    what: str
    received_on: date
    due_on: date | None
    told_how: str
    violation_id: UUID | None
    appeal_id: UUID | None


class FollowedOut(CasePaperOut):
    """A paper that the body follows: its delivery, its term, what was reported."""

    status: str
    served_on: date | None
    served_way: str | None
    proof_ref: str
    due_on: date | None
    reported_on: date | None
    report: str | None
    silent_on: date | None
    undone: str | None


class InstructionOut(FollowedOut):
    """An instruction to the investigator."""

    issued_on: date
    days: int | None


class CancellationOut(FollowedOut):
    """A decision of the body cancelled; `unfollowed_id` is the violation that nothing followed."""

    decision: str
    decided_on: date
    decided_by: str
    ground: str
    violation_id: UUID | None
    unfollowed_id: UUID | None


class InvestigationOut(Schema):
    """A case without what hangs on it."""

    id: UUID
    office_id: UUID
    status: str
    erdr: str
    body_id: UUID
    investigator: str
    articles: list[str]
    gist: str
    kato: str
    sphere: str | None
    registered_on: date
    taken_on: date
    assignee_id: UUID | None
    matter_id: UUID | None
    due_on: date | None
    ended_on: date | None
    outcome: str
    version: int


class InvestigationCardOut(InvestigationOut):
    """A case with its people, and with what was asked, decided and done in it."""

    parties: list[PartyOut]
    entries: list[CaseEntryOut]
    sanctions: list[SanctionOut]
    prolongations: list[ProlongationOut]
    complaints: list[CaseComplaintOut]
    instructions: list[InstructionOut]
    cancellations: list[CancellationOut]

    @staticmethod
    def resolve_parties(row: Case) -> list[Any]:
        """In the order they were entered."""
        return list(row.parties.order_by("id"))

    @staticmethod
    def resolve_entries(row: Case) -> list[Any]:
        """In the order they were made."""
        return list(row.entrys.order_by("id"))

    @staticmethod
    def resolve_sanctions(row: Case) -> list[Any]:
        """The oldest first."""
        return list(row.sanctions.order_by("id"))

    @staticmethod
    def resolve_prolongations(row: Case) -> list[Any]:
        """The oldest first."""
        return list(row.prolongations.order_by("id"))

    @staticmethod
    def resolve_complaints(row: Case) -> list[Any]:
        """The oldest first."""
        return list(row.complaints.order_by("id"))

    @staticmethod
    def resolve_instructions(row: Case) -> list[Any]:
        """The oldest first."""
        return list(row.instructions.order_by("id"))

    @staticmethod
    def resolve_cancellations(row: Case) -> list[Any]:
        """The oldest first."""
        return list(row.cancellations.order_by("id"))
