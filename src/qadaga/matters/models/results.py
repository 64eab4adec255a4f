"""What a matter found, removed, protected and had punished (L.1.3, O.6.1, O.6.2)."""

from django.db import models
from django.db.models import Q

from qadaga.authority.lists.indexes import family, leading
from qadaga.matters.choices import (
    Finding,
    LiabilityKind,
    Outcome,
    ProtectedKind,
    ProtectedSource,
    ProtectedStatus,
    RecoveredFor,
    ResultKind,
    RightHurt,
    RightsHolder,
    ViolatorKind,
)
from qadaga.matters.models.base import Row, filled, not_before, one_of, together
from qadaga.matters.models.body import Body
from qadaga.matters.models.matter import Matter

APPOINTMENT = "staff.Appointment"


class Violation(Row):
    """A norm violated: what was done, by whom, whose rights were hurt, and what became of it (O.6.2).

    `office` and `region` are those of the matter's register. `answer_by` is the day by which an act or a
    measure has to answer it (O.8.d3); empty once something has.
    """

    matter = models.ForeignKey(Matter, on_delete=models.PROTECT, related_name="violations")
    office = models.ForeignKey("offices.Office", on_delete=models.PROTECT, related_name="+", db_index=False)
    region = models.ForeignKey("offices.Office", on_delete=models.PROTECT, related_name="+", db_index=False)
    norm = models.CharField(max_length=500)
    what = models.TextField()
    violator_kind = models.CharField(max_length=10, choices=ViolatorKind.choices)
    violator_body = models.ForeignKey(
        Body, null=True, on_delete=models.PROTECT, related_name="violations", db_index=False
    )
    violator_name = models.CharField(max_length=300, default="", blank=True)
    rights_of = models.CharField(max_length=10, choices=RightsHolder.choices)
    rights_holder = models.CharField(max_length=300, default="", blank=True)
    committed_on = models.DateField(null=True)
    found_on = models.DateField()
    found_by = models.ForeignKey(APPOINTMENT, on_delete=models.PROTECT, related_name="+")
    causes = models.CharField(max_length=8, choices=Finding.choices, default=Finding.UNKNOWN)
    causes_text = models.TextField(default="", blank=True)
    consequences = models.CharField(max_length=8, choices=Finding.choices, default=Finding.UNKNOWN)
    consequences_text = models.TextField(default="", blank=True)
    answer_by = models.DateField(null=True)
    removed_on = models.DateField(null=True)
    removed_by = models.ForeignKey(APPOINTMENT, null=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            *filled("violation", "norm", "what"),
            one_of("violation", "violator_kind", ViolatorKind.values),
            one_of("violation", "rights_of", RightsHolder.values),
            one_of("violation", "causes", Finding.values),
            one_of("violation", "consequences", Finding.values),
            models.CheckConstraint(
                condition=Q(violator_body__isnull=False) | ~Q(violator_name=""),
                name="violation_violator_named",
            ),
            not_before("violation", "found_on", "committed_on"),
            not_before("violation", "removed_on", "found_on"),
            not_before("violation", "answer_by", "found_on"),
            together("violation", "removed", "removed_on", "removed_by"),
        ]
        indexes = [
            # A body's violations in a scope are counted out of the index alone.
            models.Index(
                fields=["violator_body"], include=["office", "region", "matter"], name="violation_of_body"
            ),
            # What waits for an act is little, however much was ever found.
            models.Index(
                fields=["office", "answer_by", "id"],
                condition=Q(answer_by__isnull=False),
                name="violation_unanswered",
            ),
        ]

    def __str__(self) -> str:
        return self.norm


