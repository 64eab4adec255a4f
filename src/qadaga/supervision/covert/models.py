"""The index of checks: no column of this table can hold a text or a file (L.3.3, O.8.d5)."""

from django.db import models
from django.db.models import F, Q

from qadaga.authority.lists.indexes import family, leading
from qadaga.matters.models.base import Row, not_before, one_of, together
from qadaga.supervision.covert.choices import (
    STOPPABLE,
    WITH_PAPER,
    CheckGround,
    CheckKind,
    CheckResult,
    CheckStatus,
    DemandGround,
    Entitled,
    PaperKind,
    Reply,
)

OFFICE, APPOINTMENT = "offices.Office", "staff.Appointment"
# Groups of digits only: words cannot be written into a number.
NUMBER = r"^[0-9]{1,6}([-/][0-9]{1,6}){0,3}$"
LONGEST = 27
PAPER = ("paper_kind", "paper_number", "paper_on")


def _known(field: str, values: list[str]) -> models.CheckConstraint:
    condition = Q(**{f"{field}__isnull": True}) | Q(**{f"{field}__in": sorted(values)})
    return models.CheckConstraint(condition=condition, name=f"covert_{field}_known")


class CovertCheck(Row):
    """One check: whose register number, when, what of, the result; number and day of the act on paper.

    `begun_on` is the day of the demand or of the check, `due_on` the last day of the term that runs: for the
    materials, then for the act. `told_on`: the office above was told of a stopped action.
    """

    office = models.ForeignKey(OFFICE, models.PROTECT, related_name="+", db_index=False)
    region = models.ForeignKey(OFFICE, models.PROTECT, related_name="+", db_index=False)
    sphere = models.CharField(max_length=20, null=True)  # noqa: DJ001 - most belong to no sphere
    status = models.CharField(max_length=8, choices=CheckStatus.choices)
    body = models.CharField(max_length=10, choices=Entitled.choices)
    kind = models.CharField(max_length=9, choices=CheckKind.choices)
    register_number = models.CharField(max_length=LONGEST)
    begun_on = models.DateField()
    due_on = models.DateField(null=True)
    demand_ground = models.CharField(  # noqa: DJ001 - together with demanded_on
        max_length=20, choices=DemandGround.choices, null=True
    )
    demanded_on = models.DateField(null=True)
    received_on = models.DateField(null=True)
    ground = models.CharField(max_length=20, choices=CheckGround.choices, null=True)  # noqa: DJ001 - a triple
    checked_on = models.DateField(null=True)
    result = models.CharField(max_length=8, choices=CheckResult.choices, null=True)  # noqa: DJ001 - a triple
    paper_kind = models.CharField(max_length=14, choices=PaperKind.choices, null=True)  # noqa: DJ001 - PAPER
    paper_number = models.CharField(max_length=LONGEST, null=True)  # noqa: DJ001 - PAPER
    paper_on = models.DateField(null=True)
    told_on = models.DateField(null=True)
    reply = models.CharField(max_length=7, choices=Reply.choices, null=True)  # noqa: DJ001 - with reply_on
    reply_on = models.DateField(null=True)
    entered_by = models.ForeignKey(APPOINTMENT, models.PROTECT, related_name="+")
    version = models.PositiveIntegerField(default=1)

    class Meta:
        constraints = [
            one_of("covert", "status", CheckStatus.values),
            one_of("covert", "body", Entitled.values),
            one_of("covert", "kind", CheckKind.values),
            _known("demand_ground", DemandGround.values),
            _known("ground", CheckGround.values),
            _known("result", CheckResult.values),
            _known("paper_kind", PaperKind.values),
            _known("reply", Reply.values),
            models.CheckConstraint(condition=Q(register_number__regex=NUMBER), name="covert_number_digits"),
            models.CheckConstraint(
                condition=Q(paper_number__isnull=True) | Q(paper_number__regex=NUMBER),
                name="covert_paper_digits",
            ),
            models.CheckConstraint(
                condition=Q(sphere__isnull=True) | Q(sphere__regex=r"^[a-z_]+$"), name="covert_sphere_code"
            ),
            together("covert", "demanded", "demand_ground", "demanded_on"),
            together("covert", "checked", "ground", "checked_on", "result"),
            together("covert", "paper", *PAPER),
            together("covert", "replied", "reply", "reply_on"),
            models.CheckConstraint(
                condition=Q(status="demanded", demanded_on__isnull=False, checked_on__isnull=True)
                | Q(status="waiting", paper_on__isnull=False, reply_on__isnull=True)
                | (
                    Q(status="closed", due_on__isnull=True) & (Q(result="lawful") | Q(reply_on__isnull=False))
                ),
                name="covert_by_status",
            ),
            models.CheckConstraint(
                condition=Q(paper_on__isnull=False, result__in=sorted(WITH_PAPER))
                | (Q(paper_on__isnull=True) & (Q(result__isnull=True) | Q(result="lawful"))),
                name="covert_paper_by_result",
            ),
            models.CheckConstraint(
                condition=Q(reply_on__isnull=True) | Q(status="closed", paper_on__isnull=False),
                name="covert_reply_to_paper",
            ),
            models.CheckConstraint(
                condition=Q(result="stopped", told_on__isnull=False, kind__in=sorted(STOPPABLE))
                | (Q(told_on__isnull=True) & (Q(result__isnull=True) | ~Q(result="stopped"))),
                name="covert_stopped_told",
            ),
            models.CheckConstraint(
                condition=Q(received_on__isnull=True)
                | Q(
                    demanded_on__isnull=False,
                    received_on__gte=F("demanded_on"),
                    received_on__lte=F("checked_on"),
                ),
                name="covert_received_demanded",
            ),
            models.CheckConstraint(
                condition=Q(result__isnull=True)
                | ~Q(result="withheld")
                | Q(demanded_on__isnull=False, received_on__isnull=True),
                name="covert_withheld_demanded",
            ),
            not_before("covert", "checked_on", "demanded_on"),
            not_before("covert", "paper_on", "checked_on"),
            not_before("covert", "reply_on", "paper_on"),
            models.UniqueConstraint(
                fields=["office", "body", "kind", "register_number"],
                condition=~Q(status="closed"),
                name="covert_open_once",
            ),
            models.UniqueConstraint(
                fields=["office", "body", "kind", "register_number", "checked_on"], name="covert_checked_once"
            ),
        ]
        indexes = [
            *family("covert_begun", "begun_on", plain=True),
            *family("covert_due", "due_on", partial=True),
            leading("covert_by_entrant", "entered_by", "begun_on"),
        ]

    def __str__(self) -> str:
        return self.register_number
