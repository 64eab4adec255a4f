"""A person's death as a card notes it: the day, the proof, a mistake put right (O.7.3, L.3.2)."""

from django.db import models
from django.db.models import Q

from qadaga.matters.models.base import not_before, together


class Mortal(models.Model):
    """Died on which day, known by which paper of which day; who took a mistaken note back, when and why.

    Deaths written down before a paper was asked for have none.
    """

    died_on = models.DateField(null=True)
    death_paper = models.CharField(max_length=200, default="", blank=True)
    death_paper_on = models.DateField(null=True)
    revived_on = models.DateField(null=True)
    revived_by = models.ForeignKey("staff.Appointment", models.PROTECT, null=True, related_name="+")
    revived_why = models.TextField(null=True)  # noqa: DJ001 - together with revived_on

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return str(self.died_on or "")


def mortal(table: str) -> list[models.BaseConstraint]:
    """The paper is named with its day, for somebody who has died; a correction is whole."""
    none, named = Q(death_paper="", death_paper_on__isnull=True), Q(death_paper_on__isnull=False)
    return [
        models.CheckConstraint(
            condition=none | (named & ~Q(death_paper="") & Q(died_on__isnull=False)),
            name=f"{table}_death_proven",
        ),
        not_before(table, "death_paper_on", "died_on"),
        together(table, "revived", "revived_on", "revived_by", "revived_why"),
    ]
