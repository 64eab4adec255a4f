"""The ledger of facts; reports with their figures, their paper, what of the lower offices was there."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from qadaga.authority.lists.indexes import family, leading
from qadaga.matters.models.base import Row, in_status, one_of, together
from qadaga.matters.models.paper import FrozenPaper, frozen
from qadaga.reports.choices import Axis, JobKind, JobState, PeriodKind, ReportStatus

OFFICE, APPOINTMENT = "offices.Office", "staff.Appointment"
LANGUAGES = [("ru", "ru"), ("kk", "kk")]


class Fact(models.Model):
    """One record counts for one figure on a day. Written by the database only (see `ledger`), then voided.

    Of facts that are not voided a record has one a figure. `late` ones were written or voided after the month
    of their day was over: only these can differ from a signed report.
    """

    # An office that comes under another region keeps what it did under the first one there (ADR 21).
    stays_where_counted = True

    id = models.BigAutoField(primary_key=True)
    figure = models.CharField(max_length=40)
    source_id = models.UUIDField()
    office_id = models.UUIDField()
    region_id = models.UUIDField()
    day = models.DateField()
    direction = models.CharField(max_length=40)
    tasks = ArrayField(models.CharField(max_length=20))
    officer_id = models.UUIDField(null=True)
    matter_id = models.UUIDField(null=True)
    amount = models.BigIntegerField()
    recorded_at = models.DateTimeField()
    recorded_tx = models.BigIntegerField()
    voided_at = models.DateTimeField(null=True)
    voided_tx = models.BigIntegerField(null=True)
    void_cause = models.CharField(max_length=20)
    late = models.BooleanField()

    class Meta:
        constraints = [
            # One that is not voided; the voided ones stand in the same index, for what was last counted.
            models.UniqueConstraint(
                fields=["source_id", "figure", "voided_at"], nulls_distinct=False, name="fact_counts_once"
            ),
            together("fact", "voided", "voided_at", "voided_tx"),
        ]
        indexes = [
            models.Index(fields=["office_id", "figure", "day", "id"], name="fact_of_office"),
            models.Index(fields=["region_id", "figure", "day", "id"], name="fact_of_region"),
            models.Index(fields=["figure", "day", "id"], name="fact_of_nation"),
            models.Index(
                fields=["matter_id"],
                name="fact_of_matter",
                condition=Q(matter_id__isnull=False, voided_at__isnull=True),
            ),
            models.Index(fields=["day", "id"], name="fact_late", condition=Q(late=True)),
        ]

    def __str__(self) -> str:
        return f"{self.figure} {self.day}"


class Report(Row):
    """A report of an office for [starts_on, ends_on). Its figures are what was known at `cut_at`.

    `flying` are the transactions that were under way then: what they wrote is not in the figures.
    """

    office = models.ForeignKey(OFFICE, models.PROTECT, related_name="+", db_index=False)
    region = models.ForeignKey(OFFICE, models.PROTECT, related_name="+", db_index=False)
    period = models.CharField(max_length=7, choices=PeriodKind.choices)
    starts_on = models.DateField()
    ends_on = models.DateField()
    language = models.CharField(max_length=2, choices=LANGUAGES)
    status = models.CharField(max_length=6, choices=ReportStatus.choices)
    author = models.ForeignKey(APPOINTMENT, models.PROTECT, related_name="+")
    drafted_on = models.DateField()
    cut_at = models.DateTimeField(null=True)
    flying = ArrayField(models.BigIntegerField(), null=True)
    incomplete = models.TextField(default="", blank=True)
    signed_on = models.DateField(null=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        constraints = [
            one_of("report", "period", PeriodKind.values),
            one_of("report", "status", ReportStatus.values),
            models.UniqueConstraint(fields=["office", "period", "starts_on"], name="report_of_period_once"),
            # Periods begin on first days of months and are as long as they are called: none overlap.
            models.CheckConstraint(
                condition=Q(starts_on__day=1, ends_on__day=1, ends_on__gt=models.F("starts_on")),
                name="report_of_whole_months",
            ),
            together("report", "counted", "cut_at", "flying"),
            in_status("report", "signed_on", [ReportStatus.SIGNED]),
            in_status("report", "cut_at", [ReportStatus.SIGNED]),
            models.CheckConstraint(
                condition=Q(signed_on__isnull=True) | Q(signed_on__gte=models.F("ends_on")),
                name="report_signed_after_period",
            ),
        ]
        indexes = [
            *family("report_starts", "starts_on", plain=True),
            leading("report_by_author", "author", "starts_on"),
        ]

    def __str__(self) -> str:
        return f"{self.period} {self.starts_on}"


class ReportFigure(models.Model):
    """One figure of a report, whole or split: for the period, and for the same period a year before.

    `key` is the office, direction, task or officer of the axis; "" for the whole and where none is named.
    """

    report = models.ForeignKey(Report, models.CASCADE, related_name="figures")
    axis = models.CharField(max_length=9, choices=Axis.choices)
    key = models.CharField(max_length=40, blank=True, default="")
    figure = models.CharField(max_length=40)
    amount = models.BigIntegerField()
    before = models.BigIntegerField()

    class Meta:
        constraints = [
            one_of("reportfigure", "axis", Axis.values),
            models.UniqueConstraint(fields=["report", "axis", "key", "figure"], name="reportfigure_once"),
        ]

    def __str__(self) -> str:
        return f"{self.figure} {self.axis} {self.key}: {self.amount}"


class ReportPaper(FrozenPaper, Row):
    """The signed report on paper: number, signer, PDF/A with its hash, the ruling it was signed on (O.15)."""

    report = models.OneToOneField(Report, models.PROTECT, related_name="paper")
    signed_on = models.DateField()

    class Meta:
        constraints = frozen("reportpaper")


class LowerReport(models.Model):
    """What a signed report found of an office below: its signed report, or none."""

    report = models.ForeignKey(Report, models.PROTECT, related_name="lower")
    office = models.ForeignKey(OFFICE, models.PROTECT, related_name="+")
    signed = models.ForeignKey(Report, models.PROTECT, null=True, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["report", "office"], name="lowerreport_once")]

    def __str__(self) -> str:
        return f"{self.office_id}: {self.signed_id}"


class ReportJob(Row):
    """What the worker counts or writes for a report; only who asked gets the file."""

    report = models.ForeignKey(Report, models.CASCADE, related_name="jobs")
    kind = models.CharField(max_length=5, choices=JobKind.choices)
    state = models.CharField(max_length=7, choices=JobState.choices, default=JobState.WAITING)
    by = models.ForeignKey(APPOINTMENT, models.PROTECT, related_name="+")
    language = models.CharField(max_length=2)
    done = models.PositiveSmallIntegerField(default=0)
    of = models.PositiveSmallIntegerField(default=1)
    file = models.ForeignKey("documents.StoredFile", models.PROTECT, null=True, related_name="+")

    class Meta:
        constraints = [
            one_of("reportjob", "kind", JobKind.values),
            one_of("reportjob", "state", JobState.values),
            models.CheckConstraint(
                condition=~Q(state=JobState.DONE, kind=JobKind.XLSX) | Q(file__isnull=False),
                name="reportjob_written_has_file",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.state}"
