"""Rows of the case file."""

from qadaga.matters.models.body import Body
from qadaga.matters.models.links import Attachment, CalledUp, ComplainedOf, ConflictDeclaration, OfficeTold
from qadaga.matters.models.matter import Matter, MatterMove
from qadaga.matters.models.results import Liability, MatterResult, ProtectedPerson, Recovery, Violation
from qadaga.matters.models.terms import Term, TermEvent

__all__ = [
    "Attachment",
    "Body",
    "CalledUp",
    "ComplainedOf",
    "ConflictDeclaration",
    "Liability",
    "Matter",
    "MatterMove",
    "MatterResult",
    "OfficeTold",
    "ProtectedPerson",
    "Recovery",
    "Term",
    "TermEvent",
    "Violation",
]
