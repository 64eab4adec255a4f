"""Decisions of an office above on one act or measure of a lower office, and their resolutions."""

from django.db import models
from django.db.models import F, Q

from qadaga.acts.above.choices import AboveKind
from qadaga.acts.choices import Language, SuspensionScope
from qadaga.acts.models.act import APPOINTMENT
from qadaga.matters.choices import ServingWay
from qadaga.matters.models import Matter
from qadaga.matters.models.base import Row, filled, one_of, together
from qadaga.matters.models.paper import OFFICE, FrozenPaper, frozen

KINDS = ("act", "measure", "inspection")
# What waits for the lower office: to take note, to tell the addressee.
WAITS = Q(noted_on__isnull=True) | Q(to_tell=True, told_on__isnull=True)


class Decision(Row):
    """What the office above decided, at which hour, why and how far (L.1.2).

    `before` is the status the record had, to which a suspended one goes back; `stopped` says that its term
    stood still by this decision; `until` is the last day that a change gave it. `ended_on` ends a suspension.
    `noted_*`: the lower office knows; `to_tell`: the addressee has it already and has to be told, `told_*`:
    was told.
    """

    matter = models.ForeignKey(Matter, models.PROTECT, related_name="+")
    subject_kind = models.CharField(max_length=12)
    subject_id = models.UUIDField()
    office = models.ForeignKey(OFFICE, models.PROTECT, related_name="+", db_index=False)
    lower_office = models.ForeignKey(OFFICE, models.PROTECT, related_name="+", db_index=False)
    kind = models.CharField(max_length=10, choices=AboveKind.choices)
    ground = models.CharField(max_length=40, default="", blank=True)
    scope = models.CharField(max_length=5, choices=SuspensionScope.choices)
    part = models.TextField(default="", blank=True)
    wording = models.TextField(default="", blank=True)
    until = models.DateField(null=True)
    reasons = models.TextField()
    before = models.CharField(max_length=12)
    stopped = models.BooleanField(default=False)
    decided_on = models.DateField()
    decided_at = models.DateTimeField()
    by = models.ForeignKey(APPOINTMENT, models.PROTECT, related_name="+", db_index=False)
    ended_on = models.DateField(null=True)
    noted_on = models.DateField(null=True)
    noted_by = models.ForeignKey(APPOINTMENT, models.PROTECT, null=True, related_name="+", db_index=False)
    to_tell = models.BooleanField(default=False)
    told_on = models.DateField(null=True)
    told_way = models.CharField(max_length=12, choices=ServingWay.choices, null=True)  # noqa: DJ001 - with told_on
    told_by = models.ForeignKey(APPOINTMENT, models.PROTECT, null=True, related_name="+", db_index=False)

    class Meta:
        constraints = [
            one_of("above", "subject_kind", KINDS),
            one_of("above", "kind", AboveKind.values),
            one_of("above", "scope", SuspensionScope.values),
            *filled("above", "reasons", "before"),
            together("above", "noted", "noted_on", "noted_by"),
            together("above", "told", "told_on", "told_way", "told_by"),
            models.CheckConstraint(condition=~Q(office=F("lower_office")), name="above_another_office"),
            models.CheckConstraint(condition=Q(kind=AboveKind.RESUME) | ~Q(ground=""), name="above_grounded"),
            models.CheckConstraint(
                condition=Q(scope="whole", part="") | (Q(scope="part") & ~Q(part="")), name="above_part_named"
            ),
            models.CheckConstraint(
                condition=Q(kind=AboveKind.CHANGE) & ~Q(wording="")
                | ~Q(kind=AboveKind.CHANGE) & Q(wording=""),
                name="above_wording_of_change",
            ),
            models.CheckConstraint(
                condition=Q(kind=AboveKind.SUSPEND) | Q(ended_on__isnull=True, stopped=False),
                name="above_only_suspension_ends",
            ),
            models.CheckConstraint(
                condition=Q(ended_on__isnull=True) | Q(ended_on__gte=F("decided_on")), name="above_ends_after"
            ),
            models.CheckConstraint(
                condition=Q(until__isnull=True) | Q(kind=AboveKind.CHANGE), name="above_until_of_change"
            ),
            # One suspension at a time: the law knows no second one before the first was decided.
            models.UniqueConstraint(
                fields=["subject_id"],
                condition=Q(kind=AboveKind.SUSPEND, ended_on__isnull=True),
                name="above_suspended_once",
            ),
        ]
        indexes = [
            models.Index(fields=["subject_id"], name="above_by_subject"),
            models.Index(fields=["lower_office"], condition=WAITS, name="above_waits"),
            models.Index(
                fields=["office"],
                condition=Q(kind=AboveKind.SUSPEND, ended_on__isnull=True),
                name="above_undecided",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.decided_on}"

    @property
    def whole(self) -> bool:
        """Whether it is about the whole of the record."""
        return self.scope == SuspensionScope.WHOLE


class HigherResolution(FrozenPaper, Row):
    """The resolution by which a lower office's act or measure is suspended, cancelled or changed."""

    decision = models.OneToOneField(Decision, models.PROTECT, related_name="resolution")
    language = models.CharField(max_length=2, choices=Language.choices)
    signed_on = models.DateField()

    class Meta:
        constraints = [
            one_of("higherresolution", "language", Language.values),
            *filled("higherresolution", "norm", "number_text"),
            *frozen("higherresolution"),
        ]
