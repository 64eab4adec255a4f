"""What the API says and takes of cases of administrative offences."""

from datetime import date
from typing import Annotated
from uuid import UUID

from ninja import Field, Schema

from qadaga.api.schemas import BodyIn, Code, Day, Kato, Line, Long
from qadaga.supervision.offences.models import OffenceCase, ProceedingsResolution


class CaseIn(Schema):
    """A case: who conducts it, its number there, the article."""

    body: BodyIn
    article: Line
    case_number: Annotated[str, Field(max_length=60)] = ""
    matter_id: UUID | None = None
    kato: Kato | None = None
    sphere: Code | None = None


class CallForIn(CaseIn):
    """The case, the ground (appeal, case_supervised or own_initiative), the language of the letter."""

    ground: Code
    language: Code = "ru"


class DecidedIn(Schema):
    """What the resolution says."""

    person: Line
    norm: Annotated[str, Field(max_length=500)]
    reasons: Long
    language: Code = "ru"
    iin: Line = ""


class ProceedingsIn(Schema):
    """A new case and the resolution that opens its proceedings."""

    case: CaseIn
    decided: DecidedIn


class ClosingIn(DecidedIn):
    """The resolution and the ground: no_offence or opened_unlawfully."""

    ground: Code


class FileSilenceIn(Schema):
    """The matter where it is a violation, the norm, and what was not given."""

    matter_id: UUID
    norm: Annotated[str, Field(max_length=500)]
    what: Long


class FileWithheldIn(Schema):
    """What came of the act on a file that was never given."""

    paper: Annotated[str, Field(max_length=200)]


class LetterDeliveredIn(Schema):
    """How and when the letter reached whoever has the file; a file or a reference proves it."""

    way: Code
    served_on: Day
    proof_file_id: UUID | None = None
    proof_ref: Line = ""


class OffenceReminderIn(Schema):
    """How the body that let its term pass was reminded."""

    way: Code
    reference: Line


class FileTermIn(Schema):
    """Until when the file is awaited, or may be kept, and why."""

    until: Day
    reason: Long


class FileCameIn(Schema):
    """When the file came, of how many sheets."""

    received_on: Day
    sheets: Annotated[int, Field(ge=1, le=100_000)]


class FileBackIn(Schema):
    """When the file went back."""

    returned_on: Day


class LegalityIn(Schema):
    """Detention and penalty: none, lawful or unlawful."""

    detention: Code
    penalty: Code
    norm: Annotated[str, Field(max_length=500)]
    findings: Long


class OffenceMatterIn(Schema):
    """The matter where the violation is recorded."""

    matter_id: UUID


class OffenceActIn(Schema):
    """The act of the matter that was brought on the case."""

    act_id: UUID


class CaseOutcomeIn(Schema):
    """What became of the case, by which decision."""

    outcome: Code
    outcome_on: Day
    paper: Annotated[str, Field(max_length=200)]


class ProceedingsOut(Schema):
    """A resolution that opens or closes proceedings."""

    id: UUID
    kind: str
    ground: str
    person: str
    number_text: str
    signed_on: date
    served_on: date | None
    served_way: str | None
    sha256: str


class OffenceOut(Schema):
    """A case: its file's way, what the check found, resolutions, acts, outcome."""

    id: UUID
    number_text: str
    status: str
    office_id: UUID
    matter_id: UUID | None
    body_id: UUID
    case_number: str
    article: str
    ground: str
    begun_on: date
    due_on: date | None
    received_on: date | None
    sheets: int | None
    returned_on: date | None
    detention: str | None
    penalty: str | None
    norm: str | None
    findings: str | None
    checked_on: date | None
    outcome: str | None
    outcome_on: date | None
    outcome_paper: str | None
    resolutions: list[ProceedingsOut]
    acts: list[UUID]
    version: int

    @staticmethod
    def resolve_resolutions(case: OffenceCase) -> list[ProceedingsResolution]:
        """The resolutions, the oldest first."""
        return list(case.resolutions.order_by("id"))

    @staticmethod
    def resolve_acts(case: OffenceCase) -> list[UUID]:
        """The acts brought on the case."""
        return list(case.acts.order_by("id").values_list("act", flat=True))
