"""How a signed paper reached its addressee, and how one who stayed silent was reminded (O.8.2, O.8.d3)."""

from django.db import models
from django.db.models import Q

from qadaga.matters.choices import ServingWay
from qadaga.matters.models.base import filled, not_before, one_of, together


class Served(models.Model):
    """Delivered when, in which way, recorded by whom; a file or the reference of a receipt proves it."""

    served_on = models.DateField(null=True)
    served_way = models.CharField(max_length=10, choices=ServingWay.choices, null=True)  # noqa: DJ001 - with served_on
    served_by = models.ForeignKey("staff.Appointment", models.PROTECT, null=True, related_name="+")
    proof = models.ForeignKey("documents.StoredFile", models.PROTECT, null=True, related_name="+")
    proof_ref = models.CharField(max_length=200, default="", blank=True)

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return str(self.served_on or "")


class Reminding(models.Model):
    """A reminder to whoever stayed silent after a term: when, in which way, its reference, by whom."""

    on = models.DateField()
    way = models.CharField(max_length=12, choices=ServingWay.choices)
    reference = models.CharField(max_length=200)
    by = models.ForeignKey("staff.Appointment", models.PROTECT, related_name="+")

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return str(self.on)


def reminding(table: str) -> list[models.BaseConstraint]:
    """A reminder went by a known way and names its reference."""
    return [one_of(table, "way", ServingWay.values), *filled(table, "reference")]


def served(table: str, since: str = "signed_on") -> list[models.BaseConstraint]:
    """The delivery is whole and proven, and not before the day of the column `since`."""
    return [
        together(table, "served", "served_on", "served_way", "served_by"),
        models.CheckConstraint(
            condition=Q(served_on__isnull=True) | Q(proof__isnull=False) | ~Q(proof_ref=""),
            name=f"{table}_served_proven",
        ),
        not_before(table, "served_on", since),
    ]
