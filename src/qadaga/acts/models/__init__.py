"""Rows of acts and measures."""

from qadaga.acts.models.act import Act, ActMove, ActRemark, ActVersion, ProtestedAct
from qadaga.acts.models.course import ActReply, ActService, CourtDecision, Escalation, Removal, Suspension
from qadaga.acts.models.measure import Measure
from qadaga.acts.models.ordered import Ordered, Reminder
from qadaga.acts.models.terms import TermChange
from qadaga.acts.models.word import WordCopy

__all__ = [
    "Act",
    "ActMove",
    "ActRemark",
    "ActReply",
    "ActService",
    "ActVersion",
    "CourtDecision",
    "Escalation",
    "Measure",
    "Ordered",
    "ProtestedAct",
    "Reminder",
    "Removal",
    "Suspension",
    "TermChange",
    "WordCopy",
]
