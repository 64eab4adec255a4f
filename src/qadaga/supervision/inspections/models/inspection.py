"""The inspection: its draft, resolution, period and end; who inspects; how it was prolonged."""

from typing import Any

from django.db import models
from django.db.models import Q

from qadaga.acts.choices import Language
from qadaga.authority.lists.indexes import family, leading
from qadaga.matters.choices import ServingWay
from qadaga.matters.models import Body, Matter
from qadaga.matters.models.base import (
    Move,
    Row,
    filled,
    in_status,
    moves_known,
    not_before,
    number_once,
    one_of,
    together,
)
from qadaga.matters.models.longer import AskedLonger, asked_longer
from qadaga.supervision.inspections.choices import (
    RUNNING,
    Ground,
    InspectionOutcome,
    InspectionStatus,
    Secrecy,
)

APPOINTMENT = "staff.Appointment"
OFFICE = "offices.Office"
FILE = "documents.StoredFile"
SIGNATURE = (
    "signer",
    "signed_on",
    "signed_at",
    "pdf",
    "sha256",
    "year",
    "number",
    "number_text",
    "ruling",
    "edition",
)
SIGNED = (*RUNNING, InspectionStatus.CLOSED, InspectionStatus.CANCELLED)


class Inspection(Row):
    """An inspection of a body within a matter (O.8.4).

    `due_on` repeats the last day of its term; a running inspection lasts until it is finished, also past it.
    `carrier` is the office above that took it over and carries it on; without one whoever holds the matter.
    `office` is in whose register it stands; `numbered_in` whose number it bears after it went to another.
    """

    matter = models.ForeignKey(Matter, on_delete=models.PROTECT, related_name="inspections")
    office = models.ForeignKey(OFFICE, on_delete=models.PROTECT, related_name="+", db_index=False)
    region = models.ForeignKey(OFFICE, on_delete=models.PROTECT, related_name="+", db_index=False)
    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="inspections", db_index=False)
    ground = models.CharField(max_length=24, choices=Ground.choices)
    ground_text = models.CharField(max_length=300)
    norm = models.CharField(max_length=500)
    scope = models.TextField()
    language = models.CharField(max_length=2, choices=Language.choices)
    secrecy = models.CharField(max_length=12, choices=Secrecy.choices, default=Secrecy.NONE)
    no_notice = models.TextField(default="", blank=True)
    overlap = models.TextField(default="", blank=True)
    status = models.CharField(max_length=12, choices=InspectionStatus.choices)
    version = models.PositiveIntegerField(default=1)
    drafted_on = models.DateField()
    author = models.ForeignKey(APPOINTMENT, on_delete=models.PROTECT, related_name="+", db_index=False)
    starts_on = models.DateField()
    due_on = models.DateField(null=True)
    year = models.PositiveSmallIntegerField(null=True)
    number = models.PositiveIntegerField(null=True)
    number_text = models.CharField(max_length=40, null=True)  # noqa: DJ001 - a draft has no number
    signer = models.ForeignKey(
        APPOINTMENT, null=True, on_delete=models.PROTECT, related_name="+", db_index=False
    )
    signed_on = models.DateField(null=True)
    signed_at = models.DateTimeField(null=True)
    pdf = models.ForeignKey(FILE, null=True, on_delete=models.PROTECT, related_name="+")
    notice_pdf = models.ForeignKey(FILE, null=True, on_delete=models.PROTECT, related_name="+")
    sha256 = models.CharField(max_length=64, null=True)  # noqa: DJ001 - a draft has none
    edition = models.CharField(max_length=60, null=True)  # noqa: DJ001 - a draft has none
    ruling = models.JSONField(null=True)
    notified_on = models.DateField(null=True)
    notified_way = models.CharField(max_length=12, choices=ServingWay.choices, null=True)  # noqa: DJ001 - a pair
    notified_to = models.CharField(max_length=300, null=True)  # noqa: DJ001 - a pair with its day
    notice_proof = models.CharField(max_length=200, null=True)  # noqa: DJ001 - a pair with its day
    notified_by = models.ForeignKey(
        APPOINTMENT, null=True, on_delete=models.PROTECT, related_name="+", db_index=False
    )
    findings = models.TextField(null=True)  # noqa: DJ001 - a pair with its day
    findings_on = models.DateField(null=True)
    findings_by = models.ForeignKey(
        APPOINTMENT, null=True, on_delete=models.PROTECT, related_name="+", db_index=False
    )
    outcome = models.CharField(max_length=12, choices=InspectionOutcome.choices, null=True)  # noqa: DJ001 - a pair
    numbered_in = models.ForeignKey(
        OFFICE, null=True, on_delete=models.PROTECT, related_name="+", db_index=False
    )
    carrier = models.ForeignKey(OFFICE, null=True, on_delete=models.PROTECT, related_name="+", db_index=False)
    finished_on = models.DateField(null=True)
    finished_by = models.ForeignKey(
        APPOINTMENT, null=True, on_delete=models.PROTECT, related_name="+", db_index=False
    )

    class Meta:
        constraints = [
            one_of("inspection", "status", InspectionStatus.values),
            one_of("inspection", "ground", Ground.values),
            one_of("inspection", "language", Language.values),
            one_of("inspection", "secrecy", Secrecy.values),
            *filled("inspection", "ground_text", "norm", "scope"),
            *number_once("inspection"),
            together("inspection", "signature", *SIGNATURE),
            together(
                "inspection",
                "notice",
                "notified_on",
                "notified_way",
                "notified_to",
                "notice_proof",
                "notified_by",
            ),
            together("inspection", "findings", "findings", "findings_on", "findings_by"),
            together("inspection", "finished", "outcome", "finished_on", "finished_by"),
            in_status("inspection", "signed_on", SIGNED),
            in_status("inspection", "due_on", SIGNED),
            in_status("inspection", "findings_on", [InspectionStatus.CLOSED]),
            models.CheckConstraint(
                condition=Q(status__in=SIGNED) | Q(signed_on__isnull=True),
                name="inspection_unsigned_by_status",
            ),
            models.CheckConstraint(
                condition=Q(status=InspectionStatus.CLOSED, finished_on__isnull=False)
                | (~Q(status=InspectionStatus.CLOSED) & Q(finished_on__isnull=True)),
                name="inspection_finished_by_status",
            ),
            # Either the inspected is told, or the resolution says why not.
            models.CheckConstraint(
                condition=~Q(status=InspectionStatus.CLOSED)
                | Q(notified_on__isnull=False)
                | ~Q(no_notice=""),
                name="inspection_notice_or_reason",
            ),
            models.CheckConstraint(
                condition=Q(sha256__isnull=True) | Q(sha256__regex=r"^[0-9a-f]{64}$"),
                name="inspection_sha256_hex",
            ),
            not_before("inspection", "signed_on", "drafted_on"),
            not_before("inspection", "notified_on", "signed_on"),
            not_before("inspection", "due_on", "starts_on"),
            not_before("inspection", "findings_on", "starts_on"),
            not_before("inspection", "finished_on", "findings_on"),
        ]
        indexes = [
            *family("inspection_drafted", "drafted_on", plain=True),
            *family("inspection_due", "due_on", partial=True),
            leading("inspection_by_author", "author", "drafted_on"),
            leading("inspection_by_body", "body", "drafted_on"),
            leading("inspection_of_body", "body", "starts_on"),
            models.Index(fields=["id"], condition=~Q(secrecy="none"), name="inspection_secret"),
            models.Index(
                fields=["carrier"], condition=Q(carrier__isnull=False), name="inspection_by_carrier"
            ),
        ]

    def __str__(self) -> str:
        return self.number_text or self.norm

    @property
    def acting_office(self) -> Any:
        """The office that acts in it: the one that took it over, or else the one that holds its matter."""
        return self.matter.holder if self.carrier is None else self.carrier


