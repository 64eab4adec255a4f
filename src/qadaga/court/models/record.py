"""What a case in court and a judicial act under study have in common; what hangs on the one or the other."""

from django.db import models
from django.db.models import Q

from qadaga.court.choices import CaseKind
from qadaga.matters.models import Matter
from qadaga.matters.models.base import Row

OFFICE = "offices.Office"
APPOINTMENT = "staff.Appointment"


class Record(Row):
    """A card: the office that keeps it, the court with its place, the officer named for it.

    `next_on` is the day of the nearest hearing, `due_on` the last day of the term that runs.
    """

    office = models.ForeignKey(OFFICE, models.PROTECT, related_name="+", db_index=False)
    region = models.ForeignKey(OFFICE, models.PROTECT, related_name="+", db_index=False)
    kind = models.CharField(max_length=10, choices=CaseKind.choices)
    court = models.CharField(max_length=300)
    kato = models.CharField(max_length=9)
    sphere = models.CharField(max_length=20, null=True)  # noqa: DJ001 - most belong to no sphere
    number = models.CharField(max_length=60, default="", blank=True)
    about = models.CharField(max_length=500)
    officer = models.ForeignKey(APPOINTMENT, models.PROTECT, null=True, related_name="+")
    matter = models.ForeignKey(Matter, models.PROTECT, null=True, related_name="+")
    opened_on = models.DateField()
    next_on = models.DateField(null=True)
    due_on = models.DateField(null=True)
    closed_on = models.DateField(null=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return self.number


def one_owner(table: str) -> models.CheckConstraint:
    """The row hangs on a case or on a judicial act under study: on one of them, never on both."""
    condition = Q(case__isnull=True, review__isnull=False) | Q(case__isnull=False, review__isnull=True)
    return models.CheckConstraint(condition=condition, name=f"{table}_one_owner")
