"""The actions panel of an appeal: what I may do now, what I may not, and why, with the clause."""

from datetime import date

from qadaga.appeals.models import Appeal
from qadaga.appeals.subject import subject_of
from qadaga.appeals.transitions import APPEAL
from qadaga.authority.actor import Actor
from qadaga.law.model import Subject
from qadaga.matters.selectors import Action
from qadaga.matters.selectors.actions import judged

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

    Where the law asks for a ground, the first it names is ruled on: the form asks for one.
    """
    return judged(APPEAL, APPEAL_POWERS, subject or subject_of(appeal, actor, on), actor, on)