class InspectionOfficer(Row):
    """An officer who inspects: whom the resolution names, or who came later.

    `named_on` is empty for those of the resolution; whoever was relieved inspects no more.
    """

    inspection = models.ForeignKey(Inspection, on_delete=models.PROTECT, related_name="officers")
    appointment = models.ForeignKey(APPOINTMENT, on_delete=models.PROTECT, related_name="+")
    named_on = models.DateField(null=True)
    relieved_on = models.DateField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["inspection", "appointment"],
                condition=Q(relieved_on__isnull=True),
                name="inspectionofficer_once",
            ),
            not_before("inspectionofficer", "relieved_on", "named_on"),
        ]

    def __str__(self) -> str:
        return str(self.appointment_id)


class Prolongation(AskedLonger, Row):
    """A longer period: asked of the office above, decided there, applied by the own leadership."""

    inspection = models.ForeignKey(Inspection, on_delete=models.PROTECT, related_name="prolongations")

    class Meta:
        constraints = asked_longer("prolongation", "inspection")


class InspectionMove(Move):
    """One step of an inspection: from which status to which, by which power, who and when."""

    inspection = models.ForeignKey(Inspection, on_delete=models.PROTECT, related_name="moves")

    class Meta:
        constraints = moves_known("inspectionmove", InspectionStatus.values)
