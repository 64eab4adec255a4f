"""What is entered about an appointment: the post, the days, and what it rests on."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID


@dataclass(frozen=True, slots=True)
class OutsideActInput:
    """The act of a body outside the service: what it did (appointed, proposed, consented,
    released), number and day.
    """

    role: str
    number: str
    dated: date | None


@dataclass(frozen=True, slots=True)
class AppointmentInput:
    """What an order of appointment says. `officer` matters for posts open to both sorts of staff only.

    `order_id`: the order in this system; `ground`: the number and date of one on paper. `outside`: the acts
    of the President, the Senate and others that the post asks for (L.2.2).
    """

    person_id: UUID
    office_id: UUID
    post: str
    starts_on: date
    ends_on: date | None = None
    unit_id: UUID | None = None
    officer: bool = True
    ground: str = ""
    order_id: UUID | None = None
    outside: tuple[OutsideActInput, ...] = ()
