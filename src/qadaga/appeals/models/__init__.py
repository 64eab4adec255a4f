"""The rows of the appeals. Written by `appeals.services` only."""

from qadaga.appeals.models.answer import Answer
from qadaga.appeals.models.appeal import Appeal
from qadaga.appeals.models.applicant import Applicant
from qadaga.appeals.models.decision import Decision
from qadaga.appeals.models.forwarding import Forwarding
from qadaga.appeals.models.imports import ImportJob, ImportRow, ImportRun
from qadaga.appeals.models.materials import MaterialsRequest

__all__ = [
    "Answer",
    "Appeal",
    "Applicant",
    "Decision",
    "Forwarding",
    "ImportJob",
    "ImportRow",
    "ImportRun",
    "MaterialsRequest",
]
