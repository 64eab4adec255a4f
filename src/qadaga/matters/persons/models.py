"""Cards of people by IIN: an opaque key in place of the number, merges with their undoing (O.7.1).

A card holds nothing of what registers know about the person: that is read there, for each reader anew.
"""

from django.db import models
from django.db.models import F, Q

from qadaga.matters import deaths
from qadaga.matters.models.base import MergeRow, Row, filled, merging, not_before, together

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


@deaths.marked(standing="withdrawn_on")
class Death(Row):
    """That the person of a number died, by which paper; the withdrawal of a note that was wrong.

    `iin` repeats the card's, so that a death is found as in every other register.
    """

    person = models.ForeignKey(Person, models.PROTECT, related_name="deaths")
    iin = models.CharField(max_length=12)
    died_on = models.DateField()
    paper = models.CharField(max_length=300)
    noted_on = models.DateField()
    noted_by = models.ForeignKey(APPOINTMENT, models.PROTECT, related_name="+")
    withdrawn_on = models.DateField(null=True)
    withdrawn_by = models.ForeignKey(APPOINTMENT, models.PROTECT, null=True, related_name="+")
    withdrawn_reason = models.TextField(null=True)  # noqa: DJ001 - together with withdrawn_on

    class Meta:
        constraints = [
            *filled("persondeath", "paper", "withdrawn_reason"),
            models.CheckConstraint(condition=Q(iin__regex=r"^[0-9]{12}$"), name="persondeath_iin"),
            models.UniqueConstraint(
                fields=["iin"], condition=Q(withdrawn_on__isnull=True), name="persondeath_standing_once"
            ),
            together("persondeath", "withdrawn", "withdrawn_on", "withdrawn_by", "withdrawn_reason"),
            not_before("persondeath", "noted_on", "died_on"),
            not_before("persondeath", "withdrawn_on", "noted_on"),
        ]

    def __str__(self) -> str:
        return str(self.id)
