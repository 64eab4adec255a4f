"""A review of a legal act: its check list, the norms it was found to contradict, the conclusion."""

from django.db import models
from django.db.models import F, Q

from qadaga.matters.models import Violation
from qadaga.matters.models.base import Row, filled, not_before, one_of, together
from qadaga.supervision.legality.choices import Answer, Point, ReviewKind, Verdict
from qadaga.supervision.legality.models.act import APPOINTMENT, Edition, LegalAct


class Review(Row):
    """One check of conformity, or one assessment of an act in force (ORD32.1), of the edition then known."""

    legal_act = models.ForeignKey(LegalAct, models.PROTECT, related_name="reviews")
    edition = models.ForeignKey(Edition, models.PROTECT, related_name="+")
    kind = models.CharField(max_length=10, choices=ReviewKind.choices)
    given_on = models.DateField()
    given_by = models.ForeignKey(APPOINTMENT, models.PROTECT, related_name="+")
    reviewer = models.ForeignKey(APPOINTMENT, models.PROTECT, related_name="+")
    due_on = models.DateField()
    done_on = models.DateField(null=True)
    done_by = models.ForeignKey(APPOINTMENT, models.PROTECT, null=True, related_name="+")
    verdict = models.CharField(max_length=8, choices=Verdict.choices, null=True)  # noqa: DJ001 - with done_on
    conclusion = models.TextField(null=True)  # noqa: DJ001 - together with done_on

    class Meta:
        constraints = [
            one_of("review", "kind", ReviewKind.values),
            models.CheckConstraint(
                condition=Q(verdict__isnull=True) | Q(verdict__in=sorted(Verdict.values)),
                name="review_verdict_known",
            ),
            together("review", "done", "done_on", "done_by", "verdict", "conclusion"),
            not_before("review", "done_on", "given_on"),
            models.CheckConstraint(
                condition=Q(due_on__gte=F("given_on")), name="review_due_not_before_given"
            ),
            models.UniqueConstraint(
                fields=["legal_act"], condition=Q(done_on__isnull=True), name="review_open_once"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.given_on}"


class Checked(Row):
    """The answer to one point of the check list."""

    review = models.ForeignKey(Review, models.PROTECT, related_name="checked")
    point = models.CharField(max_length=12, choices=Point.choices)
    answer = models.CharField(max_length=14, choices=Answer.choices)

    class Meta:
        constraints = [
            one_of("checked", "point", Point.values),
            one_of("checked", "answer", Answer.values),
            models.UniqueConstraint(fields=["review", "point"], name="checked_once"),
        ]

    def __str__(self) -> str:
        return f"{self.point}: {self.answer}"


class Contradiction(Row):
    """A norm the act contradicts: which part of the act, which point of the list, and how.

    `violation` is what it became in the matter that the protest stands in (O.6.2).
    """

    review = models.ForeignKey(Review, models.PROTECT, related_name="contradictions")
    point = models.CharField(max_length=12, choices=Point.choices)
    part = models.CharField(max_length=300)
    norm = models.CharField(max_length=500)
    what = models.TextField()
    violation = models.OneToOneField(
        Violation, models.PROTECT, null=True, related_name="legal_act_contradiction"
    )

    class Meta:
        constraints = [
            one_of("contradiction", "point", Point.values),
            *filled("contradiction", "part", "norm", "what"),
            models.UniqueConstraint(fields=["review", "part", "norm"], name="contradiction_once"),
        ]

    def __str__(self) -> str:
        return self.norm
