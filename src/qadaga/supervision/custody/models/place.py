"""A place where people are held, the body that runs it and the office competent for it."""

from django.db import models
from django.db.models import Q

from qadaga.authority.lists.indexes import family, leading
from qadaga.matters.models import Body
from qadaga.matters.models.base import Row, filled, not_before, one_of
from qadaga.supervision.custody.choices import PlaceKind, PlaceStatus

OFFICE = "offices.Office"


class Place(Row):
    """A place of custody (L.3.6): `due_on` is the day by which the plan wants the next visit."""

    kind = models.CharField(max_length=10, choices=PlaceKind.choices)
    name_ru = models.CharField(max_length=300)
    name_kk = models.CharField(max_length=300)
    body = models.ForeignKey(Body, models.PROTECT, related_name="+")
    address = models.CharField(max_length=300)
    kato = models.CharField(max_length=9)
    sphere = models.CharField(max_length=20, null=True)  # noqa: DJ001 - most belong to no sphere
    capacity = models.PositiveIntegerField()
    office = models.ForeignKey(OFFICE, models.PROTECT, related_name="+", db_index=False)
    region = models.ForeignKey(OFFICE, models.PROTECT, related_name="+", db_index=False)
    status = models.CharField(max_length=6, choices=PlaceStatus.choices)
    opened_on = models.DateField()
    closed_on = models.DateField(null=True)
    visited_on = models.DateField(null=True)
    due_on = models.DateField(null=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        constraints = [
            one_of("place", "kind", PlaceKind.values),
            one_of("place", "status", PlaceStatus.values),
            *filled("place", "name_ru", "name_kk", "address"),
            models.CheckConstraint(condition=Q(kato__regex=r"^[0-9]{9}$"), name="place_kato_digits"),
            models.CheckConstraint(
                condition=Q(status="open", closed_on__isnull=True, due_on__isnull=False)
                | Q(status="closed", closed_on__isnull=False, due_on__isnull=True),
                name="place_closed_by_status",
            ),
            not_before("place", "closed_on", "opened_on"),
            models.UniqueConstraint(fields=["office", "name_ru"], name="place_name_once"),
        ]
        indexes = [
            *family("place_opened", "opened_on", plain=True),
            *family("place_due", "due_on", partial=True),
            leading("place_by_body", "body", "opened_on"),
        ]

    def __str__(self) -> str:
        return self.name_ru

    def name(self, language: str) -> str:
        """Its name in Kazakh for `kk`, otherwise in Russian."""
        return self.name_kk if language == "kk" else self.name_ru
