"""Rows of the direction: legal acts with editions, reviews and fate; analyses with what they rest on."""

from qadaga.supervision.legality.models.act import Edition, Fate, LegalAct, Reminder
from qadaga.supervision.legality.models.analysis import (
    Analysis,
    AnalysisFinding,
    AnalysisSource,
    Informed,
    Proposal,
)
from qadaga.supervision.legality.models.review import Checked, Contradiction, Review

__all__ = [
    "Analysis",
    "AnalysisFinding",
    "AnalysisSource",
    "Checked",
    "Contradiction",
    "Edition",
    "Fate",
    "Informed",
    "LegalAct",
    "Proposal",
    "Reminder",
    "Review",
]
