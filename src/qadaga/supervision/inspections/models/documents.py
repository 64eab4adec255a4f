"""What was received from the inspected: the inventory, where it is kept, its return (O.8.10, O.8.d5)."""

from django.db import models
from django.db.models import Q

from qadaga.matters.models.base import Row, filled, not_before, together
from qadaga.supervision.inspections.models.inspection import APPOINTMENT, Inspection


class TakenDocument(Row):
    """One line of the inventory: what, from whom, when, where it is kept, to whom it goes back."""

    inspection = models.ForeignKey(Inspection, on_delete=models.PROTECT, related_name="documents")
    no = models.PositiveSmallIntegerField()
    what = models.CharField(max_length=300)
    pages = models.PositiveIntegerField()
    original = models.BooleanField()
    from_whom = models.CharField(max_length=300)
    taken_at = models.DateTimeField()
    taken_by = models.ForeignKey(APPOINTMENT, on_delete=models.PROTECT, related_name="+")
    kept_where = models.CharField(max_length=300)
    return_by = models.DateField()
    returned_at = models.DateTimeField(null=True)
    returned_to = models.CharField(max_length=300, null=True)  # noqa: DJ001 - a pair with its hour
    receipt = models.CharField(max_length=200, null=True)  # noqa: DJ001 - a pair with its hour
    returned_by = models.ForeignKey(APPOINTMENT, null=True, on_delete=models.PROTECT, related_name="+")
    kept_on = models.DateField(null=True)
    kept_reason = models.TextField(null=True)  # noqa: DJ001 - a pair with its day
    kept_by = models.ForeignKey(APPOINTMENT, null=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["inspection", "no"], name="takendocument_line"),
            models.CheckConstraint(condition=Q(no__gte=1, pages__gte=1), name="takendocument_counts"),
            *filled("takendocument", "what", "from_whom", "kept_where"),
            together("takendocument", "returned", "returned_at", "returned_to", "receipt", "returned_by"),
            together("takendocument", "kept", "kept_on", "kept_reason", "kept_by"),
            not_before("takendocument", "returned_at", "taken_at"),
        ]
        indexes = [
            models.Index(
                fields=["inspection"],
                condition=Q(returned_at__isnull=True, kept_on__isnull=True),
                name="takendocument_here",
            )
        ]

    def __str__(self) -> str:
        return f"{self.no}. {self.what}"
