"""Rows of public trust: opinions of applicants, proposals of the staff, reviews of a quarter by the head."""

from django.db import models
from django.db.models import F, Q

from qadaga.appeals.models import Appeal
from qadaga.appeals.trust.choices import Aim, ProposalStatus, Satisfaction, Source
from qadaga.authority.lists.indexes import family, leading
from qadaga.matters.models.base import Row, filled, in_status, not_before, one_of, together

OFFICE, APPOINTMENT = "offices.Office", "staff.Appointment"


class Opinion(Row):
    """What an applicant said of the answer, in the own words, and how it became known."""

    appeal = models.OneToOneField(Appeal, models.PROTECT, related_name="opinion")
    office = models.ForeignKey(OFFICE, models.PROTECT, related_name="+", db_index=False)
    satisfaction = models.CharField(max_length=9, choices=Satisfaction.choices)
    source = models.CharField(max_length=7, choices=Source.choices)
    words = models.TextField(default="", blank=True)
    said_on = models.DateField()
    recorded_on = models.DateField()
    recorded_by = models.ForeignKey(APPOINTMENT, models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            one_of("opinion", "satisfaction", Satisfaction.values),
            one_of("opinion", "source", Source.values),
            models.CheckConstraint(
                condition=~Q(satisfaction=Satisfaction.NOT) | ~Q(words=""), name="opinion_not_says_why"
            ),
            not_before("opinion", "recorded_on", "said_on"),
        ]
        indexes = [models.Index(fields=["office", "said_on"], name="opinion_by_office")]

    def __str__(self) -> str:
        return self.satisfaction


class Proposal(Row):
    """A proposal to improve the work: what and why, what was decided, what came of it."""

    office = models.ForeignKey(OFFICE, models.PROTECT, related_name="+", db_index=False)
    region = models.ForeignKey(OFFICE, models.PROTECT, related_name="+", db_index=False)
    status = models.CharField(max_length=8, choices=ProposalStatus.choices)
    aim = models.CharField(max_length=7, choices=Aim.choices)
    title = models.CharField(max_length=300)
    why = models.TextField()
    author = models.ForeignKey(APPOINTMENT, models.PROTECT, related_name="+")
    made_on = models.DateField()
    decision = models.TextField(null=True)  # noqa: DJ001 - together with decided_on
    decided_on = models.DateField(null=True)
    decided_by = models.ForeignKey(APPOINTMENT, models.PROTECT, null=True, related_name="+")
    due_on = models.DateField(null=True)
    outcome = models.TextField(null=True)  # noqa: DJ001 - together with done_on
    done_on = models.DateField(null=True)
    done_by = models.ForeignKey(APPOINTMENT, models.PROTECT, null=True, related_name="+")
    version = models.PositiveIntegerField(default=1)

    class Meta:
        constraints = [
            one_of("proposal", "status", ProposalStatus.values),
            one_of("proposal", "aim", Aim.values),
            *filled("proposal", "title", "why"),
            together("proposal", "decided", "decision", "decided_on", "decided_by"),
            together("proposal", "done", "outcome", "done_on", "done_by"),
            in_status("proposal", "decided_on", ["accepted", "refused", "done"]),
            in_status("proposal", "due_on", ["accepted", "done"]),
            in_status("proposal", "done_on", ["done"]),
            not_before("proposal", "decided_on", "made_on"),
            not_before("proposal", "due_on", "decided_on"),
        ]
        indexes = [
            *family("proposal_made", "made_on", plain=True),
            *family("proposal_due", "due_on", partial=True),
            leading("proposal_by_author", "author", "made_on"),
        ]

    def __str__(self) -> str:
        return self.title


class Review(Row):
    """The head's review of how a quarter went: figures of that day, what was concluded and decided.

    `starts_on` is the quarter's first day; the figures are those `figures.of_quarter` counted.
    """

    office = models.ForeignKey(OFFICE, models.PROTECT, related_name="+")
    starts_on = models.DateField()
    answered = models.PositiveIntegerField()
    challenged = models.PositiveIntegerField()
    asked = models.PositiveIntegerField()
    satisfied = models.PositiveIntegerField()
    conclusion = models.TextField()
    decision = models.TextField()
    reviewed_on = models.DateField()
    reviewed_by = models.ForeignKey(APPOINTMENT, models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["office", "starts_on"], name="review_quarter_once"),
            *filled("review", "conclusion", "decision"),
            models.CheckConstraint(condition=Q(challenged__lte=F("answered")), name="review_challenged"),
            models.CheckConstraint(condition=Q(satisfied__lte=F("asked")), name="review_satisfied"),
            models.CheckConstraint(
                condition=Q(starts_on__day=1, starts_on__month__in=[1, 4, 7, 10]), name="review_quarter"
            ),
            not_before("review", "reviewed_on", "starts_on"),
        ]

    def __str__(self) -> str:
        return str(self.starts_on)
