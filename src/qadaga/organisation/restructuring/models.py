"""What is to be handed over from one office to another on a day, and how far that got."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from qadaga.common.ids import new_id


class Handover(models.Model):
    """The work of `office` passes to `to_office` on a day, or its rows to another region.

    `moved` counts the rows done, by table. Unfinished rows are taken up again by the clockwork; a batch that
    was done is not done twice, for the rows themselves say where they are.
    """

    KINDS = ("succession", "region")

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    kind = models.CharField(max_length=12)
    office = models.ForeignKey("offices.Office", models.PROTECT, related_name="+")
    to_office = models.ForeignKey("offices.Office", models.PROTECT, related_name="+")
    starts_on = models.DateField()
    decided_on = models.DateField()
    decided_by = models.ForeignKey("staff.Appointment", models.PROTECT, related_name="+", null=True)
    ground = models.CharField(max_length=300, blank=True)
    moved = models.JSONField(default=dict)
    finished_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(kind__in=("succession", "region")), name="handover_kind"),
            models.CheckConstraint(condition=~Q(office=F("to_office")), name="handover_to_another"),
            models.UniqueConstraint(
                fields=["office", "kind"], condition=Q(finished_at__isnull=True), name="handover_one_open"
            ),
        ]
        indexes = [
            models.Index(fields=["starts_on"], condition=Q(finished_at__isnull=True), name="handover_waiting")
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.office_id} → {self.to_office_id}"

    @property
    def rows(self) -> int:
        """How many rows have been handed over so far."""
        return sum(self.moved.values())
