"""Rows of the direction: cases, resolutions that open and close proceedings, acts brought on cases."""

from django.db import models
from django.db.models import Q

from qadaga.acts.choices import Language
from qadaga.acts.models import Act
from qadaga.authority.lists.indexes import family, leading
from qadaga.matters.models import Body, Matter, Violation
from qadaga.matters.models.base import Row, filled, in_status, not_before, one_of, together
from qadaga.matters.models.paper import FrozenPaper, frozen
from qadaga.matters.models.served import Reminding, Served, reminding, served
from qadaga.supervision.offences.choices import (
    WITH_FILE,
    CalledOn,
    CaseOutcome,
    CaseStatus,
    ClosedOn,
    DecisionKind,
    Legality,
)

OFFICE, APPOINTMENT = "offices.Office", "staff.Appointment"
CHECK = ("detention", "penalty", "norm", "findings", "checked_on", "checked_by")


class OffenceCase(Row):
    """A case of an administrative offence: whose it is, its file's way here and back, what the check found.

    `ground` is that of the call for the file, empty where the prosecutor opened the proceedings. `due_on`: by
    when the file has to come, then by when it goes back. `silent_on`, `silence`: it did not come in time, and
    the violation that this is in the case's matter.
    """

    office = models.ForeignKey(OFFICE, models.PROTECT, related_name="+", db_index=False)
    region = models.ForeignKey(OFFICE, models.PROTECT, related_name="+", db_index=False)
    year = models.PositiveSmallIntegerField()
    number = models.PositiveIntegerField()
    number_text = models.CharField(max_length=40)
    status = models.CharField(max_length=8, choices=CaseStatus.choices)
    matter = models.ForeignKey(Matter, models.PROTECT, null=True, related_name="+")
    kato = models.CharField(max_length=9, null=True)  # noqa: DJ001 - the whole of the office's territory
    sphere = models.CharField(max_length=20, null=True)  # noqa: DJ001 - most belong to no sphere
    body = models.ForeignKey(Body, models.PROTECT, related_name="+")
    case_number = models.CharField(max_length=60, default="", blank=True)
    article = models.CharField(max_length=200)
    ground = models.CharField(max_length=20, choices=CalledOn.choices, default="", blank=True)
    begun_on = models.DateField()
    due_on = models.DateField(null=True)
    received_on = models.DateField(null=True)
    sheets = models.PositiveIntegerField(null=True)
    returned_on = models.DateField(null=True)
    silent_on = models.DateField(null=True)
    silence = models.OneToOneField(Violation, models.PROTECT, null=True, related_name="+")
    detention = models.CharField(max_length=8, choices=Legality.choices, null=True)  # noqa: DJ001 - of CHECK
    penalty = models.CharField(max_length=8, choices=Legality.choices, null=True)  # noqa: DJ001 - of CHECK
    norm = models.CharField(max_length=500, null=True)  # noqa: DJ001 - of CHECK
    findings = models.TextField(null=True)  # noqa: DJ001 - of CHECK
    checked_on = models.DateField(null=True)
    checked_by = models.ForeignKey(APPOINTMENT, models.PROTECT, null=True, related_name="+")
    violation = models.OneToOneField(Violation, models.PROTECT, null=True, related_name="+")
    outcome = models.CharField(max_length=9, choices=CaseOutcome.choices, null=True)  # noqa: DJ001 - a triple
    outcome_on = models.DateField(null=True)
    outcome_paper = models.CharField(max_length=200, null=True)  # noqa: DJ001 - together with outcome
    version = models.PositiveIntegerField(default=1)

    class Meta:
        constraints = [
            one_of("offence", "status", CaseStatus.values),
            one_of("offence", "ground", ["", *CalledOn.values]),
            *(
                models.CheckConstraint(
                    condition=Q(**{f"{name}__isnull": True}) | Q(**{f"{name}__in": sorted(known)}),
                    name=f"offence_{name}_known",
                )
                for name, known in (
                    ("detention", Legality.values),
                    ("penalty", Legality.values),
                    ("outcome", CaseOutcome.values),
                )
            ),
            *filled("offence", "number_text", "article"),
            models.UniqueConstraint(fields=["office", "year", "number"], name="offence_number_once"),
            # A file is called for once as long as the case is under supervision.
            models.UniqueConstraint(
                fields=["body", "case_number"],
                condition=~Q(case_number="") & ~Q(status="done"),
                name="offence_case_once",
            ),
            models.CheckConstraint(condition=Q(ground="") | ~Q(case_number=""), name="offence_called_number"),
            models.CheckConstraint(
                condition=~Q(status__in=["called", "received"]) | ~Q(ground=""), name="offence_called_ground"
            ),
            models.CheckConstraint(
                condition=~Q(status__in=sorted(WITH_FILE))
                | Q(ground="")
                | Q(received_on__isnull=False)
                | Q(outcome="withheld"),
                name="offence_received_by_status",
            ),
            together("offence", "received", "received_on", "sheets"),
            together("offence", "silent", "silent_on", "silence"),
            models.CheckConstraint(
                condition=Q(silent_on__isnull=True) | Q(matter__isnull=False, ground__gt=""),
                name="offence_silent_called",
            ),
            # Only a file that nobody gave ends a case that was never checked.
            models.CheckConstraint(
                condition=Q(outcome__isnull=True)
                | ~Q(outcome="withheld")
                | Q(silent_on__isnull=False, received_on__isnull=True),
                name="offence_withheld_silent",
            ),
            together("offence", "checked", *CHECK),
            in_status("offence", "checked_on", ["checked"]),
            together("offence", "outcome", "outcome", "outcome_on", "outcome_paper"),
            in_status("offence", "outcome_on", ["done"]),
            models.CheckConstraint(
                condition=Q(returned_on__isnull=True) | Q(received_on__isnull=False),
                name="offence_returned_received",
            ),
            not_before("offence", "received_on", "begun_on"),
            not_before("offence", "returned_on", "received_on"),
            not_before("offence", "outcome_on", "begun_on"),
            models.CheckConstraint(
                condition=Q(violation__isnull=True) | Q(matter__isnull=False), name="offence_violation_matter"
            ),
        ]
        indexes = [
            *family("offence_begun", "begun_on", plain=True),
            *family("offence_due", "due_on", partial=True),
            leading("offence_by_checker", "checked_by", "begun_on", nullable=True),
            leading("offence_by_body", "body", "begun_on"),
        ]

    def __str__(self) -> str:
        return self.number_text


