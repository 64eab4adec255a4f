"""What decisions about people take and give: posts, the work that passes with them, checks of entry."""

from datetime import date
from uuid import UUID

from ninja import Schema

from qadaga.api.schemas import Code, Day, Line
from qadaga.organisation.appointment_input import AppointmentInput, OutsideActInput
from qadaga.organisation.handover.services import Passing


class PostOut(Schema):
    """A post held for a period; `ends_on` is the first day without it."""

    id: UUID
    person_id: UUID
    office_id: UUID
    post: str
    heads: bool
    officer: bool
    starts_on: date
    ends_on: date | None
    version: int


class OutsideActIn(Schema):
    """An act of a body outside the service: `role` is appointed, proposed, consented or released."""

    role: Code
    number: Line
    dated: Day


class PostIn(Schema):
    """What an order of appointment says, and the acts of other bodies that the post asks for."""

    person_id: UUID
    office_id: UUID
    post: Code
    starts_on: Day
    ends_on: Day | None = None
    unit_id: UUID | None = None
    officer: bool = True
    ground: Line = ""
    order_id: UUID | None = None
    outside: list[OutsideActIn] = []

    def value(self) -> AppointmentInput:
        """As the services take it."""
        values = self.dict(exclude={"outside", "passing"})
        return AppointmentInput(
            **values, outside=tuple(OutsideActInput(**act.dict()) for act in self.outside)
        )


class ReceiverIn(Schema):
    """Who takes over one matter (`matter`) or draft (`draft`)."""

    kind: Code
    id: UUID
    receiver_id: UUID


class PassingIn(Schema):
    """Who takes over what is open: `to_all` takes what `receivers` does not name."""

    reason: Code
    to_all: UUID | None = None
    receivers: list[ReceiverIn] = []
    note: Line = ""

    def value(self) -> Passing:
        """As the services take it."""
        receivers = {(row.kind, row.id): row.receiver_id for row in self.receivers}
        return Passing(self.reason, self.to_all, receivers, self.note)


class PostEndIn(Schema):
    """The first day without the post (for `death` the day of death), the order here or on paper, the act of
    release where the President appoints to the post, and who takes the open work over.
    """

    ends_on: Day
    cause: Code = "other"
    ground: Line = ""
    order_id: UUID | None = None
    outside: list[OutsideActIn] = []
    passing: PassingIn | None = None


class MoveIn(PostIn):
    """The new post of the holder, and who takes over the open work of the old one."""

    passing: PassingIn | None = None


class OpenItemOut(Schema):
    """One thing open in the officer's hands, and how much passes with it."""

    kind: str
    id: UUID
    name: str
    status: str
    due_on: date | None
    terms: int
    requests: int


class HandOverOut(Schema):
    """What passed."""

    id: UUID
    giver_id: UUID
    reason: str
    on: date


class FindingIn(Schema):
    """Whether a condition of entry is met, and what shows it."""

    requirement: Code
    met: bool
    evidence: Line


class EntryCheckIn(Schema):
    """A check of entry: every condition of the catalogue answered."""

    officer: bool = True
    findings: list[FindingIn]
    note: Line = ""


class EntryCheckOut(Schema):
    """A check and its outcome."""

    id: UUID
    person_id: UUID
    officer: bool
    passed: bool
    on: date


class MergeIn(Schema):
    """The card that goes, and the decision."""

    gone_id: UUID
    ground: Line


class MergeOut(Schema):
    """Two cards made one."""

    kept_id: UUID
    gone_id: UUID
    on: date
