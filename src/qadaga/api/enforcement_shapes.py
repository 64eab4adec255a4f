"""What the API says and takes of bailiffs, writs, checks and transfers."""

from datetime import date, datetime
from typing import Annotated, Any
from uuid import UUID

from ninja import Field, Schema

from qadaga.api.schemas import BodyIn, Code, Day, Kato, Line, Long
from qadaga.supervision.enforcement.models import Check, Transfer, Writ

Short = Annotated[Line, Field(max_length=60)]
Tiyn = Annotated[int, Field(ge=1, le=10**17)]


class BailiffIn(Schema):
    """A bailiff: private with the licence and its day, state with the department."""

    kind: Code
    name: Line
    address: Line
    kato: Kato
    licence: Short = ""
    licence_on: Day | None = None
    body: BodyIn | None = None


class BailiffOut(Schema):
    """A bailiff of the register."""

    id: UUID
    kind: str
    status: str
    name: str
    licence: str | None
    licence_on: date | None
    body_id: UUID | None
    address: str
    kato: str
    office_id: UUID
    entered_on: date
    ended_on: date | None
    ended_why: str | None
    version: int


class BailiffEndIn(Schema):
    """Since when the bailiff works no longer, and why."""

    ended_on: Day
    why: Line


class WritIn(Schema):
    """A writ; `tiyn` is left out where it demands no money, `matter_id` where no matter is open yet."""

    number: Annotated[Line, Field(max_length=100)]
    issuer_kind: Code
    issuer: Line
    issued_on: Day
    case_number: Annotated[Line, Field(max_length=100)]
    opened_on: Day
    bailiff_id: UUID
    claimant_kind: Code
    claimant: Line
    debtor_kind: Code
    debtor: Line
    demand: Long
    kato: Kato
    tiyn: Tiyn | None = None
    sphere: Code | None = None
    matter_id: UUID | None = None
    claimant_iin: Line = ""
    debtor_iin: Line = ""


class CheckLongerOut(Schema):
    """A longer term asked of the office above; `agreed` is empty until it decides."""

    id: UUID
    until: date
    ground: str
    reason: str
    asked_on: date
    asked_by_id: UUID
    agreed: bool | None
    decision: str | None
    decided_on: date | None
    decided_by_id: UUID | None


class CheckOut(Schema):
    """A check of the bailiff on the writ, with what was asked about its term."""

    id: UUID
    status: str
    ground: str
    about: str
    begun_on: date
    due_on: date
    begun_by_id: UUID
    finished_on: date | None
    outcome: str | None
    findings: str | None
    told_how: str | None
    violation_id: UUID | None
    prolongations: list[CheckLongerOut]

    @staticmethod
    def resolve_prolongations(row: Check) -> list[Any]:
        """Every one, the oldest first."""
        return sorted(row.prolongations.all(), key=lambda one: one.id)


class TransferOut(Schema):
    """The resolution that passed the writ on, and both receipts."""

    number_text: str
    from_bailiff_id: UUID
    to_bailiff_id: UUID
    ground: str
    norm: str
    reasons: str
    signer_id: UUID
    signed_at: datetime
    sha256: str
    norms: list[str]
    taken_no: str | None
    taken_on: date | None
    given_no: str | None
    given_on: date | None
    told_how: str | None


class WritOut(Schema):
    """A writ with its checks and transfer."""

    id: UUID
    office_id: UUID
    status: str
    number: str
    issuer_kind: str
    issuer: str
    issued_on: date
    case_number: str
    opened_on: date
    bailiff_id: UUID
    bailiff_kind: str
    claimant_kind: str
    claimant: str
    debtor_kind: str
    debtor: str
    claimant_iin: str | None
    debtor_iin: str | None
    demand: str
    tiyn: int | None
    kato: str
    sphere: str | None
    officer_id: UUID | None
    matter_id: UUID | None
    due_on: date | None
    handed_on: date | None
    ended_on: date | None
    ended_as: str | None
    checks: list[CheckOut]
    transfer: TransferOut | None
    version: int

    @staticmethod
    def resolve_checks(row: Writ) -> list[Any]:
        """Every check, the oldest first."""
        return list(row.checks.prefetch_related("prolongations").order_by("id"))

    @staticmethod
    def resolve_transfer(row: Writ) -> Transfer | None:
        """The transfer, where there was one."""
        return Transfer.objects.filter(writ=row).first()


class OfficerIn(Schema):
    """The officer who supervises the execution."""

    officer_id: UUID


class WritEndIn(Schema):
    """When and how the execution ended: executed, stopped or returned."""

    ended_on: Day
    ended_as: Code


class BailiffCheckIn(Schema):
    """On which ground, of what, until when: by the rule of the term where no nearer day is given."""

    ground: Code
    about: Code
    due_on: Day | None = None


class BailiffCheckEndIn(Schema):
    """What was found (lawful or violated), and how the bailiff was told."""

    outcome: Code
    findings: Long
    told_how: Annotated[Line, Field(max_length=200)]


class CheckViolationIn(Schema):
    """Which check becomes a violation of which matter, by which norm."""

    check_id: UUID
    matter_id: UUID
    norm: Annotated[str, Field(max_length=500)]


class WithdrawalIn(Schema):
    """To whom the writ goes, which law names the case, and why."""

    to_bailiff_id: UUID
    norm: Annotated[str, Field(max_length=500)]
    reasons: Long
    language: Code = "ru"


class ReceiptsIn(Schema):
    """The receipt of the private bailiff and that of the state one."""

    taken_no: Short
    taken_on: Day
    given_no: Short
    given_on: Day
    told_how: Annotated[Line, Field(max_length=200)]


class RecoveredSumIn(Schema):
    """A sum, its day, the signed act that brought it."""

    tiyn: Tiyn
    recovered_on: Day
    act_id: UUID
