"""Rows of the direction: checks of records, discrepancies, the demand to correct, acts brought (L.3.8)."""

from django.db import models
from django.db.models import F, Q

from qadaga.acts.choices import Language
from qadaga.acts.models import Act
from qadaga.authority.lists.indexes import family, leading
from qadaga.matters.choices import ServingWay
from qadaga.matters.models import Body, Matter, Violation
from qadaga.matters.models.base import Row, filled, in_status, not_before, one_of, together
from qadaga.matters.models.paper import FrozenPaper, frozen
from qadaga.supervision.statistics.choices import CheckGround, CheckStatus, Fault, Outcome, RecordKind

OFFICE, APPOINTMENT = "offices.Office", "staff.Appointment"


class RecordsCheck(Row):
    """A check of the records that a body kept over a period, its first and last day included.

    `due_on` is the last day set for the check, then that of the term in which the demand is considered.
    `asked_on`: a letter asked for figures; `served_*`, `proof` or `proof_ref` prove that it reached the
    body. `silent_on`: it was recorded that they were not given in time.
    """

    office = models.ForeignKey(OFFICE, models.PROTECT, related_name="+", db_index=False)
    region = models.ForeignKey(OFFICE, models.PROTECT, related_name="+", db_index=False)
    year = models.PositiveSmallIntegerField()
    number = models.PositiveIntegerField()
    number_text = models.CharField(max_length=40)
    status = models.CharField(max_length=8, choices=CheckStatus.choices)
    matter = models.ForeignKey(Matter, models.PROTECT, null=True, related_name="+")
    kato = models.CharField(max_length=9, null=True)  # noqa: DJ001 - the whole of the office's territory
    sphere = models.CharField(max_length=20, null=True)  # noqa: DJ001 - most belong to no sphere
    body = models.ForeignKey(Body, models.PROTECT, related_name="+")
    kind = models.CharField(max_length=11, choices=RecordKind.choices)
    ground = models.CharField(max_length=20, choices=CheckGround.choices)
    period_from = models.DateField()
    period_to = models.DateField()
    officer = models.ForeignKey(APPOINTMENT, models.PROTECT, related_name="+")
    begun_on = models.DateField()
    due_on = models.DateField(null=True)
    asked_on = models.DateField(null=True)
    served_on = models.DateField(null=True)
    served_way = models.CharField(max_length=12, choices=ServingWay.choices, null=True)  # noqa: DJ001 - with its day
    served_by = models.ForeignKey(APPOINTMENT, models.PROTECT, null=True, related_name="+")
    proof = models.ForeignKey("documents.StoredFile", models.PROTECT, null=True, related_name="+")
    proof_ref = models.CharField(max_length=200, default="", blank=True)
    came_on = models.DateField(null=True)
    silent_on = models.DateField(null=True)
    finished_on = models.DateField(null=True)
    outcome = models.CharField(max_length=9, choices=Outcome.choices, null=True)  # noqa: DJ001 - a pair
    closed_on = models.DateField(null=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        constraints = [
            one_of("records", "status", CheckStatus.values),
            one_of("records", "kind", RecordKind.values),
            one_of("records", "ground", CheckGround.values),
            models.CheckConstraint(
                condition=Q(outcome__isnull=True) | Q(outcome__in=sorted(Outcome.values)),
                name="records_outcome_known",
            ),
            *filled("records", "number_text"),
            models.UniqueConstraint(fields=["office", "year", "number"], name="records_number_once"),
            # The same records over the same days are checked once at a time.
            models.UniqueConstraint(
                fields=["office", "body", "kind", "period_from", "period_to"],
                condition=~Q(status="closed"),
                name="records_check_once",
            ),
            not_before("records", "period_to", "period_from"),
            not_before("records", "begun_on", "period_to"),
            not_before("records", "asked_on", "begun_on"),
            not_before("records", "came_on", "asked_on"),
            not_before("records", "finished_on", "begun_on"),
            not_before("records", "closed_on", "finished_on"),
            together("records", "served", "served_on", "served_way", "served_by"),
            not_before("records", "served_on", "asked_on"),
            models.CheckConstraint(
                condition=Q(served_on__isnull=True) | Q(asked_on__isnull=False), name="records_served_asked"
            ),
            together("records", "closed", "outcome", "closed_on"),
            models.CheckConstraint(
                condition=Q(came_on__isnull=True) | Q(asked_on__isnull=False), name="records_came_asked"
            ),
            models.CheckConstraint(
                condition=Q(silent_on__isnull=True) | Q(asked_on__isnull=False), name="records_silent_asked"
            ),
            not_before("records", "silent_on", "asked_on"),
            models.CheckConstraint(
                condition=Q(status="begun", finished_on__isnull=True)
                | (~Q(status="begun") & Q(finished_on__isnull=False)),
                name="records_finished_by_status",
            ),
            models.CheckConstraint(
                condition=Q(status="closed", closed_on__isnull=False, due_on__isnull=True)
                | (~Q(status="closed") & Q(closed_on__isnull=True)),
                name="records_closed_by_status",
            ),
            in_status("records", "due_on", ["begun"]),
        ]
        indexes = [
            *family("records_begun", "begun_on", plain=True),
            *family("records_due", "due_on", partial=True),
            leading("records_by_officer", "officer", "begun_on"),
        ]

    def __str__(self) -> str:
        return self.number_text


class Discrepancy(Row):
    """A record that does not say what was: how many the body reported, how many the check found.

    Corrected with its day and proof, or passed to a matter as a violation, or both.
    """

    check_of = models.ForeignKey(RecordsCheck, models.PROTECT, related_name="discrepancies")
    fault = models.CharField(max_length=8, choices=Fault.choices)
    record_no = models.CharField(max_length=60)
    reported = models.PositiveIntegerField()
    found = models.PositiveIntegerField()
    norm = models.CharField(max_length=500)
    what = models.TextField()
    violation = models.OneToOneField(Violation, models.PROTECT, null=True, related_name="+")
    corrected_on = models.DateField(null=True)
    proof = models.CharField(max_length=300, null=True)  # noqa: DJ001 - together with corrected_on
    corrected_by = models.ForeignKey(APPOINTMENT, models.PROTECT, null=True, related_name="+")

    class Meta:
        constraints = [
            one_of("discrepancy", "fault", Fault.values),
            *filled("discrepancy", "record_no", "norm", "what"),
            models.UniqueConstraint(fields=["check_of", "fault", "record_no"], name="discrepancy_once"),
            # What was hidden was there and not reported; what is late was reported, if not in time.
            models.CheckConstraint(
                condition=Q(fault="hidden", found__gt=F("reported"))
                | Q(fault="late", reported__gt=0)
                | Q(fault="withheld", reported=0, found=0)
                | (Q(fault="wrong") & ~Q(found=F("reported"))),
                name="discrepancy_counts_by_fault",
            ),
            together("discrepancy", "corrected", "corrected_on", "proof", "corrected_by"),
        ]

    def __str__(self) -> str:
        return self.record_no


class CorrectionDemand(FrozenPaper, Row):
    """The head's representation that the records be corrected: a frozen paper, and its service.

    `told_on`: the body of legal statistics was told.
    """

    check_of = models.OneToOneField(RecordsCheck, models.PROTECT, related_name="demand")
    official = models.CharField(max_length=300)
    language = models.CharField(max_length=2, choices=Language.choices)
    reasons = models.TextField()
    signed_on = models.DateField()
    served_on = models.DateField(null=True)
    served_way = models.CharField(max_length=12, choices=ServingWay.choices, null=True)  # noqa: DJ001 - SERVED
    proof_ref = models.CharField(max_length=200, null=True)  # noqa: DJ001 - SERVED
    told_on = models.DateField(null=True)
    served_by = models.ForeignKey(APPOINTMENT, models.PROTECT, null=True, related_name="+")

    class Meta:
        constraints = [
            one_of("correction", "language", Language.values),
            *filled("correction", "official", "norm", "reasons", "number_text"),
            *frozen("correction"),
            together("correction", "served", "served_on", "served_way", "proof_ref", "told_on", "served_by"),
            not_before("correction", "served_on", "signed_on"),
            not_before("correction", "told_on", "signed_on"),
            models.CheckConstraint(
                condition=Q(served_way__isnull=True) | Q(served_way__in=sorted(ServingWay.values)),
                name="correction_served_way_known",
            ),
        ]


class RecordsAct(Row):
    """An act of the matter that was brought on what a check found."""

    check_of = models.ForeignKey(RecordsCheck, models.PROTECT, related_name="acts")
    act = models.OneToOneField(Act, models.PROTECT, related_name="+")

    def __str__(self) -> str:
        return str(self.act_id)
