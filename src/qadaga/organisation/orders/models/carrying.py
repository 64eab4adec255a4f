"""How an order is carried out: its points with executors and terms, reports, and what it did (O.P3)."""

from django.db import models
from django.db.models import Q

from qadaga.matters.models.base import Row, filled, not_before, together
from qadaga.organisation.orders.models.order import APPOINTMENT, Order


class OrderPoint(Row):
    """A point of the order under control: what, by whom, until when (the last day), done when.

    One that was cancelled instead has the reason in `cancelled_for`: it is off control from `done_on` too.
    """

    order = models.ForeignKey(Order, on_delete=models.PROTECT, related_name="points")
    no = models.PositiveSmallIntegerField()
    what = models.CharField(max_length=1000)
    executor = models.ForeignKey(APPOINTMENT, on_delete=models.PROTECT, related_name="+", db_index=False)
    set_on = models.DateField()
    due_on = models.DateField()
    done_on = models.DateField(null=True)
    done_by = models.ForeignKey(
        APPOINTMENT, null=True, on_delete=models.PROTECT, related_name="+", db_index=False
    )

    cancelled_for = models.CharField(max_length=1000, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["order", "no"], name="orderpoint_order"),
            models.CheckConstraint(
                condition=Q(cancelled_for="") | Q(done_on__isnull=False), name="orderpoint_cancelled_is_off"
            ),
            *filled("orderpoint", "what"),
            together("orderpoint", "done", "done_on", "done_by"),
            not_before("orderpoint", "due_on", "set_on"),
            not_before("orderpoint", "done_on", "set_on"),
        ]
        indexes = [
            models.Index(
                fields=["executor", "due_on"], name="orderpoint_open", condition=Q(done_on__isnull=True)
            )
        ]

    def __str__(self) -> str:
        return f"{self.order_id}.{self.no}"


class PointTerm(Row):
    """The term of a point set anew: until when it was, until when it is, why."""

    order = models.ForeignKey(Order, on_delete=models.PROTECT, related_name="point_terms")
    point = models.ForeignKey(OrderPoint, on_delete=models.PROTECT, related_name="terms")
    was = models.DateField()
    until = models.DateField()
    reason = models.CharField(max_length=1000)
    on = models.DateField()
    by = models.ForeignKey(APPOINTMENT, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            *filled("pointterm", "reason"),
            models.CheckConstraint(condition=Q(until__gt=models.F("was")), name="pointterm_longer"),
        ]

    def __str__(self) -> str:
        return f"{self.point_id} {self.until}"


class PointReport(Row):
    """What an executor reported on a point."""

    order = models.ForeignKey(Order, on_delete=models.PROTECT, related_name="reports")
    point = models.ForeignKey(OrderPoint, on_delete=models.PROTECT, related_name="reports")
    text = models.TextField()
    on = models.DateField()
    by = models.ForeignKey(APPOINTMENT, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = filled("pointreport", "text")

    def __str__(self) -> str:
        return f"{self.point_id} {self.on}"


class OrderEffect(Row):
    """What an order did: an appointment made, an office renamed, a staffing table set, duties laid."""

    order = models.ForeignKey(Order, on_delete=models.PROTECT, related_name="effects")
    what = models.CharField(max_length=40)
    subject_kind = models.CharField(max_length=40)
    subject_id = models.UUIDField()
    starts_on = models.DateField()
    on = models.DateField()
    by = models.ForeignKey(APPOINTMENT, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = filled("ordereffect", "what", "subject_kind")
        indexes = [models.Index(fields=["subject_kind", "subject_id"], name="ordereffect_by_subject")]

    def __str__(self) -> str:
        return f"{self.what} {self.subject_id}"
