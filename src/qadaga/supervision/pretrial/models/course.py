"""What the prosecutor does in a case of their own accord: entries, instructions, cancellations."""

from django.db import models
from django.db.models import Q

from qadaga.authority.lists.indexes import family
from qadaga.matters.models import Violation
from qadaga.matters.models.base import filled, one_of, together
from qadaga.matters.models.served import Served, served
from qadaga.supervision.pretrial.choices import CancelGround, DecisionKind, EntryKind, InstructionStatus
from qadaga.supervision.pretrial.models.paper import APPOINTMENT, InCase, Paper, signed


class Entry(InCase):
    """The file studied, or a procedural action taken: when, by which norm, what came of it."""

    kind = models.CharField(max_length=6, choices=EntryKind.choices)
    on = models.DateField()
    norm = models.CharField(max_length=500)
    outcome = models.TextField()
    by = models.ForeignKey(APPOINTMENT, models.PROTECT, related_name="+")
    violation = models.ForeignKey(Violation, models.PROTECT, null=True, related_name="+")

    class Meta:
        constraints = [one_of("entry", "kind", EntryKind.values), *filled("entry", "norm", "outcome")]

    def __str__(self) -> str:
        return f"{self.kind} {self.on}"


class Followed(Served, Paper):
    """A paper that the body has to follow: delivered with proof, then a term, a report or silence after it.

    `due_on` is the last day of the delivery, and from then on of what has to follow. Where no report came in
    the term, `silent_on` and `undone` say so and stay, whatever is reported later.
    """

    due_on = models.DateField(null=True)
    status = models.CharField(
        max_length=8, choices=InstructionStatus.choices, default=InstructionStatus.ISSUED
    )
    reported_on = models.DateField(null=True)
    report = models.TextField(null=True)  # noqa: DJ001 - together with reported_on
    silent_on = models.DateField(null=True)
    undone = models.TextField(null=True)  # noqa: DJ001 - together with silent_on

    class Meta:
        abstract = True


def followed(table: str, **awaited: bool) -> list[models.BaseConstraint]:
    """Delivered as a whole, reported as a whole; `awaited` is what holds until then."""
    return [
        one_of(table, "status", InstructionStatus.values),
        *signed(table),
        *served(table),
        together(table, "reported", "reported_on", "report"),
        together(table, "silent", "silent_on", "undone"),
        models.CheckConstraint(
            condition=Q(status="issued", report__isnull=True, undone__isnull=True, **awaited)
            | Q(status="silent", due_on__isnull=True, report__isnull=True, undone__isnull=False)
            | (~Q(status__in=("issued", "silent")) & Q(due_on__isnull=True, report__isnull=False)),
            name=f"{table}_reported_by_status",
        ),
    ]


class Instruction(Followed):
    """A binding instruction to the investigator: its delivery with proof, its term, its execution.

    `days` is the length that its author set, counted from the delivery (the law's own where there is none).
    `violation` is what an instruction not carried out, or kept silent about, became in a matter.
    """

    issued_on = models.DateField()
    days = models.PositiveSmallIntegerField(null=True)
    violation = models.ForeignKey(Violation, models.PROTECT, null=True, related_name="+")

    class Meta:
        constraints = [
            *followed("instruction", due_on__isnull=False),
            models.CheckConstraint(
                condition=Q(violation__isnull=True) | Q(status="failed") | Q(undone__isnull=False),
                name="instruction_violation_of_undone",
            ),
        ]
        indexes = [
            *family("instruction_on", "issued_on", plain=True),
            *family("instruction_due", "due_on", partial=True),
        ]

    def __str__(self) -> str:
        return str(self.number_text)


class Cancellation(Followed):
    """An unlawful decision of the body cancelled by a reasoned resolution: delivered, then decided anew.

    `violation` is what the decision became in a matter, `unfollowed` what it became that nothing followed.
    One cancelled before its term was kept has no last day.
    """

    decision = models.CharField(max_length=14, choices=DecisionKind.choices)
    decided_on = models.DateField()
    decided_by = models.CharField(max_length=300)
    ground = models.CharField(max_length=20, choices=CancelGround.choices)
    violation = models.ForeignKey(Violation, models.PROTECT, null=True, related_name="+")
    unfollowed = models.ForeignKey(Violation, models.PROTECT, null=True, related_name="+")

    class Meta:
        constraints = [
            one_of("cancellation", "decision", DecisionKind.values),
            one_of("cancellation", "ground", CancelGround.values),
            *filled("cancellation", "decided_by"),
            *followed("cancellation"),
            models.CheckConstraint(
                condition=Q(unfollowed__isnull=True) | Q(status="failed") | Q(undone__isnull=False),
                name="cancellation_unfollowed_of_undone",
            ),
            models.UniqueConstraint(
                fields=["case", "decision", "decided_on", "decided_by"], name="cancellation_once"
            ),
        ]
        indexes = [
            models.Index(
                fields=["office", "signed_on"],
                name="cancellation_undelivered",
                condition=Q(served_on__isnull=True),
            ),
            models.Index(
                fields=["office", "due_on"],
                name="cancellation_awaited",
                condition=Q(status="issued", served_on__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return str(self.number_text)
