"""The coordination council of an office and the bodies that sit in it, each by its head (O.7.4)."""

from django.db import models
from django.db.models import Q

from qadaga.coordination.choices import CouncilStatus
from qadaga.matters.models import Body
from qadaga.matters.models.base import Row, filled, not_before, one_of

OFFICE, APPOINTMENT = "offices.Office", "staff.Appointment"


class Council(Row):
    """A council; the head of the office chairs it. One works in an office at a time."""

    office = models.ForeignKey(OFFICE, models.PROTECT, related_name="+")
    region = models.ForeignKey(OFFICE, models.PROTECT, related_name="+")
    status = models.CharField(max_length=6, choices=CouncilStatus.choices)
    formed_on = models.DateField()
    basis = models.CharField(max_length=500)
    ended_on = models.DateField(null=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        constraints = [
            one_of("council", "status", CouncilStatus.values),
            *filled("council", "basis"),
            not_before("council", "ended_on", "formed_on"),
            models.CheckConstraint(
                condition=Q(status="opened", ended_on__isnull=True)
                | Q(status="closed", ended_on__isnull=False),
                name="council_ended_by_status",
            ),
            models.UniqueConstraint(
                fields=["office"], condition=Q(status="opened"), name="council_one_of_office"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.office_id} {self.formed_on}"


class CouncilMember(Row):
    """The head of a body who sits in the council; `until` is the first day without."""

    council = models.ForeignKey(Council, models.PROTECT, related_name="members")
    body = models.ForeignKey(Body, models.PROTECT, related_name="+")
    name = models.CharField(max_length=300)
    post = models.CharField(max_length=300)
    since = models.DateField()
    until = models.DateField(null=True)

    class Meta:
        constraints = [
            *filled("councilmember", "name", "post"),
            not_before("councilmember", "until", "since"),
            models.UniqueConstraint(
                fields=["council", "body"], condition=Q(until__isnull=True), name="councilmember_body_once"
            ),
        ]

    def __str__(self) -> str:
        return self.name
