"""Every answer ever given to a point of a check list: those in force, those replaced, those not taken."""

from django.db import models
from django.db.models import F, Q

from qadaga.matters.models import Violation
from qadaga.matters.models.base import Row, one_of, together
from qadaga.supervision.custody.choices import Standing, Verdict
from qadaga.supervision.custody.models.visit import APPOINTMENT, Visit


class Said(Row):
    """What somebody answered, when, seeing which version of the answer (`over`, 0 for none yet).

    `key` is the device's own name of the entry: what is sent twice is kept once. Of such an entry `said_at`
    is the device's moment, put right by how far its clock was off when it sent (`skew_seconds`). A point that
    the list on the device had and the visit's own has not stays here only (`off_list`); `violation`
    is what it became in a matter.
    """

    visit = models.ForeignKey(Visit, models.PROTECT, related_name="said")
    item = models.CharField(max_length=40)
    verdict = models.CharField(max_length=10, choices=Verdict.choices)
    remark = models.CharField(max_length=1000, default="", blank=True)
    standing = models.CharField(max_length=9, choices=Standing.choices)
    over = models.PositiveIntegerField()
    version = models.PositiveIntegerField(null=True)
    by = models.ForeignKey(APPOINTMENT, models.PROTECT, related_name="+")
    said_at = models.DateTimeField()
    told_at = models.DateTimeField()
    key = models.UUIDField(null=True, unique=True)
    device_at = models.DateTimeField(null=True)
    skew_seconds = models.IntegerField(null=True)
    violation = models.ForeignKey(Violation, models.PROTECT, null=True, related_name="+")
    settled_by = models.ForeignKey(APPOINTMENT, models.PROTECT, null=True, related_name="+")
    settled_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            one_of("said", "verdict", Verdict.values),
            one_of("said", "standing", Standing.values),
            models.CheckConstraint(
                condition=~Q(verdict="not_held") | ~Q(remark=""), name="said_not_held_says_what"
            ),
            models.CheckConstraint(
                condition=Q(standing="taken", version__isnull=False)
                | (~Q(standing="taken") & Q(version__isnull=True)),
                name="said_version_of_taken",
            ),
            models.CheckConstraint(
                condition=Q(violation__isnull=True) | Q(standing="off_list", verdict="not_held"),
                name="said_violation_off_list",
            ),
            models.UniqueConstraint(fields=["visit", "item", "version"], name="said_version_once"),
            models.CheckConstraint(condition=Q(said_at__lte=F("told_at")), name="said_before_told"),
            together("said", "device", "key", "device_at", "skew_seconds"),
            together("said", "settled", "settled_by", "settled_at"),
            models.CheckConstraint(
                condition=~Q(standing="disputed") | Q(settled_at__isnull=True), name="said_disputed_open"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.item}: {self.verdict}"