class ProtectedPerson(Row):
    """People whose rights were hurt (L.1.3): which right, by whom; what was restored, when; when they were
    told. `office` and `region` are those of the matter's register; `due_on` is the day to tell them by.
    """

    matter = models.ForeignKey(Matter, on_delete=models.PROTECT, related_name="protected")
    office = models.ForeignKey("offices.Office", on_delete=models.PROTECT, related_name="+", db_index=False)
    region = models.ForeignKey("offices.Office", on_delete=models.PROTECT, related_name="+", db_index=False)
    status = models.CharField(max_length=8, choices=ProtectedStatus.choices)
    source = models.CharField(max_length=10, choices=ProtectedSource.choices, default=ProtectedSource.MATTER)
    right = models.CharField(max_length=9, choices=RightHurt.choices, default=RightHurt.OTHER)
    hurt_by = models.ForeignKey(Body, null=True, on_delete=models.PROTECT, related_name="+")
    found_on = models.DateField()
    due_on = models.DateField(null=True)
    version = models.PositiveIntegerField(default=1)
    violation = models.ForeignKey(Violation, null=True, on_delete=models.PROTECT, related_name="protected")
    kind = models.CharField(max_length=8, choices=ProtectedKind.choices)
    name = models.CharField(max_length=300)
    iin = models.CharField(max_length=12, null=True)  # noqa: DJ001 - a group has none
    count = models.PositiveIntegerField(default=1)
    restored = models.TextField(null=True)  # noqa: DJ001 - a pair with restored_on
    restored_on = models.DateField(null=True)
    told_on = models.DateField(null=True)
    told_how = models.CharField(max_length=200, null=True)  # noqa: DJ001 - a pair with told_on
    recorded_by = models.ForeignKey(APPOINTMENT, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            one_of("protected", "kind", ProtectedKind.values),
            one_of("protected", "status", ProtectedStatus.values),
            one_of("protected", "source", ProtectedSource.values),
            one_of("protected", "right", RightHurt.values),
            *filled("protected", "name", "restored"),
            together("protected", "restored", "restored", "restored_on"),
            models.CheckConstraint(
                condition=Q(status="hurt", restored_on__isnull=True, due_on__isnull=True)
                | Q(status="restored", restored_on__isnull=False, told_on__isnull=True)
                | Q(status="told", restored_on__isnull=False, told_on__isnull=False, due_on__isnull=True),
                name="protected_by_status",
            ),
            models.CheckConstraint(
                condition=(Q(kind="group") & Q(count__gte=1)) | (~Q(kind="group") & Q(count=1)),
                name="protected_count_by_kind",
            ),
            models.CheckConstraint(
                condition=Q(iin__isnull=True) | Q(iin__regex=r"^[0-9]{12}$"), name="protected_iin"
            ),
            together("protected", "told", "told_on", "told_how"),
            not_before("protected", "told_on", "restored_on"),
        ]
        indexes = [
            *family("protected_found", "found_on", plain=True),
            *family("protected_due", "due_on", partial=True),
            leading("protected_by_recorder", "recorded_by", "found_on"),
            leading("protected_by_hurter", "hurt_by", "found_on", nullable=True),
            models.Index(fields=["iin", "found_on", "id"], name="protected_by_iin", condition=~Q(iin=None)),
        ]

    def __str__(self) -> str:
        return str(self.id)


class Liability(Row):
    """Liability raised against someone, and what was imposed: two facts, counted apart."""

    matter = models.ForeignKey(Matter, on_delete=models.PROTECT, related_name="liabilities")
    violation = models.ForeignKey(Violation, null=True, on_delete=models.PROTECT, related_name="liabilities")
    kind = models.CharField(max_length=16, choices=LiabilityKind.choices)
    against_kind = models.CharField(max_length=10, choices=ViolatorKind.choices)
    against = models.CharField(max_length=300)
    iin = models.CharField(max_length=12, null=True)  # noqa: DJ001 - people only, where it is known
    post = models.CharField(max_length=300, default="", blank=True)
    raised_on = models.DateField()
    raised_by = models.ForeignKey(APPOINTMENT, on_delete=models.PROTECT, related_name="+")
    imposed_on = models.DateField(null=True)
    imposed = models.CharField(max_length=300, null=True)  # noqa: DJ001 - a pair with imposed_on
    imposed_recorded_by = models.ForeignKey(
        APPOINTMENT, null=True, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        constraints = [
            one_of("liability", "kind", LiabilityKind.values),
            one_of("liability", "against_kind", ViolatorKind.values),
            *filled("liability", "against"),
            models.CheckConstraint(
                condition=Q(iin__isnull=True) | Q(iin__regex=r"^[0-9]{12}$") & ~Q(against_kind="body"),
                name="liability_iin_of_people",
            ),
            together("liability", "imposed", "imposed_on", "imposed", "imposed_recorded_by"),
            not_before("liability", "imposed_on", "raised_on"),
        ]
        indexes = [models.Index(fields=["iin"], name="liability_by_iin", condition=~Q(iin=None))]

    def __str__(self) -> str:
        return str(self.id)


class Recovery(Row):
    """Money recovered, in tiyn, beside the four results."""

    matter = models.ForeignKey(Matter, on_delete=models.PROTECT, related_name="recoveries")
    tiyn = models.BigIntegerField()
    recovered_for = models.CharField(max_length=10, choices=RecoveredFor.choices)
    recovered_on = models.DateField()
    basis = models.CharField(max_length=300)
    recorded_by = models.ForeignKey(APPOINTMENT, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(tiyn__gt=0), name="recovery_positive"),
            one_of("recovery", "recovered_for", RecoveredFor.values),
            *filled("recovery", "basis"),
        ]

    def __str__(self) -> str:
        return str(self.tiyn)


class MatterResult(Row):
    """One of the four results, stated: how far it was reached and, where it was not, why."""

    matter = models.ForeignKey(Matter, on_delete=models.PROTECT, related_name="results")
    kind = models.CharField(max_length=12, choices=ResultKind.choices)
    outcome = models.CharField(max_length=12, choices=Outcome.choices)
    note = models.TextField(default="", blank=True)
    recorded_on = models.DateField()
    recorded_by = models.ForeignKey(APPOINTMENT, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            one_of("result", "kind", ResultKind.values),
            one_of("result", "outcome", Outcome.values),
            models.UniqueConstraint(fields=["matter", "kind"], name="result_once"),
            models.CheckConstraint(
                condition=Q(outcome="reached") | ~Q(note=""), name="result_not_reached_says_why"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind}: {self.outcome}"
