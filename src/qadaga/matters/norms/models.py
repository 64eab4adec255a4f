"""Rows of the register of norms: the norms, the matters that serve them, duties that they lay on people."""

from datetime import date

from django.db import models
from django.db.models import F, Q

from qadaga.authority.lists.indexes import family, leading
from qadaga.matters.models import Matter
from qadaga.matters.models.base import Row, filled, in_status, not_before, one_of, together
from qadaga.matters.norms.choices import DutyStatus, NormKind, NormStatus

OFFICE, APPOINTMENT = "offices.Office", "staff.Appointment"


class Norm(Row):
    """What a law gives the service beyond the order: which law, article and edition, in force from and until.

    [valid_from, valid_to), the end excluded; an empty end is "until changed". `decision` and `decided_on` are
    of the order that put it into the register.
    """

    kind = models.CharField(max_length=8, choices=NormKind.choices)
    title_ru = models.CharField(max_length=300)
    title_kk = models.CharField(max_length=300)
    act = models.CharField(max_length=300)
    article = models.CharField(max_length=60)
    edition = models.CharField(max_length=100)
    gist = models.TextField()
    valid_from = models.DateField()
    valid_to = models.DateField(null=True)
    status = models.CharField(max_length=8, choices=NormStatus.choices)
    office = models.ForeignKey(OFFICE, models.PROTECT, related_name="+")
    entered_on = models.DateField()
    entered_by = models.ForeignKey(APPOINTMENT, models.PROTECT, related_name="+")
    decision = models.CharField(max_length=120, null=True)  # noqa: DJ001 - together with approved_on
    decided_on = models.DateField(null=True)
    approved_on = models.DateField(null=True)
    approved_by = models.ForeignKey(APPOINTMENT, models.PROTECT, null=True, related_name="+")
    version = models.PositiveIntegerField(default=1)

    class Meta:
        constraints = [
            one_of("norm", "kind", NormKind.values),
            one_of("norm", "status", NormStatus.values),
            *filled("norm", "title_ru", "title_kk", "act", "article", "edition", "gist"),
            models.CheckConstraint(
                condition=Q(valid_to__isnull=True) | Q(valid_to__gt=F("valid_from")), name="norm_period"
            ),
            together("norm", "approved", "decision", "decided_on", "approved_on", "approved_by"),
            in_status("norm", "approved_on", [NormStatus.APPROVED]),
            models.UniqueConstraint(fields=["kind", "act", "article", "edition"], name="norm_edition_once"),
            # Of one article one edition is without an end: a new one waits until the old one ends.
            models.UniqueConstraint(
                fields=["kind", "act", "article"], condition=Q(valid_to__isnull=True), name="norm_open_once"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.act}, {self.article}"

    def title(self, language: str) -> str:
        """What it gives, in the language of the page."""
        return self.title_kk if language == "kk" else self.title_ru

    def in_force(self, on: date) -> bool:
        """Whether it was approved and holds on the day."""
        ended = self.valid_to is not None and self.valid_to <= on
        return self.status == NormStatus.APPROVED and self.valid_from <= on and not ended


class MatterNorm(Row):
    """A matter serves another task or function that the norm gives (O.6.4, O.7.5)."""

    matter = models.ForeignKey(Matter, models.PROTECT, related_name="norms")
    norm = models.ForeignKey(Norm, models.PROTECT, related_name="matters")
    on = models.DateField()
    by = models.ForeignKey(APPOINTMENT, models.PROTECT, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["matter", "norm"], name="matternorm_once")]

    def __str__(self) -> str:
        return f"{self.matter_id} {self.norm_id}"


class LaidDuty(Row):
    """A duty of the norm that somebody bears until a last day, and what came of it (O.8.d8)."""

    norm = models.ForeignKey(Norm, models.PROTECT, related_name="duties")
    office = models.ForeignKey(OFFICE, models.PROTECT, related_name="+", db_index=False)
    region = models.ForeignKey(OFFICE, models.PROTECT, related_name="+", db_index=False)
    status = models.CharField(max_length=8, choices=DutyStatus.choices)
    executor = models.ForeignKey(APPOINTMENT, models.PROTECT, related_name="+", db_index=False)
    what = models.TextField()
    laid_on = models.DateField()
    laid_by = models.ForeignKey(APPOINTMENT, models.PROTECT, related_name="+")
    due_on = models.DateField()
    done_on = models.DateField(null=True)
    done_by = models.ForeignKey(APPOINTMENT, models.PROTECT, null=True, related_name="+")
    outcome = models.TextField(null=True)  # noqa: DJ001 - together with done_on
    version = models.PositiveIntegerField(default=1)

    class Meta:
        constraints = [
            one_of("laidduty", "status", DutyStatus.values),
            *filled("laidduty", "what"),
            together("laidduty", "done", "done_on", "done_by", "outcome"),
            in_status("laidduty", "done_on", [DutyStatus.CLOSED]),
            not_before("laidduty", "due_on", "laid_on"),
            not_before("laidduty", "done_on", "laid_on"),
            # The same duty lies on a person once at a time.
            models.UniqueConstraint(
                fields=["norm", "executor", "what"],
                condition=Q(status=DutyStatus.OPENED),
                name="laidduty_once",
            ),
        ]
        indexes = [
            *family("laidduty_laid", "laid_on", plain=True),
            *family("laidduty_due", "due_on"),
            leading("laidduty_by_layer", "laid_by", "laid_on"),
            leading("laidduty_by_executor", "executor", "laid_on"),
            models.Index(fields=["executor", "due_on"], name="laidduty_open", condition=Q(status="opened")),
        ]

    def __str__(self) -> str:
        return self.what
