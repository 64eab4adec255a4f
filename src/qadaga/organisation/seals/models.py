"""Rows of seals, stamps and blanks with what happened to each, and of the symbols of the service."""

from django.db import models
from django.db.models import Q

from qadaga.authority.lists.indexes import family, leading
from qadaga.matters.models.base import Row, filled, one_of
from qadaga.offices.dated import Dated
from qadaga.organisation.seals.choices import SealKind, SealStatus, SymbolKind

APPOINTMENT = "staff.Appointment"
OFFICE = "offices.Office"
ORDER = "orders.Order"


class Seal(Row):
    """A seal, a stamp or a run of blanks; `mark` tells it from the others, `due_on` is the next inventory.

    `offered` is to whom the holder hands it over; it changes hands when that person takes it.
    """

    kind = models.CharField(max_length=8, choices=SealKind.choices)
    office = models.ForeignKey(OFFICE, on_delete=models.PROTECT, related_name="+", db_index=False)
    region = models.ForeignKey(OFFICE, on_delete=models.PROTECT, related_name="+", db_index=False)
    mark = models.CharField(max_length=100)
    name_kk = models.CharField(max_length=300)
    status = models.CharField(max_length=10, choices=SealStatus.choices)
    version = models.PositiveIntegerField(default=1)
    registered_on = models.DateField()
    holder = models.ForeignKey(APPOINTMENT, on_delete=models.PROTECT, related_name="+", db_index=False)
    offered = models.ForeignKey(
        APPOINTMENT, null=True, on_delete=models.PROTECT, related_name="+", db_index=False
    )
    due_on = models.DateField(null=True)
    order = models.ForeignKey(ORDER, null=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            one_of("seal", "kind", SealKind.values),
            one_of("seal", "status", SealStatus.values),
            *filled("seal", "mark", "name_kk"),
            models.UniqueConstraint(fields=["office", "kind", "mark"], name="seal_mark_once"),
            models.CheckConstraint(
                condition=Q(offered__isnull=True) | Q(status="held"), name="seal_offered_while_held"
            ),
            models.CheckConstraint(
                condition=~Q(status="destroyed") | Q(order__isnull=False), name="seal_destroyed_by_order"
            ),
        ]
        indexes = [
            *family("seal_since", "registered_on", plain=True),
            *family("seal_due", "due_on", partial=True),
            leading("seal_by_holder", "holder", "registered_on"),
            leading("seal_offered", "offered", "registered_on", nullable=True),
        ]

    def __str__(self) -> str:
        return self.mark


class SealEvent(Row):
    """One thing that happened to a seal: by which power, who, when, in whose hands it then was."""

    seal = models.ForeignKey(Seal, on_delete=models.PROTECT, related_name="events")
    power = models.CharField(max_length=40)
    on = models.DateField()
    by = models.ForeignKey(APPOINTMENT, on_delete=models.PROTECT, related_name="+")
    holder = models.ForeignKey(APPOINTMENT, on_delete=models.PROTECT, related_name="+")
    note = models.TextField(default="", blank=True)
    order = models.ForeignKey(ORDER, null=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = filled("sealevent", "power")

    def __str__(self) -> str:
        return f"{self.power} {self.on}"


class Symbol(Dated):
    """A symbol of the service as an act of the President describes it, for the time it holds (L.1.7)."""

    kind = models.CharField(max_length=8, choices=SymbolKind.choices)
    name_ru = models.CharField(max_length=300)
    name_kk = models.CharField(max_length=300)
    description = models.TextField()
    act_title = models.CharField(max_length=300)
    act_number = models.CharField(max_length=60)
    act_on = models.DateField()
    status = models.CharField(max_length=12, default="unverified")

    class Meta(Dated.Meta):
        abstract = False
        constraints = [
            *Dated.Meta.constraints,
            one_of("symbol", "kind", SymbolKind.values),
            *filled("symbol", "name_ru", "name_kk", "description", "act_title", "act_number"),
            models.UniqueConstraint(fields=["kind", "name_kk", "starts_on"], name="symbol_once"),
        ]

    def __str__(self) -> str:
        return self.name_ru
