"""A complaint of somebody held that went past the administration: the appeal it was registered as (L.3.6)."""

from django.db import models

from qadaga.matters.models.base import Row, filled, one_of
from qadaga.supervision.custody.choices import Handed
from qadaga.supervision.custody.models.held import HeldPerson
from qadaga.supervision.custody.models.place import OFFICE, Place
from qadaga.supervision.custody.models.visit import APPOINTMENT


class Complaint(Row):
    """From which place and whom found there, how it was handed over. Appeals stand beside this layer."""

    place = models.ForeignKey(Place, models.PROTECT, related_name="complaints")
    held = models.ForeignKey(HeldPerson, models.PROTECT, null=True, related_name="complaints")
    office = models.ForeignKey(OFFICE, models.PROTECT, related_name="+")
    region = models.ForeignKey(OFFICE, models.PROTECT, related_name="+")
    appeal_id = models.UUIDField(unique=True)
    number = models.CharField(max_length=60)
    handed = models.CharField(max_length=8, choices=Handed.choices)
    on = models.DateField()
    by = models.ForeignKey(APPOINTMENT, models.PROTECT, related_name="+")

    class Meta:
        constraints = [*filled("custody_complaint", "number"), one_of("complaint", "handed", Handed.values)]

    def __str__(self) -> str:
        return self.number
