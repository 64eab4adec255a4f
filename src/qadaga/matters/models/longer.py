"""A longer term of one's own work: asked of the office above, decided there, then applied (L.1.2)."""

from django.db import models
from django.db.models import Q

from qadaga.matters.choices import ProlongGround
from qadaga.matters.models.base import filled, not_before, one_of, together

APPOINTMENT = "staff.Appointment"


class AskedLonger(models.Model):
    """Until when, on which ground and why; what was decided, and since when the term is longer.

    Who inherits adds the key to the work, which the unique constraint of `asked_longer` names.
    """

    ground = models.CharField(max_length=24, choices=ProlongGround.choices)
    reason = models.TextField()
    until = models.DateField()
    asked_on = models.DateField()
    asked_by = models.ForeignKey(APPOINTMENT, on_delete=models.PROTECT, related_name="+")
    agreed = models.BooleanField(null=True)
    decision = models.TextField(null=True)  # noqa: DJ001 - a pair with its day
    decided_on = models.DateField(null=True)
    decided_by = models.ForeignKey(APPOINTMENT, null=True, on_delete=models.PROTECT, related_name="+")
    applied_on = models.DateField(null=True)
    applied_by = models.ForeignKey(APPOINTMENT, null=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return f"{self.asked_on} → {self.until}"


def asked_longer(table: str, of: str) -> list[models.BaseConstraint]:
    """A ground and a reason, whole decisions, one open wish of each work, nothing refused is applied."""
    return [
        one_of(table, "ground", ProlongGround.values),
        *filled(table, "reason"),
        together(table, "decided", "agreed", "decision", "decided_on", "decided_by"),
        together(table, "applied", "applied_on", "applied_by"),
        models.UniqueConstraint(
            fields=[of],
            condition=Q(decided_on__isnull=True) | Q(agreed=True, applied_on__isnull=True),
            name=f"{table}_one_open",
        ),
        not_before(table, "decided_on", "asked_on"),
        models.CheckConstraint(
            condition=Q(applied_on__isnull=True) | ~Q(agreed=False),
            name=f"{table}_refused_not_applied",
        ),
    ]
