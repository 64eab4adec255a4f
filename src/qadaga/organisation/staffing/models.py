"""The limit of an office's staff, and the table of posts within it; both hold for a period, by an order."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from qadaga.common.ids import new_id
from qadaga.offices.dated import Dated

OFFICE, UNIT, ORDER = "offices.Office", "offices.Unit", "orders.Order"


class StaffLimit(Dated):
    """How many positions an office may have (O.5)."""

    office = models.ForeignKey(OFFICE, models.PROTECT, related_name="staff_limits")
    positions = models.PositiveIntegerField()
    order = models.ForeignKey(ORDER, models.PROTECT, related_name="+", null=True)


class StaffingTable(Dated):
    """One version of an office's staffing table; its lines say which posts it has (O.5)."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    office = models.ForeignKey(OFFICE, models.PROTECT, related_name="staffing_tables")
    version = models.PositiveIntegerField()
    order = models.ForeignKey(ORDER, models.PROTECT, related_name="+", null=True)

    class Meta(Dated.Meta):
        abstract = False
        constraints = [
            *Dated.Meta.constraints,
            models.UniqueConstraint(fields=["office", "version"], name="staffing_table_version_once"),
        ]


class StaffingLine(models.Model):
    """So many positions of a post in a unit, or outside any; `rate` is the part of a full position."""

    table = models.ForeignKey(StaffingTable, models.CASCADE, related_name="lines")
    unit = models.ForeignKey(UNIT, models.PROTECT, related_name="+", null=True)
    post = models.CharField(max_length=40)
    officer = models.BooleanField()
    positions = models.PositiveIntegerField()
    rate = models.DecimalField(max_digits=3, decimal_places=2, default=1)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(positions__gte=1), name="staffing_line_positions"),
            models.CheckConstraint(condition=Q(rate__gt=0, rate__lte=1), name="staffing_line_rate"),
            models.UniqueConstraint(
                fields=["table", "unit", "post", "officer"], nulls_distinct=False, name="staffing_line_once"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.post}: {self.positions}"
