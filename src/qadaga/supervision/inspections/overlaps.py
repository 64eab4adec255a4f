"""Inspections of one body that overlap, in whichever office: found before another begins (O.8.d4).

Of another office's inspection only its number, office and period are told.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from qadaga.law.catalogue import load
from qadaga.law.coverage import implements
from qadaga.offices.models import Office
from qadaga.supervision.inspections.choices import InspectionStatus
from qadaga.supervision.inspections.models import Inspection

TERM = "inspection"


@dataclass(frozen=True, slots=True)
class Overlap:
    """An inspection under way of the same body: its number, office and period, and for the own office its
    ground.
    """

    id: UUID
    number: str
    office: Office
    ground: str
    starts_on: date
    due_on: date

    @property
    def office_id(self) -> UUID:
        """Whose inspection it is."""
        return self.office.id


def usual_end(starts_on: date) -> date:
    """About where an inspection that begins on the day ends: the term of law without days of rest."""
    return starts_on + timedelta(days=load().terms[TERM].length)


@implements("O.8.d4", "L.1.9")
def overlapping(body_id: UUID, starts_on: date, *, but: UUID | None = None) -> list[Overlap]:
    """Inspections of the body that are under way and share days with one that begins on the day.

    One past its last day goes on until it is finished. Asked across all offices, whoever asks: only what
    may be told of them is read.
    """
    rows = Inspection.objects.filter(
        body_id=body_id, status=InspectionStatus.OPENED, starts_on__lte=usual_end(starts_on)
    )
    rows = (rows.exclude(id=but) if but else rows).select_related("office").order_by("id")
    return [
        Overlap(
            row.id, row.number_text or "", row.office, row.ground, row.starts_on, row.due_on or row.starts_on
        )
        for row in rows.only("number_text", "office", "ground", "starts_on", "due_on")
    ]
