"""Who has to know an order, and since when they do (O.P4)."""

from django.db import models
from django.db.models import Q

from qadaga.matters.models.base import Row, together
from qadaga.organisation.orders.choices import FamiliarWay
from qadaga.organisation.orders.models.order import APPOINTMENT, Order


class OrderAddressee(Row):
    """One person whom the order is made known to; `familiar_on` once they are."""

    order = models.ForeignKey(Order, on_delete=models.PROTECT, related_name="addressees")
    appointment = models.ForeignKey(APPOINTMENT, on_delete=models.PROTECT, related_name="+", db_index=False)
    familiar_on = models.DateField(null=True)
    way = models.CharField(max_length=5, choices=FamiliarWay.choices, null=True)  # noqa: DJ001 - a group
    recorded_by = models.ForeignKey(
        APPOINTMENT, null=True, on_delete=models.PROTECT, related_name="+", db_index=False
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["order", "appointment"], name="orderaddressee_once"),
            together("orderaddressee", "familiar", "familiar_on", "way", "recorded_by"),
            models.CheckConstraint(
                condition=Q(way__isnull=True) | Q(way__in=sorted(FamiliarWay.values)),
                name="orderaddressee_way_known",
            ),
        ]
        indexes = [
            models.Index(
                fields=["appointment"],
                name="orderaddressee_waiting",
                condition=Q(familiar_on__isnull=True),
            )
        ]

    def __str__(self) -> str:
        return f"{self.order_id} {self.appointment_id}"
