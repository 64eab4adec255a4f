"""Cards of people by IIN: an opaque key in place of the number, merges with their undoing (O.7.1).

A card holds nothing of what registers know about the person: that is read there, for each reader anew.
"""

from django.db import models
from django.db.models import F, Q

from qadaga.matters.models.base import Row, filled, not_before, together

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


class Merge(Row):
    """A decision that two numbers are of one person: which stands, which is merged, why; its undoing."""

    survivor = models.ForeignKey(Person, models.PROTECT, related_name="+")
    duplicate = models.ForeignKey(Person, models.PROTECT, related_name="merges")
    reason = models.TextField()
    merged_on = models.DateField()
    merged_by = models.ForeignKey(APPOINTMENT, models.PROTECT, related_name="+")
    undone_on = models.DateField(null=True)
    undone_by = models.ForeignKey(APPOINTMENT, models.PROTECT, null=True, related_name="+")
    undone_reason = models.TextField(null=True)  # noqa: DJ001 - together with undone_on

    class Meta:
        constraints = [
            *filled("personmerge", "reason"),
            models.CheckConstraint(condition=~Q(survivor=F("duplicate")), name="personmerge_of_two"),
            models.UniqueConstraint(
                fields=["duplicate"], condition=Q(undone_on__isnull=True), name="personmerge_standing_once"
            ),
            together("personmerge", "undone", "undone_on", "undone_by", "undone_reason"),
            not_before("personmerge", "undone_on", "merged_on"),
        ]

    def __str__(self) -> str:
        return str(self.id)
