"""Rows that hold for a period: half-open, the end day excluded, an empty end meaning "until changed"."""

from __future__ import annotations

from datetime import date
from typing import Self, TypeVar

from django.db import models
from django.db.models import F, Q


def in_force(on: date, prefix: str = "") -> Q:
    """The condition "holds on the day `on`"; `prefix` reaches through a relation ("office__")."""
    started = Q(**{f"{prefix}starts_on__lte": on})
    not_ended = Q(**{f"{prefix}ends_on__isnull": True}) | Q(**{f"{prefix}ends_on__gt": on})
    return started & not_ended


M = TypeVar("M", bound=models.Model)


class DatedQuerySet(models.QuerySet[M]):
    """Adds the questions every dated table is asked."""

    def on(self, day: date) -> Self:
        """Rows in force on the day."""
        return self.filter(in_force(day))

    def overlapping(self, starts_on: date, ends_on: date | None) -> Self:
        """Rows whose period shares at least one day with [starts_on, ends_on)."""
        rows = self.filter(Q(ends_on__isnull=True) | Q(ends_on__gt=starts_on))
        return rows if ends_on is None else rows.filter(starts_on__lt=ends_on)


class Dated(models.Model):
    """A period and the order it rests on (O.4, O.5)."""

    starts_on = models.DateField()
    ends_on = models.DateField(null=True, blank=True)
    ground = models.CharField(max_length=300, blank=True)

    objects = DatedQuerySet.as_manager()

    class Meta:
        abstract = True
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_on__isnull=True) | Q(ends_on__gt=F("starts_on")),
                name="%(app_label)s_%(class)s_period",
            )
        ]

    def holds(self, on: date) -> bool:
        """Whether the row is in force on the day."""
        return self.starts_on <= on and (self.ends_on is None or on < self.ends_on)
