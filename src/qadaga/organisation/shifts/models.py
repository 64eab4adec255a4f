"""A shift of a duty prosecutor: one at a time in an office (an exclusion constraint), then handed over."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from qadaga.authority.lists.indexes import family, leading
from qadaga.matters.models.base import Row, one_of, together

APPOINTMENT, OFFICE = "staff.Appointment", "offices.Office"


class ShiftStatus(models.TextChoices):
    """Whether the shift has been handed over."""

    SET = "set", _("Set")
    HANDED = "handed", _("Handed over")


class Shift(Row):
    """Who is on duty from `starts_at` to `ends_at` (exclusive); `happened` is written on the hand-over."""

    office = models.ForeignKey(OFFICE, models.PROTECT, related_name="+", db_index=False)
    region = models.ForeignKey(OFFICE, models.PROTECT, related_name="+", db_index=False)
    officer = models.ForeignKey(APPOINTMENT, models.PROTECT, related_name="+")
    day = models.DateField()
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField()
    status = models.CharField(max_length=6, choices=ShiftStatus.choices, default=ShiftStatus.SET)
    set_by = models.ForeignKey(APPOINTMENT, models.PROTECT, related_name="+", db_index=False)
    handed_at = models.DateTimeField(null=True)
    handed_to = models.ForeignKey(APPOINTMENT, models.PROTECT, null=True, related_name="+", db_index=False)
    happened = models.TextField(null=True)  # noqa: DJ001 - together with handed_at
    version = models.PositiveIntegerField(default=1)

    class Meta:
        constraints = [
            one_of("shift", "status", ShiftStatus.values),
            models.CheckConstraint(condition=Q(ends_at__gt=F("starts_at")), name="shift_period"),
            together("shift", "handed", "handed_at", "handed_to", "happened"),
            models.CheckConstraint(
                condition=Q(status="set", handed_at__isnull=True)
                | Q(status="handed", handed_at__gt=F("starts_at")),
                name="shift_handed_by_status",
            ),
        ]
        indexes = [
            *family("shift_day", "day", plain=True),
            leading("shift_by_officer", "officer", "day"),
        ]

    def __str__(self) -> str:
        return f"{self.officer_id} {self.starts_at}"
