"""The one act by which a writ leaves a private bailiff for a state one, and money that came of the acts."""

from django.db import models
from django.db.models import Q

from qadaga.acts.choices import Language
from qadaga.acts.models import Act
from qadaga.matters.models import Recovery
from qadaga.matters.models.base import Row, filled, not_before, one_of, together
from qadaga.matters.models.paper import FrozenPaper, frozen
from qadaga.supervision.enforcement.models.bailiff import Bailiff
from qadaga.supervision.enforcement.models.writ import APPOINTMENT, Writ


class Transfer(FrozenPaper, Row):
    """The resolution that withdraws and hands over at once, then its two receipts (L.3.5).

    From a private bailiff to a state one, never the other way: the kinds are columns with a key to the
    bailiff's own kind (migration 0002), and the database accepts one value of each.
    """

    writ = models.OneToOneField(Writ, models.PROTECT, related_name="transfer")
    from_bailiff = models.ForeignKey(Bailiff, models.PROTECT, related_name="+")
    from_kind = models.CharField(max_length=7, default="private")
    to_bailiff = models.ForeignKey(Bailiff, models.PROTECT, related_name="+")
    to_kind = models.CharField(max_length=7, default="state")
    ground = models.CharField(max_length=40)
    language = models.CharField(max_length=2, choices=Language.choices)
    reasons = models.TextField()
    signed_on = models.DateField()
    taken_no = models.CharField(max_length=60, null=True)  # noqa: DJ001 - the receipts stand together
    taken_on = models.DateField(null=True)
    given_no = models.CharField(max_length=60, null=True)  # noqa: DJ001 - the receipts stand together
    given_on = models.DateField(null=True)
    told_how = models.CharField(max_length=200, null=True)  # noqa: DJ001 - the receipts stand together
    recorded_by = models.ForeignKey(APPOINTMENT, models.PROTECT, null=True, related_name="+")

    class Meta:
        constraints = [
            one_of("transfer", "language", Language.values),
            *filled("transfer", "norm", "reasons", "number_text", "taken_no", "given_no"),
            models.CheckConstraint(
                condition=Q(from_kind="private", to_kind="state"), name="transfer_to_the_state_only"
            ),
            *frozen("transfer"),
            together(
                "transfer",
                "receipts",
                "taken_no",
                "taken_on",
                "given_no",
                "given_on",
                "told_how",
                "recorded_by",
            ),
            not_before("transfer", "taken_on", "signed_on"),
            not_before("transfer", "given_on", "taken_on"),
        ]


class Recovered(Row):
    """Money of the writ recovered as a result of a prosecutor's act, counted in the act's matter (L.1.3)."""

    writ = models.ForeignKey(Writ, models.PROTECT, related_name="recovered")
    act = models.ForeignKey(Act, models.PROTECT, related_name="+")
    recovery = models.OneToOneField(Recovery, models.PROTECT, related_name="+")

    def __str__(self) -> str:
        return str(self.id)
