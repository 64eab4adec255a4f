"""Rows of the counts: all of them can be made again from the journal."""

from uuid import UUID

from django.db import models
from django.db.models import Q

NATION = UUID(int=0)


class Use(models.Model):
    """How often a record of the law was used in a unit in a month.

    `unit` is an office, or a region, or NATION: each use is added to all three, so that a sum for any scope
    reads as few rows as one for a district. `month` is its first day.
    """

    section = models.CharField(max_length=20)
    record = models.CharField(max_length=60)
    unit = models.UUIDField()
    month = models.DateField()
    times = models.PositiveBigIntegerField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["unit", "section", "record", "month"], name="use_once"),
            models.CheckConstraint(condition=Q(month__day=1), name="use_month_first_day"),
        ]

    def __str__(self) -> str:
        return f"{self.section}:{self.record} {self.month} {self.times}"


class Counted(models.Model):
    """Up to which entry an office's journal was counted."""

    office_id = models.UUIDField(primary_key=True)
    seq = models.PositiveBigIntegerField()

    class Meta:
        constraints = [models.CheckConstraint(condition=Q(seq__gt=0), name="counted_something")]

    def __str__(self) -> str:
        return f"{self.office_id} {self.seq}"


class AsOf(models.Model):
    """When the counts were last complete: one row."""

    id = models.PositiveSmallIntegerField(primary_key=True, default=1)
    at = models.DateTimeField()

    class Meta:
        constraints = [models.CheckConstraint(condition=Q(id=1), name="asof_one_row")]

    def __str__(self) -> str:
        return str(self.at)
