"""A visit to a place of custody: who, when to the minute, on which ground; the answers to its check list."""

from django.db import models
from django.db.models import F, Q

from qadaga.matters.models import Violation
from qadaga.matters.models.base import Row, filled, one_of, together
from qadaga.supervision.custody.choices import Verdict, VisitGround, VisitStatus
from qadaga.supervision.custody.models.place import OFFICE, Place

APPOINTMENT = "staff.Appointment"


class Visit(Row):
    """A visit planned, under way, carried out or called off.

    `list_version` names the check list it was begun with.
    `kept_by` took the list along on a device at `kept_at`; what was written there came back at `returned_at`.
    """

    place = models.ForeignKey(Place, models.PROTECT, related_name="visits")
    office = models.ForeignKey(OFFICE, models.PROTECT, related_name="+")
    region = models.ForeignKey(OFFICE, models.PROTECT, related_name="+")
    status = models.CharField(max_length=10, choices=VisitStatus.choices)
    ground = models.CharField(max_length=20, choices=VisitGround.choices)
    reported = models.TextField(default="", blank=True)
    officer = models.ForeignKey(APPOINTMENT, models.PROTECT, related_name="+")
    planned_on = models.DateField()
    planned_by = models.ForeignKey(APPOINTMENT, models.PROTECT, related_name="+")
    started_at = models.DateTimeField(null=True)
    list_version = models.CharField(max_length=20, null=True)  # noqa: DJ001 - a pair with started_at
    finished_at = models.DateTimeField(null=True)
    participants = models.CharField(max_length=500, default="", blank=True)
    outcome = models.TextField(null=True)  # noqa: DJ001 - a pair with finished_at
    kept_by = models.ForeignKey(APPOINTMENT, models.PROTECT, null=True, related_name="+")
    kept_at = models.DateTimeField(null=True)
    returned_at = models.DateTimeField(null=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        constraints = [
            one_of("visit", "status", VisitStatus.values),
            one_of("visit", "ground", VisitGround.values),
            together("visit", "started", "started_at", "list_version"),
            together("visit", "finished", "finished_at", "outcome"),
            models.CheckConstraint(
                condition=Q(status__in=["called_off", "planned"], started_at__isnull=True)
                | Q(status="going", started_at__isnull=False, finished_at__isnull=True)
                | Q(status="done", started_at__isnull=False, finished_at__gte=F("started_at")),
                name="visit_moments_by_status",
            ),
            # Nobody is in two places at once.
            models.UniqueConstraint(
                fields=["officer"], condition=Q(status="going"), name="visit_going_one_place"
            ),
            # Whoever goes there on the day goes once.
            models.UniqueConstraint(
                fields=["place", "officer", "planned_on"],
                condition=Q(status="planned"),
                name="visit_planned_once",
            ),
            together("visit", "kept", "kept_by", "kept_at"),
            models.CheckConstraint(
                condition=Q(returned_at__isnull=True)
                | Q(kept_at__isnull=False, returned_at__gte=F("kept_at")),
                name="visit_returned_after_kept",
            ),
        ]
        indexes = [
            models.Index(fields=["office", "planned_on"], name="visit_plan", condition=~Q(status="done"))
        ]

    def __str__(self) -> str:
        return f"{self.place_id} {self.planned_on}"


class Answer(Row):
    """The answer to one point of the check list; `violation` is what it became in a matter.

    `version` counts how often the point was answered: whoever answers it elsewhere says which they saw.
    """

    visit = models.ForeignKey(Visit, models.PROTECT, related_name="answers")
    item = models.CharField(max_length=40)
    verdict = models.CharField(max_length=10, choices=Verdict.choices)
    remark = models.CharField(max_length=1000, default="", blank=True)
    violation = models.ForeignKey(Violation, models.PROTECT, null=True, related_name="+")
    version = models.PositiveIntegerField(default=1)

    class Meta:
        constraints = [
            one_of("answer", "verdict", Verdict.values),
            models.UniqueConstraint(fields=["visit", "item"], name="answer_once"),
            models.CheckConstraint(
                condition=~Q(verdict="not_held") | ~Q(remark=""), name="answer_not_held_says_what"
            ),
            models.CheckConstraint(
                condition=Q(violation__isnull=True) | Q(verdict="not_held"),
                name="answer_violation_of_not_held",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.item}: {self.verdict}"


class Talk(Row):
    """Somebody held who was spoken to during the visit, and what they said."""

    visit = models.ForeignKey(Visit, models.PROTECT, related_name="talks")
    name = models.CharField(max_length=300)
    said = models.TextField()

    class Meta:
        constraints = filled("talk", "name", "said")

    def __str__(self) -> str:
        return str(self.id)
