"""The rows of inspections."""

from qadaga.supervision.inspections.models.documents import TakenDocument
from qadaga.supervision.inspections.models.inspection import (
    Inspection,
    InspectionMove,
    InspectionOfficer,
    Prolongation,
)
from qadaga.supervision.inspections.models.pause import Pause
from qadaga.supervision.inspections.models.people import (
    Complaint,
    OtherOfficers,
    Specialist,
    Summons,
    Visit,
)
from qadaga.supervision.inspections.models.told import InspectionTold

__all__ = [
    "Complaint",
    "Inspection",
    "InspectionMove",
    "InspectionOfficer",
    "InspectionTold",
    "OtherOfficers",
    "Pause",
    "Prolongation",
    "Specialist",
    "Summons",
    "TakenDocument",
    "Visit",
]
