"""What goes into the endpoints of appeals."""

from uuid import UUID

from ninja import Field, Schema

from qadaga.api.schemas import BodyIn, Code, Day, Line, Long, ReasonIn, Text
from qadaga.appeals.entry import ApplicantEntry


class ApplicantIn(Schema):
    """One applicant: a person by IIN or an organisation by BIN, or the reason why there is no number."""

    kind: Code = "person"
    name: Line = ""
    iin: Line = ""
    bin: Line = ""
    no_id_reason: Code = ""
    birth_date: Day | None = None
    address: Long = ""
    phone: Line = ""
    email: Line = ""
    representative_name: Line = ""
    representative_iin: Line = ""
    authority_document: Line = ""

    def entry(self) -> ApplicantEntry:
        """As the services take it."""
        return ApplicantEntry(**self.dict())


class AppealIn(Schema):
    """An appeal as it arrived; no applicants where it is anonymous."""

    kind: Code
    language: Code
    way: Code
    arrived_on: Day
    summary: Long
    applicants: list[ApplicantIn] = []
    attachments_note: Long = ""
    paper_place: Line = ""
    body: BodyIn | None = None
    body_name: Line = ""
    official_id: UUID | None = None
    official_name: Line = ""
    anonymous: bool = False
    anonymous_ground: Code = ""
    oral: bool = False
    minor: bool = False
    detained: bool = False
    repeats_id: UUID | None = None


class CorrectIn(ReasonIn):
    """The whole entry as it should read, on which ground, and why."""

    ground: Code
    entry: AppealIn


class GroundIn(ReasonIn):
    """On which ground of the catalogue, and why."""

    ground: Code


class ProlongIn(GroundIn):
    """Until which day."""

    until: Day


class ForwardIn(GroundIn):
    """To an office of the service, a body, or a free name; the whole appeal unless `part` is given."""

    to_office_id: UUID | None = None
    to_body: BodyIn | None = None
    to_name: Line = ""
    part: Long = ""
    control: bool = True


class ApplicantToldIn(Schema):
    """When and how the applicant was told."""

    told_on: Day
    way: Code


class OutcomeIn(Schema):
    """What the competent body did with what was forwarded."""

    outcome: Code
    outcome_on: Day
    note: Long


class MatterIn(Schema):
    """The matter that the appeal opens (O.6, O.7.1)."""

    direction: Code
    title: Line
    tasks: list[Code] = []
    kato: Line | None = None
    sphere: Code | None = None
    transport_mode: Code | None = None
    transport_task: Code | None = None


class AnswerIn(Schema):
    """What the answer says."""

    language: Code
    outcome: Code
    text: Text


class SendIn(Schema):
    """When and how the signed answer was sent."""

    sent_on: Day
    way: Code


class MaterialsIn(Schema):
    """Which applicant asks to see which materials."""

    applicant_id: UUID
    what: Long
    requested_on: Day


class MaterialsDecisionIn(Schema):
    """Allowed, partly or refused; what is withheld and why (O.8.d5)."""

    decision: Code
    withheld: Long = ""
    withheld_why: Long = ""


class ShownIn(Schema):
    """When the materials were shown, and what the applicant said or signed."""

    shown_on: Day
    note: Long


class EarlierIn(Schema):
    """What is known of the applicants and of the body complained of."""

    numbers: list[Line] = Field([], max_length=50)
    names: list[Line] = Field([], max_length=50)
    body_id: UUID | None = None
