"""What every thing on its way to a receiver can do: say who holds it, be ruled on, pass, be journalled."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Protocol
from uuid import UUID

from qadaga import authority
from qadaga.authority.actor import Actor
from qadaga.law.model import Ruling
from qadaga.organisation import subjects
from qadaga.staff.models import Appointment

POWER = "work.hand_over"


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry of the journal still to be written, and the office whose chain it goes to."""

    office_id: UUID
    write: Callable[[], None]


@dataclass(frozen=True, slots=True)
class Passing:
    """Who passes what to whom: the same for everything of one act but the receiver."""

    giver: Appointment
    receiver: Appointment
    by: Actor
    on: date
    note: str
    path: tuple[str, ...]

    def ask(self, kind: str, marks: set[str]) -> Ruling:
        """Whether something of the giver's office, of the kind and with the marks, may pass to the receiver.

        An order of an office above is carried out and read here: what passes is the task of this office.
        """
        found = {*marks, *self._of_receiver()}
        subject = subjects.at(self.path, kind, frozenset(found))
        return authority.may(self.by, POWER, subject, on=self.on)

    def _of_receiver(self) -> set[str]:
        return {"assignee_other_office"} if self.receiver.office_id != self.giver.office_id else set()


class Passage(Protocol):
    """One item, its rows locked."""

    def still_held(self, giver_id: UUID) -> bool:
        """Whether it is in the giver's hands now that it is locked."""

    def ruling(self, to: Passing) -> Ruling:
        """The law's answer on this receiver."""

    def carry_out(self, to: Passing, ruling: Ruling) -> Entry:
        """Change the rows; what comes back writes the journal's entry, last in the transaction."""
