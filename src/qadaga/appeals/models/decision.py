"""Reasoned decisions on an appeal: correct, annul, decline, prolong, withdraw."""

from django.db import models
from django.db.models import F, Q

from qadaga.appeals.kinds import DecisionKind, SendWay
from qadaga.common.ids import new_id


class Decision(models.Model):
    """One decision. `before` keeps the corrected fields as they stood, so that nothing is lost."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    appeal = models.ForeignKey("appeals.Appeal", models.PROTECT, related_name="decisions")
    kind = models.CharField(max_length=16, choices=DecisionKind.choices)
    reason = models.TextField()
    ground = models.CharField(max_length=60, blank=True, default="")
    until = models.DateField(null=True)
    before = models.JSONField(default=dict)
    decided_by = models.ForeignKey("staff.Appointment", models.PROTECT, related_name="+", db_index=False)
    decided_on = models.DateField()
    told_on = models.DateField(null=True)
    told_way = models.CharField(max_length=16, choices=SendWay.choices, blank=True, default="")

    class Meta:
        """Table options and invariants."""

        db_table = "appeals_decision"
        constraints = [
            models.CheckConstraint(
                condition=~Q(told_way=SendWay.ADMINISTRATION), name="appeals_decision_past_administration"
            ),
            models.CheckConstraint(condition=Q(kind__in=DecisionKind.values), name="appeals_decision_kind"),
            models.CheckConstraint(condition=~Q(reason=""), name="appeals_decision_reasoned"),
            models.CheckConstraint(
                condition=Q(kind=DecisionKind.PROLONG, until__isnull=False)
                | (~Q(kind=DecisionKind.PROLONG) & Q(until__isnull=True)),
                name="appeals_decision_prolongs_until",
            ),
            models.CheckConstraint(
                condition=~Q(kind=DecisionKind.DECLINE) | ~Q(ground=""), name="appeals_decision_declines_on"
            ),
            models.CheckConstraint(
                condition=Q(told_on__isnull=True, told_way="")
                | (Q(told_on__isnull=False, told_on__gte=F("decided_on")) & ~Q(told_way="")),
                name="appeals_decision_told",
            ),
            models.UniqueConstraint(
                fields=["appeal"],
                condition=Q(kind__in=["annul", "decline", "withdraw"]),
                name="appeals_decision_final_once",
            ),
        ]

    def __str__(self) -> str:
        """The kind and the day."""
        return f"{self.kind} {self.decided_on}"
