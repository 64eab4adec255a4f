"""Inspections of one body that overlap, in whichever office: found before another begins (O.8.d4).

Of another office's inspection only its number, office and period are told; of one under a secrecy mark that
the reader may not read, only the office.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from django.db.models import BooleanField
from django.db.models.expressions import RawSQL

from qadaga.authority import barred
from qadaga.law.catalogue import load
from qadaga.law.coverage import implements
from qadaga.offices.models import Office
from qadaga.supervision.inspections.choices import RUNNING
from qadaga.supervision.inspections.models import Inspection

TERM = "inspection"


@dataclass(frozen=True, slots=True)
class Overlap:
    """An inspection under way of the same body: its number, office and period, and for the own office its
    ground. `secret`: of one under a mark nothing but the office may be told; its number is empty.
    """

    id: UUID
    number: str
    office: Office
    ground: str
    starts_on: date
    due_on: date
    secret: bool = False

    @property
    def office_id(self) -> UUID:
        """Whose inspection it is."""
        return self.office.id


def usual_end(starts_on: date) -> date:
    """About where an inspection that begins on the day ends: the term of law without days of rest."""
    return starts_on + timedelta(days=load().terms[TERM].length)


@implements("O.8.d4", "L.1.9")
def overlapping(
    body_id: UUID, starts_on: date, *, reader: UUID | None, but: UUID | None = None
) -> list[Overlap]:
    """Inspections of the body that are under way and share days with one that begins on the day.

    One past its last day goes on until it is finished. Asked across all offices, whoever asks: only what
    may be told of them is read.
    """
    rows = Inspection.objects.filter(body_id=body_id, status__in=RUNNING, starts_on__lte=usual_end(starts_on))
    rows = (rows.exclude(id=but) if but else rows).select_related("office").order_by("id")
    rows = rows.only("number_text", "office", "ground", "starts_on", "due_on").annotate(kept=_kept(reader))
    return [_told(row, bool(row.kept)) for row in rows]


def _kept(reader: UUID | None) -> RawSQL:
    """Whether the row is kept from the reader; nobody in particular (None) is kept from every marked one."""
    sql = barred.ids_sql("secret_inspection")
    text = f"inspections_inspection.id IN ({sql.replace(barred.READER, '%s')})"
    return RawSQL(text, [reader] * sql.count(barred.READER), output_field=BooleanField())  # noqa: S611 - ours, declared


def _told(row: Inspection, secret: bool) -> Overlap:
    number = "" if secret else row.number_text or ""
    ends = row.due_on or row.starts_on
    return Overlap(row.id, number, row.office, row.ground, row.starts_on, ends, secret)
