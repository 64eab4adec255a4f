"""Papers that the body of a case follows: not delivered yet, open to a report, silent after their term.

Each is asked of a case that the reader has found already.
"""

from datetime import date
from typing import Any

from django.db.models import Q

from qadaga.database.together import together
from qadaga.supervision.pretrial.choices import AWAITED, InstructionStatus
from qadaga.supervision.pretrial.models import Cancellation, Case, Instruction


def undelivered(case: Case) -> list[Any]:
    """Instructions and cancellations of the case whose delivery is not recorded yet. One query."""
    return _followed(Q(case=case, served_on=None))


def overdue(case: Case, on: date) -> list[Any]:
    """Delivered instructions and cancellations of the case on which no report came in their term."""
    late = Q(case=case, status=InstructionStatus.ISSUED, due_on__lt=on, served_on__isnull=False)
    return _followed(late)


def reportable(case: Case) -> list[Any]:
    """Instructions and cancellations of the case that a report may still come on."""
    return _followed(Q(case=case, status__in=AWAITED))


def _followed(which: Q) -> list[Any]:
    found = together(
        instructions=Instruction.objects.filter(which).order_by("id"),
        cancellations=Cancellation.objects.filter(which).order_by("id"),
    )
    return [row for rows in found.values() for row in rows]
