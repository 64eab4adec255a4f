"""What was decided on a term that an addressee has, why, and when the addressee was told."""

from django.db import models
from django.db.models import Q

from qadaga.acts.choices import TermChangeKind
from qadaga.acts.models.act import APPOINTMENT, Act
from qadaga.acts.models.measure import Measure
from qadaga.matters.choices import ServingWay
from qadaga.matters.models.base import Row, filled, not_before, one_of, together


class TermChange(Row):
    """A decision on the term of an act or of a request: prolonged to a day, suspended, runs again.

    The term itself is computed from its own events; this row is the decision and its announcement.
    """

    act = models.ForeignKey(Act, null=True, on_delete=models.PROTECT, related_name="term_changes")
    measure = models.ForeignKey(Measure, null=True, on_delete=models.PROTECT, related_name="term_changes")
    kind = models.CharField(max_length=8, choices=TermChangeKind.choices)
    until = models.DateField(null=True)
    reason = models.TextField()
    decided_on = models.DateField()
    by = models.ForeignKey(APPOINTMENT, on_delete=models.PROTECT, related_name="+")
    told_on = models.DateField(null=True)
    told_way = models.CharField(max_length=12, choices=ServingWay.choices, null=True)  # noqa: DJ001 - a group
    told_by = models.ForeignKey(APPOINTMENT, null=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            one_of("termchange", "kind", TermChangeKind.values),
            *filled("termchange", "reason"),
            models.CheckConstraint(
                condition=Q(act__isnull=False, measure__isnull=True)
                | Q(act__isnull=True, measure__isnull=False),
                name="termchange_of_one",
            ),
            models.CheckConstraint(
                condition=Q(kind="prolong", until__isnull=False)
                | (~Q(kind="prolong") & Q(until__isnull=True)),
                name="termchange_until",
            ),
            together("termchange", "told", "told_on", "told_way", "told_by"),
            not_before("termchange", "told_on", "decided_on"),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.decided_on}"
