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


class PlannedChange(models.Model):
    """A change of the structure decided for a later day, with the rows it wrote, until then or called off.

    `action` is the word of the journal. Who calls off, when, and by which order stand together or not at all.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    action = models.CharField(max_length=40)
    offices = models.ManyToManyField("offices.Office", related_name="planned_changes")
    starts_on = models.DateField()
    ground = models.CharField(max_length=300, blank=True)
    decided_on = models.DateField()
    decided_by = models.ForeignKey("staff.Appointment", models.PROTECT, related_name="+")
    called_off_on = models.DateField(null=True)
    called_off_by = models.ForeignKey("staff.Appointment", models.PROTECT, related_name="+", null=True)
    called_off_ground = models.CharField(max_length=300, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(starts_on__gt=F("decided_on")), name="plannedchange_for_a_later_day"
            ),
            models.CheckConstraint(
                condition=Q(called_off_on__isnull=True, called_off_by__isnull=True, called_off_ground="")
                | (
                    Q(called_off_by__isnull=False, called_off_on__lt=F("starts_on"))
                    & ~Q(called_off_ground="")
                ),
                name="plannedchange_called_off_whole",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.action} {self.starts_on}"


class PlannedRow(models.Model):
    """A row that a planned change added, or whose last day it set: what they were before."""

    change = models.ForeignKey(PlannedChange, models.CASCADE, related_name="rows")
    table = models.CharField(max_length=40)
    row = models.CharField(max_length=40)
    added = models.BooleanField()
    ended_before = models.DateField(null=True)
    ground_before = models.CharField(max_length=300, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["change", "table", "row"], name="plannedrow_once"),
            models.CheckConstraint(
                condition=Q(added=False) | Q(ended_before__isnull=True, ground_before=""),
                name="plannedrow_added_or_ended",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.table} {self.row}"
