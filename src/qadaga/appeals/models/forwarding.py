"""Forwarding an appeal, whole or in part, to the competent body; the outcome stays under control (L.1.1)."""

from django.db import models
from django.db.models import F, Q

from qadaga.appeals.kinds import ControlOutcome, SendWay
from qadaga.common.ids import new_id


class Forwarding(models.Model):
    """One forwarding, to a prosecutor's office or to a body outside."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    appeal = models.ForeignKey("appeals.Appeal", models.PROTECT, related_name="forwardings")
    whole = models.BooleanField(default=True)
    part = models.TextField(blank=True, default="")
    reason = models.TextField()
    to_office = models.ForeignKey(
        "offices.Office", models.PROTECT, related_name="+", null=True, db_index=False
    )
    to_body = models.ForeignKey("matters.Body", models.PROTECT, related_name="+", null=True, db_index=False)
    to_name = models.CharField(max_length=300, blank=True, default="")
    automatic = models.BooleanField(default=False)
    forwarded_by = models.ForeignKey("staff.Appointment", models.PROTECT, related_name="+", db_index=False)
    forwarded_on = models.DateField()
    told_on = models.DateField(null=True)
    told_way = models.CharField(max_length=16, choices=SendWay.choices, blank=True, default="")
    control_due_on = models.DateField(null=True)
    outcome = models.CharField(max_length=16, choices=ControlOutcome.choices, blank=True, default="")
    outcome_on = models.DateField(null=True)
    outcome_note = models.TextField(blank=True, default="")
    received_as = models.OneToOneField("appeals.Appeal", models.PROTECT, related_name="came_by", null=True)

    class Meta:
        """Table options and invariants."""

        db_table = "appeals_forwarding"
        indexes = [
            models.Index(
                fields=["to_office", "forwarded_on"],
                name="appeals_forwarding_waiting",
                condition=Q(received_as__isnull=True, to_office__isnull=False),
            )
        ]
        constraints = [
            models.CheckConstraint(
                condition=~Q(told_way=SendWay.ADMINISTRATION), name="appeals_forwarding_past_administration"
            ),
            models.CheckConstraint(
                condition=Q(to_office__isnull=False, to_body__isnull=True, to_name="")
                | (Q(to_office__isnull=True) & ~Q(to_name="")),
                name="appeals_forwarding_one_addressee",
            ),
            models.CheckConstraint(
                condition=Q(whole=True, part="") | (Q(whole=False) & ~Q(part="")),
                name="appeals_forwarding_part_named",
            ),
            models.CheckConstraint(condition=~Q(reason=""), name="appeals_forwarding_reasoned"),
            models.CheckConstraint(
                condition=Q(told_on__isnull=True, told_way="")
                | (Q(told_on__isnull=False, told_on__gte=F("forwarded_on")) & ~Q(told_way="")),
                name="appeals_forwarding_told",
            ),
            models.CheckConstraint(
                condition=Q(outcome="", outcome_on__isnull=True)
                | (~Q(outcome="") & Q(outcome_on__isnull=False, outcome_on__gte=F("forwarded_on"))),
                name="appeals_forwarding_outcome",
            ),
            models.UniqueConstraint(
                fields=["appeal"], condition=Q(whole=True), name="appeals_forwarded_whole_once"
            ),
        ]

    def __str__(self) -> str:
        """The day and whether it was the whole appeal."""
        return f"{'whole' if self.whole else 'part'} {self.forwarded_on}"
