"""Who acts: a signed-in person in the hat they wear. A frozen value, built once a request."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import NamedTuple
from uuid import UUID

from qadaga.journal.actor import JournalActor
from qadaga.law.model import Who


class Ringing(NamedTuple):
    """How many duties run against the clock where the person hears it, and when the first is due."""

    number: int = 0
    due_at: datetime | None = None


SILENCE = Ringing()


@dataclass(frozen=True, slots=True)
class Actor:
    """The person, the appointment they act under, and where its office stands.

    `predecessors` are the closed offices whose work the office carries on, on `day`.

    `day` and `today` are the day the actor was built for and the person as the law sees them on it; for any
    other day `lookup` asks again, and answers None where the appointment is not in force then (dismissal).
    `duties` are the directions that the distribution in force names the appointment for (O.14.3).
    `changes` says how often the office's staff had changed by then (see `standing`); `ringing` what runs
    against the clock, read with the actor, so that every page can say so (`alarms`).
    """

    user_id: UUID | None
    person_id: UUID
    appointment_id: UUID
    office_id: UUID
    region_id: UUID
    office_code: str
    predecessors: frozenset[UUID]
    post: str
    name: str
    language: str
    day: date
    today: Who
    lookup: Callable[[UUID, date], Who | None] = field(repr=False, compare=False)
    changes: int = 0
    duties: frozenset[str] = frozenset()
    ringing: Ringing = field(default=SILENCE, compare=False)

    @property
    def offices(self) -> frozenset[UUID]:
        """The own office and the closed ones whose registers it carries on, on `day`."""
        return self.predecessors | {self.office_id}

    def who(self, on: date) -> Who | None:
        """The actor as the law kernel sees them on the day; None if the appointment is not in force then."""
        return self.today if on == self.day else self.lookup(self.appointment_id, on)

    def journal(self) -> JournalActor:
        """The actor as the journal records them: ids only."""
        return JournalActor(
            person_id=self.person_id, appointment_id=self.appointment_id, office_id=self.office_id
        )
