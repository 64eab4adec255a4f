"""What every row that ends in the prosecutor's own paper has: number, signer, the frozen PDF, the ruling."""

from django.db import models
from django.db.models import Q

from qadaga.acts.choices import Language
from qadaga.matters.models.base import Row, together

OFFICE, APPOINTMENT = "offices.Office", "staff.Appointment"
_WHOLE = ("number", "number_text", "signer", "signed_on", "signed_at", "pdf", "sha256", "edition", "ruling")


class InCase(Row):
    """A row of a case, in the register of its office."""

    case = models.ForeignKey("pretrial.Case", models.PROTECT, related_name="%(class)ss")
    office = models.ForeignKey(OFFICE, models.PROTECT, related_name="+", db_index=False)
    region = models.ForeignKey(OFFICE, models.PROTECT, related_name="+", db_index=False)

    class Meta:
        abstract = True


class Paper(InCase):
    """The columns of the signature: all of them are set, or none is yet."""

    language = models.CharField(max_length=2, choices=Language.choices, null=True)  # noqa: DJ001 - with the rest
    norm = models.CharField(max_length=500, null=True)  # noqa: DJ001 - with the rest
    reasons = models.TextField(null=True)  # noqa: DJ001 - with the rest
    year = models.PositiveSmallIntegerField(null=True)
    number = models.PositiveIntegerField(null=True)
    number_text = models.CharField(max_length=40, null=True)  # noqa: DJ001 - with the rest
    signer = models.ForeignKey(APPOINTMENT, models.PROTECT, null=True, related_name="+")
    signed_on = models.DateField(null=True)
    signed_at = models.DateTimeField(null=True)
    pdf = models.ForeignKey("documents.StoredFile", models.PROTECT, null=True, related_name="+")
    sha256 = models.CharField(max_length=64, null=True)  # noqa: DJ001 - with the rest
    edition = models.CharField(max_length=60, null=True)  # noqa: DJ001 - with the rest
    ruling = models.JSONField(null=True)

    class Meta:
        abstract = True


def signed(table: str, undecided: str = "") -> list[models.BaseConstraint]:
    """The signature is whole; it stands in every status but the undecided one (everywhere without one)."""
    there = Q(number__isnull=False)
    rule = Q(status=undecided, number__isnull=True) | (~Q(status=undecided) & there) if undecided else there
    return [
        together(table, "signature", "year", "language", "norm", "reasons", *_WHOLE),
        models.CheckConstraint(condition=rule, name=f"{table}_signed_by_status"),
    ]
