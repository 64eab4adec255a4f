"""Writs: who issued them, what for, with which bailiff they are."""

from django.db import models
from django.db.models import Q

from qadaga.authority.lists.indexes import family, leading
from qadaga.matters.models import Matter
from qadaga.matters.models.base import Row, filled, not_before, one_of, together
from qadaga.supervision.enforcement.choices import EndedAs, Issuer, Party, WritStatus
from qadaga.supervision.enforcement.models.bailiff import OFFICE, Bailiff

APPOINTMENT = "staff.Appointment"


class Writ(Row):
    """A writ and the proceedings on it; `due_on` is the last day of the check under way.

    A key of both columns (migration 0002) holds `bailiff_kind` to the bailiff's own.
    """

    office = models.ForeignKey(OFFICE, models.PROTECT, related_name="+", db_index=False)
    region = models.ForeignKey(OFFICE, models.PROTECT, related_name="+", db_index=False)
    status = models.CharField(max_length=12, choices=WritStatus.choices)
    number = models.CharField(max_length=100)
    issuer_kind = models.CharField(max_length=6, choices=Issuer.choices)
    issuer = models.CharField(max_length=300)
    issued_on = models.DateField()
    case_number = models.CharField(max_length=100)
    opened_on = models.DateField()
    bailiff = models.ForeignKey(Bailiff, models.PROTECT, related_name="writs", db_index=False)
    bailiff_kind = models.CharField(max_length=7)
    claimant_kind = models.CharField(max_length=6, choices=Party.choices)
    claimant = models.CharField(max_length=300)
    debtor_kind = models.CharField(max_length=6, choices=Party.choices)
    debtor = models.CharField(max_length=300)
    claimant_iin = models.CharField(max_length=12, null=True)  # noqa: DJ001 - people only, where it is known
    debtor_iin = models.CharField(max_length=12, null=True)  # noqa: DJ001 - people only, where it is known
    demand = models.TextField()
    tiyn = models.BigIntegerField(null=True)
    kato = models.CharField(max_length=9)
    sphere = models.CharField(max_length=20, null=True)  # noqa: DJ001 - most belong to no sphere
    registered_on = models.DateField()
    officer = models.ForeignKey(APPOINTMENT, models.PROTECT, null=True, related_name="+")
    matter = models.ForeignKey(Matter, models.PROTECT, null=True, related_name="+")
    due_on = models.DateField(null=True)
    handed_on = models.DateField(null=True)
    ended_on = models.DateField(null=True)
    ended_as = models.CharField(max_length=8, choices=EndedAs.choices, null=True)  # noqa: DJ001 - a pair with ended_on
    version = models.PositiveIntegerField(default=1)

    class Meta:
        constraints = [
            one_of("writ", "status", WritStatus.values),
            one_of("writ", "issuer_kind", Issuer.values),
            one_of("writ", "claimant_kind", Party.values),
            one_of("writ", "debtor_kind", Party.values),
            *(
                models.CheckConstraint(
                    condition=Q(**{f"{name}_iin__isnull": True})
                    | Q(**{f"{name}_iin__regex": r"^[0-9]{12}$", f"{name}_kind": "person"}),
                    name=f"writ_{name}_iin_of_people",
                )
                for name in ("claimant", "debtor")
            ),
            *filled("writ", "number", "issuer", "case_number", "claimant", "debtor", "demand"),
            models.CheckConstraint(condition=Q(kato__regex=r"^[0-9]{9}$"), name="writ_kato_digits"),
            models.CheckConstraint(condition=Q(tiyn__isnull=True) | Q(tiyn__gt=0), name="writ_sum_positive"),
            models.CheckConstraint(
                condition=Q(status__in=["with_private", "withdrawn"], bailiff_kind="private")
                | Q(status="with_state", bailiff_kind="state")
                | Q(status="ended"),
                name="writ_with_bailiff_of_kind",
            ),
            # Never the other way (L.3.5): what was handed over stays with a state bailiff.
            models.CheckConstraint(
                condition=Q(handed_on__isnull=True) | Q(bailiff_kind="state"), name="writ_never_back"
            ),
            not_before("writ", "opened_on", "issued_on"),
            not_before("writ", "handed_on", "opened_on"),
            not_before("writ", "ended_on", "opened_on"),
            together("writ", "ended", "ended_on", "ended_as"),
            models.CheckConstraint(
                condition=Q(status="ended", ended_on__isnull=False, due_on__isnull=True)
                | (~Q(status="ended") & Q(ended_on__isnull=True)),
                name="writ_ended_by_status",
            ),
            models.UniqueConstraint(fields=["issuer", "number", "issued_on"], name="writ_once"),
        ]
        indexes = [
            *family("writ_registered", "registered_on", plain=True),
            *family("writ_due", "due_on", partial=True),
            leading("writ_by_officer", "officer", "registered_on", nullable=True),
            leading("writ_of_bailiff", "bailiff", "registered_on"),
            *(
                models.Index(
                    fields=[f"{name}_iin"],
                    name=f"writ_by_{name}",
                    condition=Q(**{f"{name}_iin__isnull": False}),
                )
                for name in ("claimant", "debtor")
            ),
        ]

    def __str__(self) -> str:
        return self.number
