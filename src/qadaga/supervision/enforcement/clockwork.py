"""What time brings to a check of a bailiff: its term is about to end, and everybody hears it (L.3.5)."""

from datetime import datetime

from qadaga.authority.alarms.declared import raises
from qadaga.law.coverage import implements
from qadaga.matters import ending
from qadaga.supervision.enforcement.choices import DUTY
from qadaga.supervision.enforcement.models import Writ
from qadaga.supervision.enforcement.subject import WRITS

# How early it is told: a choice of this product, no figure of law.
DAYS = 3


@implements("L.3.5")
@raises(DUTY)
def warn(now: datetime) -> str | None:
    """Begin the clock of every writ on which the term of a check ends within the days."""
    return ending.warn(DUTY, WRITS.kind, Writ.objects.all(), ending.near(WRITS.kind, now, DAYS), now)


JOBS = [warn]
