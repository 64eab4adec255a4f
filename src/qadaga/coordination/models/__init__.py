"""Rows of coordination: councils with members; sessions with agenda, people, decisions, acts."""

from qadaga.coordination.models.absence import AbsenceMeasure
from qadaga.coordination.models.council import Council, CouncilMember
from qadaga.coordination.models.decision import Decision, DecisionReport, DecisionTerm, SessionAct
from qadaga.coordination.models.session import AgendaItem, Participant, Session

__all__ = [
    "AbsenceMeasure",
    "AgendaItem",
    "Council",
    "CouncilMember",
    "Decision",
    "DecisionReport",
    "DecisionTerm",
    "Participant",
    "Session",
    "SessionAct",
]
