"""Cards of people by IIN: an opaque key in place of the number, merges with their undoing (O.7.1).

A card holds nothing of what registers know about the person: that is read there, for each reader anew.
"""

from django.db import models
from django.db.models import F, Q

from qadaga.matters.models.base import MergeRow, Row, merging

APPOINTMENT = "staff.Appointment"


class Person(Row):
    """A person by IIN, asked about once at least: that there is a card does not say that anything is known.

    `merged_into` names the card that stands for this one where both numbers are of one person; the database
    allows no chain and no circle (`person_merged_into_standing`).
    """

    iin = models.CharField(max_length=12, unique=True)
    merged_into = models.ForeignKey("self", models.PROTECT, null=True, related_name="merged")
    version = models.PositiveIntegerField(default=1)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(iin__regex=r"^[0-9]{12}$"), name="person_iin"),
            models.CheckConstraint(
                condition=Q(merged_into__isnull=True) | ~Q(merged_into=F("id")),
                name="person_merged_elsewhere",
            ),
        ]

    def __str__(self) -> str:
        return str(self.id)


class Merge(MergeRow):
    """A decision that two numbers are of one person: which stands, which is merged, why; its undoing."""

    survivor = models.ForeignKey(Person, models.PROTECT, related_name="+")
    duplicate = models.ForeignKey(Person, models.PROTECT, related_name="merges")

    class Meta:
        constraints = merging("personmerge")
