"""An inspection stood still: since when, why, how the inspected was told; when it went on (O.8.4)."""

from django.db import models
from django.db.models import Q

from qadaga.matters.models.base import Row, filled, not_before, one_of, together
from qadaga.supervision.inspections.choices import PauseGround
from qadaga.supervision.inspections.models.inspection import APPOINTMENT, FILE, Inspection


class Pause(Row):
    """One suspension with its printed notice, and the resumption with its own."""

    inspection = models.ForeignKey(Inspection, on_delete=models.PROTECT, related_name="pauses")
    ground = models.CharField(max_length=24, choices=PauseGround.choices)
    reason = models.TextField()
    starts_on = models.DateField()
    by = models.ForeignKey(APPOINTMENT, on_delete=models.PROTECT, related_name="+")
    told_how = models.CharField(max_length=200)
    notice = models.ForeignKey(FILE, on_delete=models.PROTECT, related_name="+")
    ends_on = models.DateField(null=True)
    resumed_why = models.TextField(null=True)  # noqa: DJ001 - together with ends_on
    resumed_by = models.ForeignKey(APPOINTMENT, null=True, on_delete=models.PROTECT, related_name="+")
    resumed_told = models.CharField(max_length=200, null=True)  # noqa: DJ001 - together with ends_on
    resumed_notice = models.ForeignKey(FILE, null=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            one_of("pause", "ground", PauseGround.values),
            *filled("pause", "reason", "told_how"),
            together(
                "pause",
                "resumed",
                "ends_on",
                "resumed_why",
                "resumed_by",
                "resumed_told",
                "resumed_notice",
            ),
            models.UniqueConstraint(
                fields=["inspection"], condition=Q(ends_on__isnull=True), name="pause_one_open"
            ),
            not_before("pause", "ends_on", "starts_on"),
        ]

    def __str__(self) -> str:
        return str(self.starts_on)
