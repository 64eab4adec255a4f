"""What comes out of the endpoints of appeals."""

from datetime import date
from uuid import UUID

from ninja import Field, Schema


class AppealOut(Schema):
    """An appeal: number, term, where it stands. Who applied stands on the card only."""

    id: UUID
    number: str
    coupon: str
    office: str = Field(alias="office.code")
    kind: str
    language: str
    way: str
    arrived_on: date
    registered_on: date
    summary: str
    attachments_note: str
    paper_place: str
    body_id: UUID | None
    body_name: str
    official_id: UUID | None
    official_name: str
    anonymous: bool
    anonymous_ground: str
    oral: bool
    minor: bool
    detained: bool
    status: str
    matter_id: UUID | None
    repeats_id: UUID | None
    challenges_id: UUID | None
    due_on: date | None
    closed_on: date | None
    version: int


class ApplicantOut(Schema):
    """Somebody who applied: personal data, so reading it is journalled."""

    id: UUID
    kind: str
    name: str
    iin: str
    bin: str
    no_id_reason: str
    birth_date: date | None
    address: str
    phone: str
    email: str
    representative_name: str
    representative_iin: str
    authority_document: str


class DecisionOut(Schema):
    """A reasoned decision on the appeal."""

    id: UUID
    kind: str
    reason: str
    ground: str
    until: date | None
    decided_by_id: UUID
    decided_on: date
    told_on: date | None
    told_way: str


class ForwardingOut(Schema):
    """A forwarding, its control and what came of it (L.1.1)."""

    id: UUID
    whole: bool
    part: str
    reason: str
    to_office_id: UUID | None
    to_body_id: UUID | None
    to_name: str
    automatic: bool
    forwarded_on: date
    told_on: date | None
    told_way: str
    control_due_on: date | None
    outcome: str
    outcome_on: date | None
    outcome_note: str
    received_as_id: UUID | None


class AnswerOut(Schema):
    """The answer: a draft, or signed with the fingerprint of its PDF/A."""

    id: UUID
    state: str
    language: str
    outcome: str
    text: str
    number: str
    signed_by_id: UUID | None
    signed_on: date | None
    sha256: str
    challenge_office_id: UUID
    challenge_until: date | None
    sent_on: date | None
    sent_way: str


class MaterialsOut(Schema):
    """A request to see the materials, the decision on it, the note of familiarisation (O.8.d2)."""

    id: UUID
    state: str
    applicant_id: UUID
    requested_on: date
    what: str
    withheld: str
    withheld_why: str
    decided_on: date | None
    shown_on: date | None
    shown_note: str
    version: int


class AttachedOut(Schema):
    """A file tied to a record."""

    file_id: UUID
    title: str
    added_on: date


class AppealCardOut(Schema):
    """The appeal with everything that hangs on it."""

    appeal: AppealOut
    applicants: list[ApplicantOut]
    decisions: list[DecisionOut]
    forwardings: list[ForwardingOut]
    answers: list[AnswerOut]
    materials: list[MaterialsOut]
    attachments: list[AttachedOut]


class EarlierOut(Schema):
    """An appeal that may be of the same applicant or on the same body; `why`: number, name or body."""

    id: UUID
    number: str
    registered_on: date
    kind: str
    status: str
    summary: str
    why: str


class WaitingOut(Schema):
    """Something forwarded to the caller's office and not registered in it yet."""

    id: UUID
    appeal_id: UUID
    number: str = Field(alias="appeal.number")
    from_office: str = Field(alias="appeal.office.code")
    forwarded_on: date
    whole: bool


class NoticeOut(Schema):
    """An applicant still to be told of a decision or forwarding, and until when."""

    appeal_id: UUID = Field(alias="appeal.id")
    number: str = Field(alias="appeal.number")
    about_id: UUID = Field(alias="term.subject_id")
    rule: str = Field(alias="term.rule")
    due_on: date = Field(alias="term.due_on")
