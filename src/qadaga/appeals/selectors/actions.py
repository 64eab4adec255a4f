"""The actions panel of an appeal: what I may do now, what I may not, and why, with the clause."""

from datetime import date

from qadaga import authority
from qadaga.appeals.grounds import grounds_of
from qadaga.appeals.models import Appeal
from qadaga.appeals.subject import subject_of
from qadaga.appeals.transitions import APPEAL
from qadaga.authority.actor import Actor
from qadaga.law.model import Ruling, Subject
from qadaga.matters.selectors import Action

APPEAL_POWERS = (
    "matter.open",
    "matter.call_up",
    "appeal.forward",
    "appeal.decline",
    "appeal.draft_answer",
    "appeal.sign_answer",
    "appeal.send_answer",
    "appeal.prolong",
    "appeal.withdraw",
    "appeal.challenge",
    "appeal.request_materials",
    "appeal.correct",
    "appeal.annul",
)


def appeal_actions(appeal: Appeal, actor: Actor, on: date, subject: Subject | None = None) -> list[Action]:
    """A ruling for each power on an appeal, in the order of the work.

    Where the law asks for a ground, the most favourable of its grounds is ruled on: the form asks for one.
    """
    about = subject or subject_of(appeal, actor, on)
    return [Action(power, best(actor, power, about, on), _possible(about, power)) for power in APPEAL_POWERS]


def best(actor: Actor, power: str, subject: Subject, on: date) -> Ruling:
    """The ruling under the first ground that allows, else under the first ground."""
    rulings = [
        authority.may(actor, power, subject, on=on, ground=ground) for ground in grounds_of(power) or (None,)
    ]
    return next((ruling for ruling in rulings if ruling.allowed), rulings[0])


def _possible(subject: Subject, power: str) -> bool:
    return APPEAL.allows(subject.status or "", power)
