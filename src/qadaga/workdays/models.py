"""Rows of the working calendar: the years kept here, their days, and the recounts of terms that followed."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from qadaga.common.clock import now
from qadaga.common.ids import new_id


class DayKind(models.TextChoices):
    """What a row says of its days."""

    MOVED = "moved"
    REST = "rest"
    WORK = "work"


class State(models.Model):
    """One row: `token` is another one after each change, so that every process knows its copy is old."""

    id = models.PositiveSmallIntegerField(primary_key=True, default=1)
    token = models.UUIDField()

    class Meta:
        constraints = [models.CheckConstraint(condition=Q(id=1), name="workdays_one_state")]


class Year(models.Model):
    """A year kept here instead of the shipped table; `complete`: all its moved days are published."""

    year = models.PositiveSmallIntegerField(primary_key=True)
    complete = models.BooleanField(default=False)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(year__gte=2000, year__lt=2100), name="workdays_year_range")
        ]

    def __str__(self) -> str:
        return str(self.year)


class SpecialDay(models.Model):
    """A day off moved (`rest` is free, `worked` is worked for it), a day of rest declared, a holiday worked.

    `act` and `decided_on` are the number and the day of the decision it rests on.
    """

    year = models.ForeignKey(Year, models.CASCADE, related_name="days")
    kind = models.CharField(max_length=5, choices=DayKind.choices)
    rest = models.DateField(null=True, unique=True)
    worked = models.DateField(null=True, unique=True)
    name_ru = models.CharField(max_length=120, blank=True)
    name_kk = models.CharField(max_length=120, blank=True)
    act = models.CharField(max_length=60)
    decided_on = models.DateField(null=True)
    status = models.CharField(max_length=10, default="found")

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=(
                    Q(kind="moved", rest__isnull=False, worked__isnull=False)
                    | Q(kind="rest", rest__isnull=False, worked__isnull=True)
                    | Q(kind="work", rest__isnull=True, worked__isnull=False)
                ),
                name="workdays_day_by_kind",
            ),
            models.CheckConstraint(
                condition=Q(rest__isnull=True) | Q(worked__isnull=True) | ~Q(rest=models.F("worked")),
                name="workdays_day_two_days",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.rest or self.worked}"


class Recount(models.Model):
    """The open terms counted again after a change of the calendar: how far it has come.

    `first` and `last` are the days whose work changed; `ruling` is the law's answer the change rests on.
    `stuck` terms cannot be counted by the new table: they stay, and somebody has to look at them. `cursor` is
    the last term looked at, so that a killed worker's successor goes on where it stood.
    """

    STATES = ("waiting", "running", "done")

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    year = models.PositiveSmallIntegerField()
    first = models.DateField()
    last = models.DateField()
    person_id = models.UUIDField(null=True)
    appointment_id = models.UUIDField(null=True)
    office_id = models.UUIDField(null=True)
    ruling = models.JSONField()
    decided_on = models.DateField()
    state = models.CharField(max_length=8, default="waiting")
    expected = models.PositiveIntegerField(default=0)
    looked = models.PositiveIntegerField(default=0)
    moved = models.PositiveIntegerField(default=0)
    stuck = models.PositiveIntegerField(default=0)
    cursor = models.UUIDField(null=True)
    created_at = models.DateTimeField(default=now, editable=False)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(state__in=("waiting", "running", "done")), name="workdays_recount_state"
            ),
            models.CheckConstraint(condition=Q(last__gte=models.F("first")), name="workdays_recount_span"),
        ]

    def __str__(self) -> str:
        return f"{self.year} {self.state}"
