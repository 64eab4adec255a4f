"""Checks of how a body keeps a treaty: a row of the office that checks."""

from django.db import models
from django.db.models import Q

from qadaga.authority.lists.indexes import family, leading
from qadaga.matters.models import Body, Violation
from qadaga.matters.models.base import Row, filled, not_before, one_of, together
from qadaga.treaties.choices import CheckGround, CheckOutcome, CheckStatus
from qadaga.treaties.models.treaty import APPOINTMENT, OFFICE, Treaty


class TreatyCheck(Row):
    """A check: begun on a ground, done with its findings, the body told of it; `due_on` its author sets."""

    office = models.ForeignKey(OFFICE, models.PROTECT, related_name="+", db_index=False)
    region = models.ForeignKey(OFFICE, models.PROTECT, related_name="+", db_index=False)
    treaty = models.ForeignKey(Treaty, models.PROTECT, related_name="checks")
    body = models.ForeignKey(Body, models.PROTECT, related_name="+")
    kato = models.CharField(max_length=9, null=True)  # noqa: DJ001 - a central body has no territory
    status = models.CharField(max_length=5, choices=CheckStatus.choices)
    ground = models.CharField(max_length=20, choices=CheckGround.choices)
    scope = models.TextField()
    begun_on = models.DateField()
    due_on = models.DateField(null=True)
    officer = models.ForeignKey(APPOINTMENT, models.PROTECT, related_name="+")
    finished_on = models.DateField(null=True)
    outcome = models.CharField(max_length=8, choices=CheckOutcome.choices, null=True)  # noqa: DJ001 - with finished_on
    findings = models.TextField(null=True)  # noqa: DJ001 - with finished_on
    told_how = models.CharField(max_length=200, null=True)  # noqa: DJ001 - with finished_on
    violation = models.OneToOneField(Violation, models.PROTECT, null=True, related_name="+")
    version = models.PositiveIntegerField(default=1)

    class Meta:
        constraints = [
            one_of("treatycheck", "status", CheckStatus.values),
            one_of("treatycheck", "ground", CheckGround.values),
            *filled("treatycheck", "scope", "findings", "told_how"),
            not_before("treatycheck", "due_on", "begun_on"),
            not_before("treatycheck", "finished_on", "begun_on"),
            together("treatycheck", "finished", "finished_on", "outcome", "findings", "told_how"),
            models.CheckConstraint(
                condition=Q(status="begun", finished_on__isnull=True, due_on__isnull=False)
                | Q(status="done", finished_on__isnull=False, due_on__isnull=True),
                name="treatycheck_finished_by_status",
            ),
            models.CheckConstraint(
                condition=Q(violation__isnull=True) | Q(outcome="violated"),
                name="treatycheck_violation_of_violated",
            ),
            models.UniqueConstraint(
                fields=["office", "treaty", "body"],
                condition=Q(status="begun"),
                name="treatycheck_one_under_way",
            ),
        ]
        indexes = [
            *family("treatycheck_begun", "begun_on", plain=True),
            *family("treatycheck_due", "due_on", partial=True),
            leading("treatycheck_by_officer", "officer", "begun_on"),
            leading("treatycheck_by_body", "body", "begun_on"),
        ]

    def __str__(self) -> str:
        return f"{self.treaty_id} {self.begun_on}"
