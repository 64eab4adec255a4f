"""Checks of a bailiff on a writ: on which ground, of what, until when, what was found; longer terms."""

from django.db import models
from django.db.models import Q

from qadaga.matters.models import Violation
from qadaga.matters.models.base import Row, filled, not_before, one_of, together
from qadaga.matters.models.longer import AskedLonger, asked_longer
from qadaga.supervision.enforcement.choices import Checked, CheckGround, CheckOutcome, CheckStatus
from qadaga.supervision.enforcement.models.writ import APPOINTMENT, Writ


class Check(Row):
    """A check: begun on a ground, done with its findings, the bailiff told of it.

    `due_on` repeats the last day of its term, which runs on the writ: one check of it is under way at a time.
    """

    writ = models.ForeignKey(Writ, models.PROTECT, related_name="checks")
    status = models.CharField(max_length=5, choices=CheckStatus.choices)
    ground = models.CharField(max_length=20, choices=CheckGround.choices)
    about = models.CharField(max_length=10, choices=Checked.choices)
    begun_on = models.DateField()
    due_on = models.DateField()
    begun_by = models.ForeignKey(APPOINTMENT, models.PROTECT, related_name="+")
    finished_on = models.DateField(null=True)
    finished_by = models.ForeignKey(APPOINTMENT, models.PROTECT, null=True, related_name="+")
    outcome = models.CharField(max_length=8, choices=CheckOutcome.choices, null=True)  # noqa: DJ001 - with finished_on
    findings = models.TextField(null=True)  # noqa: DJ001 - with finished_on
    told_how = models.CharField(max_length=200, null=True)  # noqa: DJ001 - with finished_on
    violation = models.OneToOneField(Violation, models.PROTECT, null=True, related_name="+")

    class Meta:
        constraints = [
            one_of("check", "status", CheckStatus.values),
            one_of("check", "ground", CheckGround.values),
            one_of("check", "about", Checked.values),
            *filled("check", "findings", "told_how"),
            not_before("check", "due_on", "begun_on"),
            not_before("check", "finished_on", "begun_on"),
            together("check", "finished", "finished_on", "finished_by", "outcome", "findings", "told_how"),
            models.CheckConstraint(
                condition=Q(status="begun", finished_on__isnull=True)
                | Q(status="done", finished_on__isnull=False),
                name="check_finished_by_status",
            ),
            models.CheckConstraint(
                condition=Q(violation__isnull=True) | Q(outcome="violated"),
                name="check_violation_of_violated",
            ),
            models.UniqueConstraint(fields=["writ"], condition=Q(status="begun"), name="check_one_under_way"),
        ]

    def __str__(self) -> str:
        return f"{self.writ_id} {self.begun_on}"


class CheckProlongation(AskedLonger, Row):
    """A longer term of a check: asked of the office above, which decides and so prolongs it (L.1.2)."""

    of = models.ForeignKey(Check, models.PROTECT, related_name="prolongations")

    class Meta:
        constraints = asked_longer("checkprolongation", "of")
