"""What goes in and out of the endpoints of orders."""

from datetime import date
from uuid import UUID

from ninja import Schema

from qadaga.api.schemas import Code, Day, Line, Long, ReasonIn, Text


class OrderOut(Schema):
    """An order or directive: what it is, where it stands, since when it has force, what was signed."""

    id: UUID
    number_text: str | None
    form: str
    kind: str
    office_id: UUID
    language: str
    title_kk: str
    title_ru: str
    audience: str
    status: str
    drafted_on: date
    author_id: UUID
    controller_id: UUID | None
    norms: list[str]
    signed_on: date | None
    signer_id: UUID | None
    in_force_on: date | None
    due_on: date | None
    sha256: str | None
    edition: str | None
    to_publish: bool
    published_on: date | None
    published_where: str | None
    cancelled_on: date | None
    cancelling_id: UUID | None
    version: int


class OrderDraftIn(Schema):
    """A draft: its text in every language it is issued in, whom it is made known to, when it begins."""

    form: Code
    kind: Code
    language: Code
    title_kk: Line = ""
    text_kk: Text = ""
    title_ru: Line = ""
    text_ru: Text = ""
    audience: Code = "office"
    addressees: list[UUID] = []
    controller_id: UUID | None = None
    norms: list[Code] = []
    begins_on: Day | None = None
    to_publish: bool = False


class OrderCancelIn(ReasonIn):
    """Why, and by which order if one says so."""

    cancelling_id: UUID | None = None


class PublishedIn(Schema):
    """Where and when it was published."""

    where: Line
    published_on: Day
    confirmed: bool = False


class PaperIn(Schema):
    """Whose signature on paper, of which day."""

    appointment_id: UUID
    signed_on: Day


class AddresseesIn(Schema):
    """Who has to know the order too."""

    addressees: list[UUID]


class ControllerIn(Schema):
    """Who watches the execution."""

    controller_id: UUID


class PointIn(Schema):
    """A point under control, until its last day `due_on` or for `days` working days: one of the two."""

    what: Long
    executor_id: UUID
    due_on: Day | None = None
    days: int | None = None


class ReportIn(Schema):
    """What was done on a point."""

    words: Long


class PointTermIn(ReasonIn):
    """Until when a point is prolonged or by how many working days, and why."""

    until: Day | None = None
    days: int | None = None


class PointOut(Schema):
    """A point under control."""

    id: UUID
    no: int
    what: str
    executor_id: UUID
    due_on: date
    done_on: date | None


class AddresseeOut(Schema):
    """Somebody who has to know the order; `familiar_on` once they do."""

    id: UUID
    appointment_id: UUID
    familiar_on: date | None
    way: str | None


class EffectOut(Schema):
    """What was done by the order."""

    what: str
    subject_kind: str
    subject_id: UUID
    starts_on: date


class KnownOut(Schema):
    """Who has to know the order, the unfamiliar first; go on with `after` the last id."""

    of: int
    familiar: int
    rows: list[AddresseeOut]


class OrderVersionOut(Schema):
    """A saved text of the draft."""

    no: int
    title_kk: str
    text_kk: str
    title_ru: str
    text_ru: str
    on: date
