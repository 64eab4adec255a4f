"""Rows beside the register of bodies: merges with their undoing, officials, whose a violation was."""

from django.db import models
from django.db.models import Q

from qadaga.authority.lists.indexes import family, leading
from qadaga.matters.models import Body, Violation
from qadaga.matters.models.base import MergeRow, Row, filled, merging

OFFICE, APPOINTMENT = "offices.Office", "staff.Appointment"


class Merge(MergeRow):
    """A decision that two records are of one body: which stands, which is merged into it, why; its undoing.

    No reference to either record is rewritten, so undoing restores exactly what was.
    """

    survivor = models.ForeignKey(Body, models.PROTECT, related_name="+")
    duplicate = models.ForeignKey(Body, models.PROTECT, related_name="merges")

    class Meta:
        constraints = merging("bodymerge")


class Official(Row):
    """An official of a supervised body: who, with the IIN, in which post (O.7.1). A card of a person.

    `status` is "kept": the register asks for one.
    """

    office = models.ForeignKey(OFFICE, models.PROTECT, related_name="+", db_index=False)
    region = models.ForeignKey(OFFICE, models.PROTECT, related_name="+", db_index=False)
    body = models.ForeignKey(Body, models.PROTECT, related_name="officials", db_index=False)
    iin = models.CharField(max_length=12)
    name = models.CharField(max_length=300)
    post = models.CharField(max_length=300)
    status = models.CharField(max_length=4, default="kept")
    entered_on = models.DateField()
    entered_by = models.ForeignKey(APPOINTMENT, models.PROTECT, related_name="+")
    version = models.PositiveIntegerField(default=1)

    class Meta:
        constraints = [
            *filled("official", "name", "post"),
            models.CheckConstraint(condition=Q(iin__regex=r"^[0-9]{12}$"), name="official_iin"),
            models.CheckConstraint(condition=Q(status="kept"), name="official_status"),
            models.UniqueConstraint(fields=["iin", "body", "office"], name="official_once"),
        ]
        indexes = [
            *family("official_entered", "entered_on", plain=True),
            leading("official_by_body", "body", "entered_on"),
        ]

    def __str__(self) -> str:
        return self.post


class Violated(Row):
    """Whose a violation was: the official who broke the norm."""

    violation = models.OneToOneField(Violation, models.PROTECT, related_name="official")
    official = models.ForeignKey(Official, models.PROTECT, related_name="violations")
    on = models.DateField()
    by = models.ForeignKey(APPOINTMENT, models.PROTECT, related_name="+")

    def __str__(self) -> str:
        return str(self.violation_id)
