"""A photograph or another file that shows what was found at one point of a check list."""

from django.db import models
from django.db.models import Q

from qadaga.matters.models.base import Row, filled
from qadaga.supervision.custody.models.visit import APPOINTMENT, Visit


class Evidence(Row):
    """The stored file, the point of the visit's list it belongs to, what it shows, who added it and when."""

    visit = models.ForeignKey(Visit, models.PROTECT, related_name="evidence")
    item = models.CharField(max_length=40)
    file = models.ForeignKey("documents.StoredFile", models.PROTECT, related_name="+")
    sha256 = models.CharField(max_length=64)
    title = models.CharField(max_length=300)
    added_at = models.DateTimeField()
    added_by = models.ForeignKey(APPOINTMENT, models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            *filled("evidence", "item", "title"),
            models.CheckConstraint(condition=Q(sha256__regex=r"^[0-9a-f]{64}$"), name="evidence_sha256_form"),
            # The same bytes show the same point once, however often they are sent.
            models.UniqueConstraint(fields=["visit", "item", "sha256"], name="evidence_once"),
        ]

    def __str__(self) -> str:
        return self.title
