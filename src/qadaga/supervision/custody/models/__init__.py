"""Rows of the direction: places, visits with their answers, people found and the resolutions about them."""

from qadaga.supervision.custody.models.complaint import Complaint
from qadaga.supervision.custody.models.evidence import Evidence
from qadaga.supervision.custody.models.held import HeldPerson, Resolution
from qadaga.supervision.custody.models.place import Place
from qadaga.supervision.custody.models.replanned import Replanned
from qadaga.supervision.custody.models.said import Said
from qadaga.supervision.custody.models.visit import Answer, Talk, Visit

__all__ = [
    "Answer",
    "Complaint",
    "Evidence",
    "HeldPerson",
    "Place",
    "Replanned",
    "Resolution",
    "Said",
    "Talk",
    "Visit",
]
