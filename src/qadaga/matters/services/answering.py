"""A recorded violation waits for an act (O.8.d3, O.6.2): until which day, and what ends the wait."""

from datetime import date

from django.db.models import QuerySet

from qadaga.law import terms as law
from qadaga.law.coverage import implements
from qadaga.matters.models import Violation
from qadaga.workdays import selectors as workdays

RULE = "violation_respond"


@implements("O.8.d3")
def answer_by(found_on: date) -> date:
    """The day by which an act or a measure has to answer what was found on the day."""
    return law.due([law.Event("start", found_on)], RULE, workdays.current()).due


def answered(found: QuerySet[Violation]) -> None:
    """These wait no longer: an act names them, a measure or liability answers them, or their matter is over.

    Part of a ruled-on change of its caller, inside that change's transaction.
    """
    found.filter(answer_by__isnull=False).update(answer_by=None)
