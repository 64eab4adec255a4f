"""The actions panel of an appeal: what I may do now, what I may not, and why, with the clause."""

from datetime import date

from qadaga import authority
from qadaga.appeals.models import Appeal
from qadaga.appeals.subject import challenged_subject, shown_subject
from qadaga.appeals.transitions import APPEAL
from qadaga.authority.actor import Actor
from qadaga.matters.gather import Gathered
from qadaga.matters.selectors import Action
from qadaga.matters.selectors.actions import judged

CALL_UP = "matter.call_up"
APPEAL_POWERS = (
    "matter.open",
    "appeal.forward",
    "appeal.decline",
    "explanation.summon",
    "explanation.record",
    "appeal.draft_answer",
    "appeal.sign_answer",
    "appeal.send_answer",
    "appeal.prolong",
    "appeal.withdraw",
    "trust.record",
    "appeal.challenge",
    "appeal.request_materials",
    "appeal.decide_materials",
    "appeal.show_materials",
    "matter.attach",
    "appeal.correct",
    "appeal.annul",
)


def appeal_actions(appeal: Appeal, parts: Gathered, actor: Actor, on: date) -> list[Action]:
    """A ruling for each power on an appeal, in the order of the work.

    Where the law asks for a ground, the first it names is ruled on: the form asks for one.
    """
    about = shown_subject(appeal, parts, actor, on)
    found = judged(APPEAL, APPEAL_POWERS, about, actor, on)
    challenged = challenged_subject(appeal, actor, on)
    if challenged is not None:
        ruling = authority.offered(actor, CALL_UP, challenged, on)
        found.append(Action(CALL_UP, ruling, APPEAL.allows(appeal.status, CALL_UP)))
    return found
