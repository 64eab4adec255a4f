"""What followed where somebody who was called to a session did not come without a good reason."""

from django.db import models
from django.db.models import Q

from qadaga.coordination.choices import Following
from qadaga.coordination.models.council import APPOINTMENT
from qadaga.coordination.models.session import Participant
from qadaga.matters.models import Body
from qadaga.matters.models.base import Row, one_of


class AbsenceMeasure(Row):
    """Called again to a later session (`invitation`), notice to the higher `body` by a `paper`, or a decision
    of the head, said in `text`.
    """

    participant = models.ForeignKey(Participant, models.PROTECT, related_name="measures")
    kind = models.CharField(max_length=6, choices=Following.choices)
    invitation = models.OneToOneField(Participant, models.PROTECT, null=True, related_name="repeats")
    body = models.ForeignKey(Body, models.PROTECT, null=True, related_name="+")
    paper = models.CharField(max_length=300, default="", blank=True)
    text = models.CharField(max_length=2000, default="", blank=True)
    on = models.DateField()
    by = models.ForeignKey(APPOINTMENT, models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            one_of("absencemeasure", "kind", Following.values),
            models.CheckConstraint(
                condition=Q(kind="again", invitation__isnull=False, body__isnull=True, paper="")
                | (Q(kind="notice", invitation__isnull=True, body__isnull=False) & ~Q(paper=""))
                | (Q(kind="head", invitation__isnull=True, body__isnull=True) & ~Q(text="")),
                name="absencemeasure_by_kind",
            ),
            models.UniqueConstraint(
                fields=["participant"], condition=Q(kind="again"), name="absencemeasure_again_once"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.participant_id} {self.kind}"
