"""A judicial act in force whose legality is looked into: called for, studied, protested or left (L.3.4)."""

from django.db import models
from django.db.models import Q

from qadaga.acts.choices import CourtOutcome
from qadaga.authority.lists.indexes import family, leading
from qadaga.court.choices import ActKind, Called, CallGround, CaseKind, ReviewStatus
from qadaga.court.models.record import Record
from qadaga.matters.models.base import filled, in_status, not_before, one_of, together
from qadaga.matters.models.served import Served, served


class Review(Served, Record):
    """Which act of which court, why it is looked into, who asked; when the case came and went back.

    The letter that calls for the case was delivered on `served_on`, in which way, proven by a file or by the
    reference of a receipt.
    """

    status = models.CharField(max_length=9, choices=ReviewStatus.choices)
    act_kind = models.CharField(max_length=10, choices=ActKind.choices)
    act_on = models.DateField()
    in_force_on = models.DateField(null=True)
    ground = models.CharField(max_length=17, choices=CallGround.choices)
    petitioner = models.CharField(max_length=300, default="", blank=True)
    petitioner_iin = models.CharField(max_length=12, null=True)  # noqa: DJ001 - of a person, where it is known
    called = models.CharField(max_length=9, choices=Called.choices, null=True)  # noqa: DJ001 - until called for
    called_on = models.DateField(null=True)
    received_on = models.DateField(null=True)
    volumes = models.PositiveSmallIntegerField(null=True)
    returned_on = models.DateField(null=True)
    studied_on = models.DateField(null=True)
    findings = models.TextField(null=True)  # noqa: DJ001 - together with studied_on
    unlawful = models.BooleanField(null=True)
    outcome = models.CharField(max_length=12, choices=CourtOutcome.choices, null=True)  # noqa: DJ001 - until decided

    class Meta:
        constraints = [
            one_of("courtreview", "kind", CaseKind.values),
            one_of("courtreview", "status", ReviewStatus.values),
            one_of("courtreview", "ground", CallGround.values),
            *filled("courtreview", "court", "about", "number"),
            models.CheckConstraint(condition=Q(kato__regex=r"^[0-9]{9}$"), name="courtreview_kato_digits"),
            models.CheckConstraint(
                condition=~Q(ground="petition_received") | ~Q(petitioner=""),
                name="courtreview_petition_has_author",
            ),
            models.CheckConstraint(
                condition=Q(petitioner_iin__isnull=True)
                | Q(petitioner_iin__regex=r"^[0-9]{12}$") & ~Q(petitioner=""),
                name="courtreview_petitioner_iin",
            ),
            together("courtreview", "called", "called", "called_on"),
            *served("courtreview", "called_on"),
            together("courtreview", "received", "received_on", "volumes"),
            together("courtreview", "studied", "studied_on", "findings", "unlawful"),
            in_status("courtreview", "called_on", [ReviewStatus.CALLED, ReviewStatus.RECEIVED]),
            in_status("courtreview", "received_on", [ReviewStatus.RECEIVED]),
            in_status("courtreview", "studied_on", [ReviewStatus.STUDIED, ReviewStatus.IN_COURT]),
            in_status("courtreview", "outcome", [ReviewStatus.DECIDED]),
            in_status("courtreview", "closed_on", [ReviewStatus.CLOSED]),
            not_before("courtreview", "in_force_on", "act_on"),
            not_before("courtreview", "received_on", "called_on"),
            not_before("courtreview", "returned_on", "received_on"),
            not_before("courtreview", "closed_on", "opened_on"),
            models.UniqueConstraint(
                fields=["court", "number", "act_on"],
                condition=~Q(status="closed"),
                name="court_review_act_once",
            ),
        ]
        indexes = [
            *family("court_review_opened", "opened_on", plain=True),
            *family("court_review_due", "due_on", partial=True),
            leading("court_review_by_officer", "officer", "opened_on", nullable=True),
            models.Index(
                fields=["petitioner_iin"],
                name="court_review_by_petitioner",
                condition=Q(petitioner_iin__isnull=False),
            ),
        ]
