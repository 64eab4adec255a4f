"""Rows of court work."""

from qadaga.court.models.case import Accused, Case
from qadaga.court.models.course import Conflict, Hearing, Judgment, Paper, Verdict
from qadaga.court.models.review import Review

__all__ = ["Accused", "Case", "Conflict", "Hearing", "Judgment", "Paper", "Review", "Verdict"]
