"""A planned visit that was moved to another day or officer, or called off, before it was begun: why."""

from django.db import models
from django.db.models import F, Q

from qadaga.matters.models.base import Row, filled, together
from qadaga.supervision.custody.models.visit import APPOINTMENT, Visit


class Replanned(Row):
    """From which day and officer to which, by whom, when, why; called off where it leads nowhere."""

    visit = models.ForeignKey(Visit, models.PROTECT, related_name="replanned")
    from_day = models.DateField()
    from_officer = models.ForeignKey(APPOINTMENT, models.PROTECT, related_name="+")
    to_day = models.DateField(null=True)
    to_officer = models.ForeignKey(APPOINTMENT, models.PROTECT, null=True, related_name="+")
    why = models.TextField()
    by = models.ForeignKey(APPOINTMENT, models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        constraints = [
            *filled("replanned", "why"),
            together("replanned", "to", "to_day", "to_officer"),
            models.CheckConstraint(
                condition=Q(to_day__isnull=True)
                | ~Q(to_day=F("from_day"))
                | ~Q(to_officer=F("from_officer")),
                name="replanned_changes_something",
            ),
        ]
        indexes = [models.Index(fields=["at"], name="replanned_at")]

    def __str__(self) -> str:
        return f"{self.from_day} {self.to_day}"