class FileCall(FrozenPaper, Served, Row):
    """The letter that calls for the file (O.8.2): a frozen paper, and how it reached whoever has the file.

    `proof` or `proof_ref` prove the delivery. Its number is that of the case.
    """

    case = models.OneToOneField(OffenceCase, models.PROTECT, related_name="letter")
    norm = models.CharField(max_length=4000)
    language = models.CharField(max_length=2, choices=Language.choices)
    signed_on = models.DateField()

    class Meta:
        constraints = [
            one_of("filecall", "language", Language.values),
            *filled("filecall", "norm", "number_text"),
            *frozen("filecall"),
            *served("filecall"),
        ]


class ProceedingsResolution(FrozenPaper, Served, Row):
    """The prosecutor's own resolution that opens or closes proceedings (O.8.9): a frozen paper.

    Then how it reached the body that conducts the case, proven by a file or by the reference of a receipt.
    """

    case = models.ForeignKey(OffenceCase, models.PROTECT, related_name="resolutions")
    kind = models.CharField(max_length=5, choices=DecisionKind.choices)
    ground = models.CharField(max_length=40)
    person = models.CharField(max_length=300)
    iin = models.CharField(max_length=12, null=True)  # noqa: DJ001 - of a person, where it is known
    language = models.CharField(max_length=2, choices=Language.choices)
    reasons = models.TextField()
    signed_on = models.DateField()

    class Meta:
        constraints = [
            *served("proceedings"),
            one_of("proceedings", "kind", DecisionKind.values),
            one_of("proceedings", "language", Language.values),
            *filled("proceedings", "person", "norm", "reasons", "number_text"),
            models.CheckConstraint(
                condition=Q(iin__isnull=True) | Q(iin__regex=r"^[0-9]{12}$"), name="proceedings_iin"
            ),
            models.UniqueConstraint(fields=["case", "kind"], name="proceedings_kind_once"),
            *frozen("proceedings"),
            models.CheckConstraint(
                condition=Q(kind="open", ground="offence_signs")
                | Q(kind="close", ground__in=sorted(ClosedOn.values)),
                name="proceedings_ground_by_kind",
            ),
        ]
        indexes = [models.Index(fields=["iin"], name="proceedings_by_iin", condition=Q(iin__isnull=False))]


class CaseReminder(Reminding, Row):
    """The body that let the term of the file, or of its decision, pass was reminded of it."""

    case = models.ForeignKey(OffenceCase, models.PROTECT, related_name="reminders")

    class Meta:
        constraints = [
            *reminding("offencereminder"),
            models.UniqueConstraint(fields=["case", "on"], name="offencereminder_day_once"),
        ]


class OffenceAct(Row):
    """An act of the matter (a protest, a representation) that was brought on the case."""

    case = models.ForeignKey(OffenceCase, models.PROTECT, related_name="acts")
    act = models.OneToOneField(Act, models.PROTECT, related_name="+")

    def __str__(self) -> str:
        return str(self.act_id)
