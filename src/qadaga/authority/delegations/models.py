"""A power passed from an office to one below it, by an order, for a time, and withdrawn."""

from __future__ import annotations

from datetime import date

from django.db import models
from django.db.models import F, Q

from qadaga.common.clock import now
from qadaga.common.ids import new_id

OFFICE = "offices.Office"
APPOINTMENT = "staff.Appointment"


class Delegation(models.Model):
    """The power `power` of the catalogue, passed from `given_by` to `given_to`, never without its last day.

    `order_id` is the order that gave it, `ends_on` the first day on which it no longer holds, `withdrawn_on`
    the day from which it was taken back: then it holds up to the earlier of both.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    created_at = models.DateTimeField(default=now, editable=False)
    power = models.CharField(max_length=60)
    given_by = models.ForeignKey(OFFICE, models.PROTECT, related_name="powers_given")
    given_to = models.ForeignKey(OFFICE, models.PROTECT, related_name="powers_passed", db_index=False)
    starts_on = models.DateField()
    ends_on = models.DateField()
    order_id = models.UUIDField()
    ground = models.CharField(max_length=300)
    by = models.ForeignKey(APPOINTMENT, models.PROTECT, related_name="+")
    withdrawn_on = models.DateField(null=True)
    withdrawn_by = models.ForeignKey(APPOINTMENT, models.PROTECT, null=True, related_name="+")
    withdrawn_ground = models.CharField(max_length=300, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(ends_on__gt=F("starts_on")), name="delegation_period"),
            models.CheckConstraint(condition=~Q(given_by=F("given_to")), name="delegation_to_another"),
            models.CheckConstraint(
                condition=Q(withdrawn_on__isnull=True, withdrawn_by__isnull=True, withdrawn_ground="")
                | (Q(withdrawn_on__isnull=False, withdrawn_by__isnull=False) & ~Q(withdrawn_ground="")),
                name="delegation_withdrawn_whole",
            ),
        ]
        indexes = [models.Index(fields=["given_to", "power"], name="delegation_by_office")]

    def __str__(self) -> str:
        return f"{self.power} {self.starts_on}"

    @property
    def last(self) -> date:
        """The first day on which it holds no longer."""
        return self.ends_on if self.withdrawn_on is None else min(self.ends_on, self.withdrawn_on)

    def holds(self, on: date) -> bool:
        """Whether it holds on the day."""
        return self.starts_on <= on < self.last
