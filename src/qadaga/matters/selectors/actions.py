"""The actions panel: what I may do now with the matter, what I may not, and why, with the clause."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from qadaga import authority
from qadaga.authority.actor import Actor
from qadaga.law.model import Facts, Ruling, Subject
from qadaga.matters.models import Matter
from qadaga.matters.obstacles import closing_marks
from qadaga.matters.subject import subject_of
from qadaga.matters.transitions import MATTER, Table

MATTER_POWERS = (
    "matter.set_tasks",
    "matter.assign",
    "matter.declare_conflict",
    "measure.request",
    "measure.findings",
    "expertise.order",
    "check.require",
    "restriction.demand_lift",
    "right.other",
    "court.apply",
    "systems.consult",
    "inspection.draft",
    "matter.record_violation",
    "act.draft",
    "matter.record_protected",
    "matter.record_liability",
    "matter.record_result",
    "matter.attach",
    "matter.suspend",
    "matter.resume",
    "matter.close",
    "matter.call_up",
    "matter.move",
    "matter.tell_applicant",
    "matter.tell_office",
)


@dataclass(frozen=True, slots=True)
class Action:
    """A power on the record before us: the law's ruling, and whether the record's status leads anywhere by
    it. `facts` are what was ruled on, for whoever wants to see it step by step.
    """

    power: str
    ruling: Ruling
    possible: bool
    facts: Facts | None = None

    @property
    def allowed(self) -> bool:
        """Whether it can be done now."""
        return self.ruling.allowed and self.possible


def matter_actions(
    matter: Matter, actor: Actor, on: date, marks: Iterable[str] | None = None
) -> list[Action]:
    """A ruling for each power on a matter, in the order of the work.

    `marks` are those of its closing, where a card has read what they rest on already: it spares a question.
    """
    extra = closing_marks(matter) if marks is None else marks
    return judged(MATTER, MATTER_POWERS, subject_of(matter, actor, on, extra=extra), actor, on)


def judged(table: Table, powers: Iterable[str], subject: Subject, actor: Actor, on: date) -> list[Action]:
    """The powers ruled on, each with whether the table of moves leads on from the subject's status."""
    rulings = authority.actions(actor, powers, subject, on)
    return [
        Action(
            power,
            ruling,
            table.allows(subject.status or "", power),
            None if ruling.allowed else authority.question(actor, power, subject, on),
        )
        for power, ruling in rulings
    ]
