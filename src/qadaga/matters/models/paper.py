"""A paper that is made, numbered, signed and frozen in one go: what its row keeps, whatever it decides."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

OFFICE, APPOINTMENT = "offices.Office", "staff.Appointment"


class FrozenPaper(models.Model):
    """Number and signer, the norm, the frozen PDF with its hash, the ruling it rests on with its edition."""

    norm = models.CharField(max_length=500)
    office = models.ForeignKey(OFFICE, models.PROTECT, related_name="+")
    year = models.PositiveSmallIntegerField()
    number = models.PositiveIntegerField()
    number_text = models.CharField(max_length=40)
    signer = models.ForeignKey(APPOINTMENT, models.PROTECT, related_name="+")
    signed_at = models.DateTimeField()
    pdf = models.ForeignKey("documents.StoredFile", models.PROTECT, related_name="+")
    sha256 = models.CharField(max_length=64)
    edition = models.CharField(max_length=60)
    ruling = models.JSONField()
    norms = ArrayField(models.CharField(max_length=40))

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return self.number_text


def frozen(table: str, number_once: str = "") -> list[models.BaseConstraint]:
    """The number is the office's only one of the year, the hash is one. `number_once` names the first."""
    return [
        models.UniqueConstraint(
            fields=["office", "year", "number"], name=number_once or f"{table}_number_once"
        ),
        models.CheckConstraint(condition=Q(sha256__regex=r"^[0-9a-f]{64}$"), name=f"{table}_sha256"),
    ]
