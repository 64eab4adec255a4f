"""What time brings to an investigation: its term or a custody is about to end, and everybody hears it."""

from datetime import datetime

from qadaga.authority.alarms.declared import raises
from qadaga.law.coverage import implements
from qadaga.matters import ending
from qadaga.supervision.pretrial.limits import limits
from qadaga.supervision.pretrial.models import Case, Party

DUTY = "duty.watch_terms"


@implements("L.3.2")
@raises(DUTY)
def warn(now: datetime) -> str | None:
    """Begin the clock of every case whose term, or the custody of somebody in it, ends within the days."""
    days = limits().warn_days
    people = list(ending.near("case_party", now, days))
    held = Party.objects.filter(id__in=people).values_list("case_id", flat=True)
    own = ending.near("investigation", now, days)
    return ending.warn(DUTY, "investigation", Case.objects.all(), {*own, *held}, now)


JOBS = [warn]
