"""An analysis of the state of legality: a work of its own, apart from inspections (ORD32.1)."""

from django.db import models
from django.db.models import F, Q

from qadaga.authority.lists.indexes import family, leading
from qadaga.matters.choices import MatterKind, ServingWay
from qadaga.matters.models import Body
from qadaga.matters.models.base import Row, filled, in_status, not_before, one_of, together
from qadaga.supervision.legality.choices import AnalysisStatus, SourceKind
from qadaga.supervision.legality.models.act import APPOINTMENT, OFFICE


class Analysis(Row):
    """Subject, period (half-open), territory, ground; who writes it until when; the approval that ends it."""

    subject = models.CharField(max_length=300)
    question = models.TextField()
    starts_on = models.DateField()
    ends_on = models.DateField()
    kato = models.CharField(max_length=9, null=True)  # noqa: DJ001 - it may be about the whole of the office
    sphere = models.CharField(max_length=20, null=True)  # noqa: DJ001 - most belong to no sphere
    ground = models.CharField(max_length=20, choices=MatterKind.choices)
    office = models.ForeignKey(OFFICE, models.PROTECT, related_name="+", db_index=False)
    region = models.ForeignKey(OFFICE, models.PROTECT, related_name="+", db_index=False)
    status = models.CharField(max_length=9, choices=AnalysisStatus.choices)
    author = models.ForeignKey(APPOINTMENT, models.PROTECT, related_name="+")
    ordered_on = models.DateField()
    ordered_by = models.ForeignKey(APPOINTMENT, models.PROTECT, related_name="+", db_index=False)
    due_on = models.DateField(null=True)
    conclusion = models.TextField(default="", blank=True)
    remarks = models.TextField(default="", blank=True)
    submitted_on = models.DateField(null=True)
    year = models.PositiveSmallIntegerField(null=True)
    number = models.PositiveIntegerField(null=True)
    number_text = models.CharField(max_length=40, null=True)  # noqa: DJ001 - a draft has no number
    approved_on = models.DateField(null=True)
    approved_by = models.ForeignKey(APPOINTMENT, models.PROTECT, null=True, related_name="+", db_index=False)
    pdf = models.ForeignKey("documents.StoredFile", models.PROTECT, null=True, related_name="+")
    version = models.PositiveIntegerField(default=1)

    class Meta:
        constraints = [
            one_of("analysis", "status", AnalysisStatus.values),
            one_of("analysis", "ground", MatterKind.values),
            *filled("analysis", "subject", "question"),
            models.CheckConstraint(condition=Q(ends_on__gt=F("starts_on")), name="analysis_period_not_empty"),
            models.CheckConstraint(
                condition=Q(kato__isnull=True) | Q(kato__regex=r"^[0-9]{9}$"), name="analysis_kato_digits"
            ),
            in_status("analysis", "submitted_on", [AnalysisStatus.SUBMITTED, AnalysisStatus.APPROVED]),
            in_status("analysis", "approved_on", [AnalysisStatus.APPROVED]),
            models.CheckConstraint(
                condition=~Q(status="approved") | ~Q(conclusion=""), name="analysis_approved_concluded"
            ),
            together("analysis", "approved", "approved_on", "approved_by", "year", "number", "number_text"),
            models.CheckConstraint(
                condition=Q(status="approved", due_on__isnull=True)
                | (~Q(status="approved") & Q(due_on__isnull=False)),
                name="analysis_due_until_approved",
            ),
            models.CheckConstraint(
                condition=Q(pdf__isnull=True) | Q(status="approved"), name="analysis_printed_approved"
            ),
            not_before("analysis", "approved_on", "submitted_on"),
            models.UniqueConstraint(fields=["office", "year", "number"], name="analysis_number_once"),
            models.UniqueConstraint(
                fields=["office", "subject", "starts_on", "ends_on"], name="analysis_ordered_once"
            ),
        ]
        indexes = [
            *family("analysis_ordered", "ordered_on", plain=True),
            *family("analysis_due", "due_on", partial=True),
            leading("analysis_by_author", "author", "ordered_on"),
        ]

    def __str__(self) -> str:
        return self.number_text or self.subject


class AnalysisSource(Row):
    """What the analysis rests on: where it comes from and what it shows."""

    analysis = models.ForeignKey(Analysis, models.PROTECT, related_name="sources")
    kind = models.CharField(max_length=11, choices=SourceKind.choices)
    reference = models.CharField(max_length=500)
    shows = models.TextField()

    class Meta:
        constraints = [
            one_of("analysissource", "kind", SourceKind.values),
            *filled("analysissource", "reference", "shows"),
        ]

    def __str__(self) -> str:
        return self.reference


class AnalysisFinding(Row):
    """What was found: the norm that is not kept, how often, by whom."""

    analysis = models.ForeignKey(Analysis, models.PROTECT, related_name="findings")
    norm = models.CharField(max_length=500)
    what = models.TextField()
    times = models.PositiveIntegerField(null=True)

    class Meta:
        constraints = filled("analysisfinding", "norm", "what")

    def __str__(self) -> str:
        return self.norm


class Proposal(Row):
    """What should be done, by whom, until when."""

    analysis = models.ForeignKey(Analysis, models.PROTECT, related_name="proposals")
    what = models.TextField()
    executor = models.CharField(max_length=300)
    until = models.DateField(null=True)

    class Meta:
        constraints = filled("proposal", "what", "executor")

    def __str__(self) -> str:
        return self.executor


class Informed(Row):
    """Who was informed of the approved analysis, when and how."""

    analysis = models.ForeignKey(Analysis, models.PROTECT, related_name="informed")
    body = models.ForeignKey(Body, models.PROTECT, related_name="+")
    on = models.DateField()
    way = models.CharField(max_length=12, choices=ServingWay.choices)
    reference = models.CharField(max_length=200)
    by = models.ForeignKey(APPOINTMENT, models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            one_of("informed", "way", ServingWay.values),
            *filled("informed", "reference"),
            models.UniqueConstraint(fields=["analysis", "body"], name="informed_once"),
        ]

    def __str__(self) -> str:
        return str(self.on)
