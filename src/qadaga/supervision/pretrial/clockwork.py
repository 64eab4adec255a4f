"""What time brings to an investigation: its term or a custody is about to end, and everybody hears it."""

from datetime import datetime, timedelta

from django.db import transaction

from qadaga.authority.alarms import services as alarms
from qadaga.authority.alarms.declared import raises
from qadaga.authority.alarms.selectors import running
from qadaga.common import clock
from qadaga.law.coverage import implements
from qadaga.matters.choices import TermState
from qadaga.matters.models import Term
from qadaga.supervision.pretrial.limits import limits
from qadaga.supervision.pretrial.models import Case, Party

DUTY, MOST = "duty.watch_terms", 1000


@implements("L.3.2")
@raises(DUTY)
def warn(now: datetime) -> str | None:
    """Begin the clock of every case whose term, or the custody of somebody in it, ends within the days.

    Once for each running term's last day: an alarm that was ended is not raised again on the same day.
    """
    last = clock.local(now).date() + timedelta(days=limits().warn_days)
    near = Term.objects.filter(state=TermState.RUNNING, due_on__lte=last)
    own = near.filter(subject_kind="investigation").values_list("subject_id", flat=True)[:MOST]
    people = near.filter(subject_kind="case_party").values_list("subject_id", flat=True)[:MOST]
    held = Party.objects.filter(id__in=list(people)).values_list("case_id", flat=True)
    known = set(running(DUTY).values_list("subject_id", flat=True))
    cases = Case.objects.filter(id__in={*own, *held} - known).select_related("office")
    begun = 0
    for case in cases:
        with transaction.atomic():
            begun += (
                alarms.begin(DUTY, subject=("investigation", case.id), office=case.office, at=now) is not None
            )
    return f"terms about to end: {begun}" if begun else None


JOBS = [warn]
