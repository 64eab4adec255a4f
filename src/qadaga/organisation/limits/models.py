"""A figure of a limit, in force from a day until the next one begins."""

from django.db import models
from django.db.models import Q

from qadaga.matters.models.base import Row, filled

OFFICE, APPOINTMENT = "offices.Office", "staff.Appointment"
LONGEST = 2000


class LimitEdition(Row):
    """So many hours from `starts_on` on, by which norm or decision of which day; `checked` says that somebody
    held the figure against the text of the norm: without it the figure stays unverified. One that a later
    setting replaced before its first day (`replaced_on`) never came into force, and stays to be seen.
    """

    limit = models.CharField(max_length=40)
    hours = models.PositiveSmallIntegerField()
    starts_on = models.DateField()
    norm = models.CharField(max_length=300)
    decided_on = models.DateField()
    checked = models.BooleanField()
    office = models.ForeignKey(OFFICE, models.PROTECT, related_name="+")
    set_on = models.DateField()
    set_by = models.ForeignKey(APPOINTMENT, models.PROTECT, related_name="+")
    replaced_on = models.DateField(null=True)

    class Meta:
        constraints = [
            *filled("limitedition", "limit", "norm"),
            models.CheckConstraint(condition=Q(hours__gte=1, hours__lte=LONGEST), name="limitedition_hours"),
            # What was done on days gone by was done under the figure of those days.
            models.CheckConstraint(
                condition=Q(starts_on__gte=models.F("set_on")), name="limitedition_not_backwards"
            ),
            models.CheckConstraint(
                condition=Q(replaced_on__isnull=True)
                | Q(replaced_on__gte=models.F("set_on"), replaced_on__lt=models.F("starts_on")),
                name="limitedition_replaced_before_it_began",
            ),
            models.UniqueConstraint(
                fields=["limit", "starts_on"],
                condition=Q(replaced_on__isnull=True),
                name="limitedition_once_a_day",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.limit} {self.starts_on}"
