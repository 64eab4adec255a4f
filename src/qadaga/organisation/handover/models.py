"""A hand-over and each thing that passed by it."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from qadaga.common.clock import now
from qadaga.common.ids import new_id

APPOINTMENT = "staff.Appointment"


class Reason(models.TextChoices):
    """Why the work passes."""

    LEAVE = "leave", _("Leave or another absence")
    TRANSFER = "transfer", _("Transfer to another post")
    SECONDMENT = "secondment", _("Secondment")
    DISMISSAL = "dismissal", _("Dismissal")
    LOST = "lost", _("The officer has left without handing over")
    WORKLOAD = "workload", _("Balance of work")


class HandOver(models.Model):
    """One act by which open work of an officer passes to others (O.13.1, O.14.1)."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    created_at = models.DateTimeField(default=now, editable=False)
    giver = models.ForeignKey(APPOINTMENT, models.PROTECT, related_name="handed_over")
    office = models.ForeignKey("offices.Office", models.PROTECT, related_name="+")
    reason = models.CharField(max_length=12, choices=Reason.choices)
    note = models.CharField(max_length=300, blank=True)
    on = models.DateField()
    by = models.ForeignKey(APPOINTMENT, models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(reason__in=("leave", "transfer", "secondment", "dismissal", "lost", "workload")),
                name="handover_reason",
            )
        ]
        indexes = [models.Index(fields=["office", "on"], name="handover_by_office")]

    def __str__(self) -> str:
        return f"{self.giver_id} {self.on}"


class HandOverItem(models.Model):
    """One thing that passed (`items.Kind`). `name` is its number or heading on that day."""

    handover = models.ForeignKey(HandOver, models.PROTECT, related_name="items")
    kind = models.CharField(max_length=20)
    subject_id = models.UUIDField()
    name = models.CharField(max_length=300)
    receiver = models.ForeignKey(APPOINTMENT, models.PROTECT, related_name="taken_over")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["handover", "kind", "subject_id"], name="handover_item_once")
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.name}"
