"""The register of bodies that are supervised, complained of or addressed."""

from django.db import models
from django.db.models import F, Q

from qadaga.matters.choices import BodyKind
from qadaga.matters.models.base import Row, filled, one_of

STANDS = Q(merged_into__isnull=True)


class Body(Row):
    """A state body, organisation or office-holder that the service supervises (O.7.1).

    `merged_into` names the record that stands for this one where both are of the same body; the database
    allows no chain and no circle (`body_merged_into_standing`). `alike` is the name without its legal form.
    """

    kind = models.CharField(max_length=20, choices=BodyKind.choices)
    bin = models.CharField(max_length=12, null=True, blank=True, unique=True)
    name_ru = models.CharField(max_length=300)
    name_kk = models.CharField(max_length=300)
    kato = models.CharField(max_length=9, null=True, blank=True)  # noqa: DJ001 - not every body has a territory
    address = models.CharField(max_length=300, default="", blank=True)
    sort_key = models.CharField(max_length=1200, default="", db_index=True)
    alike = models.CharField(max_length=1200, default="", blank=True)
    merged_into = models.ForeignKey("self", models.PROTECT, null=True, related_name="merged")
    version = models.PositiveIntegerField(default=1)

    class Meta:
        constraints = [
            one_of("body", "kind", BodyKind.values),
            *filled("body", "name_ru", "name_kk"),
            models.CheckConstraint(
                condition=Q(bin__isnull=True) | Q(bin__regex=r"^[0-9]{12}$"), name="body_bin_digits"
            ),
            models.CheckConstraint(
                condition=Q(kato__isnull=True) | Q(kato__regex=r"^[0-9]{9}$"), name="body_kato_digits"
            ),
            models.CheckConstraint(
                condition=Q(merged_into__isnull=True) | ~Q(merged_into=F("id")), name="body_merged_elsewhere"
            ),
        ]
        indexes = [
            models.Index(fields=["sort_key", "id"], name="body_by_name", condition=STANDS),
            models.Index(fields=["kind", "sort_key", "id"], name="body_by_kind", condition=STANDS),
            models.Index(fields=["alike", "id"], name="body_by_alike", condition=STANDS),
        ]

    def __str__(self) -> str:
        return self.name_ru

    def name(self, language: str) -> str:
        """The body's name in Kazakh for `kk`, otherwise in Russian."""
        return self.name_kk if language == "kk" else self.name_ru
