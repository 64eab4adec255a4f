"""What happens to a signed act: service, reply, removal, the way up or to court, suspension."""

from django.db import models
from django.db.models import Q

from qadaga.acts.choices import Assessment, CourtOutcome, SuspensionScope
from qadaga.acts.models.act import APPOINTMENT, Act
from qadaga.matters.choices import ServingWay
from qadaga.matters.models.base import Row, filled, not_before, one_of, together

FILE = "documents.StoredFile"


class ActService(Row):
    """The service of an act on its addressee, with the proof of it: a file, or the reference of a receipt."""

    act = models.OneToOneField(Act, on_delete=models.PROTECT, related_name="service")
    way = models.CharField(max_length=12, choices=ServingWay.choices)
    served_on = models.DateField()
    recipient = models.CharField(max_length=300)
    proof = models.ForeignKey(FILE, null=True, on_delete=models.PROTECT, related_name="+")
    proof_ref = models.CharField(max_length=200, default="", blank=True)
    by = models.ForeignKey(APPOINTMENT, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            one_of("actservice", "way", ServingWay.values),
            *filled("actservice", "recipient"),
            models.CheckConstraint(
                condition=Q(proof__isnull=False) | ~Q(proof_ref=""), name="actservice_proven"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.way} {self.served_on}"


class ActReply(Row):
    """A reply to an act and what it was found to amount to."""

    act = models.ForeignKey(Act, on_delete=models.PROTECT, related_name="replies")
    replied_on = models.DateField()
    number = models.CharField(max_length=60, default="", blank=True)
    summary = models.TextField()
    file = models.ForeignKey(FILE, null=True, on_delete=models.PROTECT, related_name="+")
    by = models.ForeignKey(APPOINTMENT, on_delete=models.PROTECT, related_name="+")
    assessment = models.CharField(max_length=10, choices=Assessment.choices, null=True)  # noqa: DJ001 - a group
    assessed_on = models.DateField(null=True)
    assessed_by = models.ForeignKey(APPOINTMENT, null=True, on_delete=models.PROTECT, related_name="+")
    note = models.TextField(default="", blank=True)

    class Meta:
        constraints = [
            *filled("actreply", "summary"),
            models.CheckConstraint(
                condition=Q(assessment__isnull=True) | Q(assessment__in=sorted(Assessment.values)),
                name="actreply_assessment_known",
            ),
            together("actreply", "assessed", "assessment", "assessed_on", "assessed_by"),
            not_before("actreply", "assessed_on", "replied_on"),
        ]

    def __str__(self) -> str:
        return f"{self.act_id} {self.replied_on}"


class Removal(Row):
    """The violations are gone: what was done, with proof, and whether causes and consequences went too."""

    act = models.OneToOneField(Act, on_delete=models.PROTECT, related_name="removal")
    removed_on = models.DateField()
    what = models.TextField()
    proof = models.ForeignKey(FILE, on_delete=models.PROTECT, related_name="+")
    causes_removed = models.BooleanField()
    consequences_remedied = models.BooleanField()
    by = models.ForeignKey(APPOINTMENT, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = filled("removal", "what")

    def __str__(self) -> str:
        return f"{self.act_id} {self.removed_on}"


class Escalation(Row):
    """An act that was refused or left unanswered goes to the higher office or to court."""

    act = models.ForeignKey(Act, on_delete=models.PROTECT, related_name="escalations")
    where = models.CharField(max_length=8)
    to_office = models.ForeignKey("offices.Office", null=True, on_delete=models.PROTECT, related_name="+")
    court = models.CharField(max_length=300, default="", blank=True)
    on = models.DateField()
    reason = models.TextField()
    by = models.ForeignKey(APPOINTMENT, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            *filled("escalation", "reason"),
            models.CheckConstraint(
                condition=Q(where="office", to_office__isnull=False, court="")
                | (Q(where="court", to_office__isnull=True) & ~Q(court="")),
                name="escalation_where",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.where} {self.on}"


class CourtDecision(Row):
    """How the court decided on an act that was taken to it; full court work stands in its own module."""

    escalation = models.OneToOneField(Escalation, on_delete=models.PROTECT, related_name="decision")
    act = models.ForeignKey(Act, on_delete=models.PROTECT, related_name="court_decisions")
    outcome = models.CharField(max_length=12, choices=CourtOutcome.choices)
    decided_on = models.DateField()
    number = models.CharField(max_length=60)
    summary = models.TextField(default="", blank=True)
    file = models.ForeignKey(FILE, null=True, on_delete=models.PROTECT, related_name="+")
    recorded_on = models.DateField()
    by = models.ForeignKey(APPOINTMENT, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            one_of("courtdecision", "outcome", CourtOutcome.values),
            *filled("courtdecision", "number"),
            not_before("courtdecision", "recorded_on", "decided_on"),
        ]

    def __str__(self) -> str:
        return f"{self.outcome} {self.decided_on}"


class Suspension(Row):
    """The effect of the protested act stands still, wholly or in part, for a half-open period (O.8.8)."""

    act = models.ForeignKey(Act, on_delete=models.PROTECT, related_name="suspensions")
    scope = models.CharField(max_length=5, choices=SuspensionScope.choices)
    part = models.TextField(default="", blank=True)
    ground = models.CharField(max_length=40)
    starts_on = models.DateField()
    ends_on = models.DateField(null=True)
    ruling = models.JSONField()
    by = models.ForeignKey(APPOINTMENT, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            one_of("suspension", "scope", SuspensionScope.values),
            models.CheckConstraint(
                condition=Q(scope="whole", part="") | (Q(scope="part") & ~Q(part="")),
                name="suspension_part_named",
            ),
            models.CheckConstraint(
                condition=Q(ends_on__isnull=True) | Q(ends_on__gt=models.F("starts_on")),
                name="suspension_period",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.scope} {self.starts_on}"
