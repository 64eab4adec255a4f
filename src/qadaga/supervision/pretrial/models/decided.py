"""What others ask of the prosecutor in a case, each answered by a paper in the own name (O.8.1)."""

from django.db import models
from django.db.models import Q

from qadaga.authority.lists.indexes import family
from qadaga.matters.models import Violation
from qadaga.matters.models.base import filled, not_before, one_of, together
from qadaga.supervision.pretrial.choices import (
    ComplaintStatus,
    DecisionKind,
    Measure,
    ProlongStatus,
    SanctionStatus,
)
from qadaga.supervision.pretrial.models.case import Party
from qadaga.supervision.pretrial.models.paper import Paper, signed


class Sanction(Paper):
    """The body asks for consent to an action that limits rights; granted or refused with reasons."""

    party = models.ForeignKey(Party, models.PROTECT, null=True, related_name="sanctions")
    measure = models.CharField(max_length=12, choices=Measure.choices)
    asked_on = models.DateField()
    asked_by = models.CharField(max_length=300)
    why = models.TextField()
    status = models.CharField(max_length=7, choices=SanctionStatus.choices)

    class Meta:
        constraints = [
            one_of("sanction", "measure", Measure.values),
            one_of("sanction", "status", SanctionStatus.values),
            *filled("sanction", "asked_by", "why"),
            *signed("sanction", SanctionStatus.ASKED),
            models.UniqueConstraint(
                fields=["case", "party", "measure"],
                condition=Q(status=SanctionStatus.ASKED),
                nulls_distinct=False,
                name="sanction_asked_once",
            ),
        ]
        indexes = family("sanction_asked", "asked_on", plain=True)

    def __str__(self) -> str:
        return str(self.id)


class Complaint(Paper):
    """A complaint on what the investigator did or did not do; `due_on` is its last day while it waits.

    `appeal_id` and its number: the appeal as which it was registered. Appeals stand beside this layer.
    """

    about = models.CharField(max_length=14, choices=DecisionKind.choices)
    complainant = models.CharField(max_length=300)
    what = models.TextField()
    received_on = models.DateField()
    due_on = models.DateField(null=True)
    status = models.CharField(max_length=8, choices=ComplaintStatus.choices)
    told_how = models.CharField(max_length=200, default="", blank=True)
    violation = models.ForeignKey(Violation, models.PROTECT, null=True, related_name="+")
    appeal_id = models.UUIDField(null=True, unique=True)
    appeal_number = models.CharField(max_length=60, null=True)  # noqa: DJ001 - together with appeal_id

    class Meta:
        constraints = [
            together("complaint", "appeal", "appeal_id", "appeal_number"),
            one_of("complaint", "about", DecisionKind.values),
            one_of("complaint", "status", ComplaintStatus.values),
            *filled("complaint", "complainant", "what"),
            *signed("complaint", ComplaintStatus.RECEIVED),
            models.CheckConstraint(
                condition=Q(status="received", due_on__isnull=False)
                | (~Q(status="received") & Q(due_on__isnull=True)),
                name="complaint_due_while_waiting",
            ),
        ]
        indexes = [
            *family("complaint_got", "received_on", plain=True),
            *family("complaint_due", "due_on", partial=True),
        ]

    def __str__(self) -> str:
        return str(self.id)


class Prolongation(Paper):
    """A longer term asked for: of the investigation, or with `party` of their custody; who agreed signs.

    `outside` says who else decides and how (for custody a court), where the prosecutor alone does not.
    """

    party = models.ForeignKey(Party, models.PROTECT, null=True, related_name="prolongations")
    asked_on = models.DateField()
    asked_by = models.CharField(max_length=300)
    why = models.TextField()
    until = models.DateField()
    outside = models.CharField(max_length=300, default="", blank=True)
    status = models.CharField(max_length=7, choices=ProlongStatus.choices)

    class Meta:
        constraints = [
            one_of("prolongation", "status", ProlongStatus.values),
            *filled("prolongation", "asked_by", "why"),
            *signed("prolongation", ProlongStatus.ASKED),
            not_before("prolongation", "until", "asked_on"),
            models.UniqueConstraint(
                fields=["case", "party"],
                condition=Q(status=ProlongStatus.ASKED),
                nulls_distinct=False,
                name="prolongation_asked_once",
            ),
        ]

    def __str__(self) -> str:
        return str(self.id)
