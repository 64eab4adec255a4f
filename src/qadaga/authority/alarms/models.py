"""A duty that has to be fulfilled within minutes, and the offices that hear that it has not been yet."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from qadaga.common.ids import new_id

APPOINTMENT, OFFICE = "staff.Appointment", "offices.Office"


class Alarm(models.Model):
    """A duty of the catalogue owed on one subject since a moment; `due_at` is when its minutes are over.

    `escalated` counts the offices above that were called; the next one is called at `next_at`. `ended_power`
    names the power that fulfilled the duty; an alarm whose fact passed by itself has ended without one.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    duty = models.CharField(max_length=40)
    subject_kind = models.CharField(max_length=24)
    subject_id = models.UUIDField()
    office = models.ForeignKey(OFFICE, models.PROTECT, related_name="+")
    raised_at = models.DateTimeField()
    raised_by = models.ForeignKey(APPOINTMENT, models.PROTECT, null=True, related_name="+")
    due_at = models.DateTimeField()
    escalated = models.PositiveSmallIntegerField(default=0)
    next_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)
    ended_by = models.ForeignKey(APPOINTMENT, models.PROTECT, null=True, related_name="+")
    ended_power = models.CharField(max_length=40, default="", blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["duty", "subject_id"], condition=Q(ended_at__isnull=True), name="alarm_running_once"
            ),
            models.CheckConstraint(condition=Q(due_at__gt=F("raised_at")), name="alarm_due_after_raised"),
            models.CheckConstraint(
                condition=Q(ended_at__isnull=True, ended_by__isnull=True, ended_power="")
                | (Q(ended_at__gte=F("raised_at")) & (~Q(ended_power="") | Q(ended_by__isnull=True))),
                name="alarm_ended_whole",
            ),
            models.CheckConstraint(
                condition=Q(ended_at__isnull=True) | Q(next_at__isnull=True), name="alarm_ended_calls_nobody"
            ),
        ]
        indexes = [
            models.Index(fields=["next_at"], condition=Q(next_at__isnull=False), name="alarm_by_next"),
            models.Index(fields=["subject_id"], name="alarm_by_subject"),
        ]

    def __str__(self) -> str:
        return f"{self.duty} {self.raised_at}"


class Hearing(models.Model):
    """An office that hears the alarm: all its officers, or those who lead it only.

    `called_at` is when the office above was called because the minutes had passed; it may act itself.
    """

    alarm = models.ForeignKey(Alarm, models.CASCADE, related_name="hearings")
    office = models.ForeignKey(OFFICE, models.PROTECT, related_name="+", db_index=False)
    leaders_only = models.BooleanField()
    called_at = models.DateTimeField(null=True)
    running = models.BooleanField(default=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["alarm", "office"], name="hearing_once")]
        indexes = [models.Index(fields=["office"], condition=Q(running=True), name="hearing_running")]

    def __str__(self) -> str:
        return f"{self.alarm_id} {self.office_id}"
