"""A collegium of an office, its members, the rules of all collegia; each holds for a time, by an order."""

from __future__ import annotations

from django.db import models

from qadaga.common.ids import new_id
from qadaga.offices.dated import Dated

OFFICE, ORDER, APPOINTMENT = "offices.Office", "orders.Order", "staff.Appointment"


class Collegium(Dated):
    """The collegium of an office of a kind that may have one (L.1.5); one at a time."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    office = models.ForeignKey(OFFICE, models.PROTECT, related_name="collegia")
    order = models.ForeignKey(ORDER, models.PROTECT, related_name="+")

    def __str__(self) -> str:
        return f"{self.office_id} {self.starts_on}"


class CollegiumMember(Dated):
    """Somebody's seat in a collegium; it is lost with the post it is held by (L.1.11)."""

    collegium = models.ForeignKey(Collegium, models.PROTECT, related_name="members")
    appointment = models.ForeignKey(APPOINTMENT, models.PROTECT, related_name="+")
    order = models.ForeignKey(ORDER, models.PROTECT, related_name="+")

    def __str__(self) -> str:
        return f"{self.appointment_id} {self.starts_on}"


class CollegiumRules(Dated):
    """The Prosecutor General's order on how collegia work and what their members are (L.1.11)."""

    order = models.ForeignKey(ORDER, models.PROTECT, related_name="+")

    def __str__(self) -> str:
        return f"{self.order_id} {self.starts_on}"
