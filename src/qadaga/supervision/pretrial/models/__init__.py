"""Rows of the direction: the case, its people, and what was asked, decided and done in it."""

from qadaga.supervision.pretrial.models.case import Case, Party
from qadaga.supervision.pretrial.models.course import Cancellation, Entry, Instruction
from qadaga.supervision.pretrial.models.decided import Complaint, Prolongation, Sanction

__all__ = [
    "Cancellation",
    "Case",
    "Complaint",
    "Entry",
    "Instruction",
    "Party",
    "Prolongation",
    "Sanction",
]
