"""Who takes part and who is heard: specialists, officers of other bodies, visits, summons, complaints."""

from django.db import models
from django.db.models import F, Q

from qadaga.acts.choices import ServingWay
from qadaga.matters.models.base import Row, filled, not_before, one_of, together
from qadaga.supervision.inspections.choices import Appearance, Role
from qadaga.supervision.inspections.models.inspection import APPOINTMENT, FILE, Inspection


class Specialist(Row):
    """A specialist called in to take part and give a conclusion (O.8.4)."""

    inspection = models.ForeignKey(Inspection, on_delete=models.PROTECT, related_name="specialists")
    name = models.CharField(max_length=200)
    organisation = models.CharField(max_length=300)
    task = models.TextField()
    engaged_on = models.DateField()
    engaged_by = models.ForeignKey(APPOINTMENT, on_delete=models.PROTECT, related_name="+")
    concluded_on = models.DateField(null=True)
    conclusion = models.ForeignKey(FILE, null=True, on_delete=models.PROTECT, related_name="+")
    concluded_by = models.ForeignKey(APPOINTMENT, null=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            *filled("specialist", "name", "organisation", "task"),
            together("specialist", "concluded", "concluded_on", "conclusion", "concluded_by"),
            not_before("specialist", "concluded_on", "engaged_on"),
        ]

    def __str__(self) -> str:
        return self.name


class OtherOfficers(Row):
    """Officers of another body called in for safety (O.8.4)."""

    inspection = models.ForeignKey(Inspection, on_delete=models.PROTECT, related_name="other_officers")
    organisation = models.CharField(max_length=300)
    names = models.CharField(max_length=500)
    reason = models.TextField()
    on = models.DateField()
    by = models.ForeignKey(APPOINTMENT, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = filled("otherofficers", "organisation", "names", "reason")

    def __str__(self) -> str:
        return self.organisation


class Visit(Row):
    """Time spent on the premises of the inspected (O.8.d4); within one day."""

    inspection = models.ForeignKey(Inspection, on_delete=models.PROTECT, related_name="visits")
    place = models.CharField(max_length=300)
    came_at = models.DateTimeField()
    left_at = models.DateTimeField()
    by = models.ForeignKey(APPOINTMENT, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            *filled("visit", "place"),
            models.CheckConstraint(condition=Q(left_at__gt=F("came_at")), name="visit_left_after_coming"),
        ]

    def __str__(self) -> str:
        return self.place


class Summons(Row):
    """A summons for explanations inside the inspection, and the explanation (O.8.7)."""

    inspection = models.ForeignKey(Inspection, on_delete=models.PROTECT, related_name="summonses")
    role = models.CharField(max_length=16, choices=Role.choices)
    name = models.CharField(max_length=200)
    about = models.TextField()
    place = models.CharField(max_length=300)
    called_at = models.DateTimeField()
    way = models.CharField(max_length=12, choices=ServingWay.choices)
    issued_on = models.DateField()
    issued_by = models.ForeignKey(APPOINTMENT, on_delete=models.PROTECT, related_name="+")
    appearance = models.CharField(max_length=12, choices=Appearance.choices, null=True)  # noqa: DJ001 - a pair
    explanation = models.TextField(default="", blank=True)
    signed = models.BooleanField(default=False)
    recorded_on = models.DateField(null=True)
    recorded_by = models.ForeignKey(APPOINTMENT, null=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            one_of("summons", "role", Role.values),
            one_of("summons", "way", ServingWay.values),
            *filled("summons", "name", "about", "place"),
            together("summons", "recorded", "appearance", "recorded_on", "recorded_by"),
            models.CheckConstraint(
                condition=Q(appearance__isnull=True) | Q(appearance__in=Appearance.values),
                name="summons_appearance_known",
            ),
            models.CheckConstraint(
                condition=~Q(appearance="explained") | ~Q(explanation=""), name="summons_explained_in_words"
            ),
            not_before("summons", "recorded_on", "issued_on"),
        ]

    def __str__(self) -> str:
        return self.name


class Complaint(Row):
    """A complaint of the inspected: the appeal it was registered as. Appeals stand beside this layer."""

    inspection = models.ForeignKey(Inspection, on_delete=models.PROTECT, related_name="complaints")
    appeal_id = models.UUIDField(unique=True)
    number = models.CharField(max_length=60)
    on = models.DateField()
    by = models.ForeignKey(APPOINTMENT, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = filled("complaint", "number")

    def __str__(self) -> str:
        return self.number
