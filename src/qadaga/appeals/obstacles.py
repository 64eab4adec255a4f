"""What appeals say when the matter they are considered in is about to close."""

from collections.abc import Iterable

from django.db.models import QuerySet

from qadaga.appeals.kinds import OPEN
from qadaga.appeals.models import Appeal
from qadaga.matters.grounds import register as register_ground
from qadaga.matters.models import Matter
from qadaga.matters.obstacles import register_marks

UNANSWERED = "appeal_unanswered"


@register_marks
def closing_marks(matter: Matter) -> frozenset[str]:
    """The applicant is owed an outcome (APPC.76): an appeal without one keeps its matter open."""
    return marks_among(matter.appeals.only("status"))


def marks_among(appeals: Iterable[Appeal]) -> frozenset[str]:
    """The same of appeals already read."""
    return frozenset({UNANSWERED} if any(appeal.status in OPEN for appeal in appeals) else ())


@register_ground("appeal", "appeal_considered")
def appeal_considered(matter: Matter) -> QuerySet[Appeal]:
    """Appeals under consideration in the matter (O.8.5, O.8.6, O.8.7)."""
    return matter.appeals.filter(status__in=OPEN)
