"""A summons inside an appeal."""

from django.db import models
from django.db.models import Q

from qadaga.acts.models.summoned import Summoned, of_people, summoned
from qadaga.appeals.models import Appeal
from qadaga.matters import deaths


@deaths.noted
class AppealSummons(Summoned):
    """A summons for explanations about what the appeal tells of; an absence counts where it was proven."""

    appeal = models.ForeignKey(Appeal, on_delete=models.PROTECT, related_name="summonses")

    class Meta:
        constraints = [
            *summoned("appealsummons"),
            models.CheckConstraint(
                condition=Q(appearance__isnull=True) | ~Q(appearance="absent") | ~Q(proof=""),
                name="appealsummons_absent_proven",
            ),
        ]
        indexes = of_people("appealsummons")
