"""Who takes part and who is heard: specialists, officers of other bodies, visits, summons, complaints."""

from django.db import models
from django.db.models import F, Q

from qadaga.acts.models.summoned import Summoned, of_people, summoned
from qadaga.matters import deaths
from qadaga.matters.models.base import Row, filled, not_before, together
from qadaga.supervision.inspections.models.inspection import APPOINTMENT, FILE, Inspection


class Specialist(Row):
    """A specialist called in to take part and give a conclusion (O.8.4).

    `relied` says whether the findings rest on the conclusion; empty, they do not say so: it came after they
    were written, or they were written before this was asked.
    `waived_*`: the head let the inspection go on without it.
    """

    inspection = models.ForeignKey(Inspection, on_delete=models.PROTECT, related_name="specialists")
    name = models.CharField(max_length=200)
    organisation = models.CharField(max_length=300)
    task = models.TextField()
    engaged_on = models.DateField()
    engaged_by = models.ForeignKey(APPOINTMENT, on_delete=models.PROTECT, related_name="+")
    concluded_on = models.DateField(null=True)
    conclusion = models.ForeignKey(FILE, null=True, on_delete=models.PROTECT, related_name="+")
    concluded_by = models.ForeignKey(APPOINTMENT, null=True, on_delete=models.PROTECT, related_name="+")
    relied = models.BooleanField(null=True)
    waived_on = models.DateField(null=True)
    waived_why = models.TextField(null=True)  # noqa: DJ001 - together with its day
    waived_by = models.ForeignKey(APPOINTMENT, null=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            *filled("specialist", "name", "organisation", "task"),
            together("specialist", "concluded", "concluded_on", "conclusion", "concluded_by"),
            not_before("specialist", "concluded_on", "engaged_on"),
            together("specialist", "waived", "waived_on", "waived_why", "waived_by"),
            models.CheckConstraint(
                condition=Q(relied__isnull=True) | Q(concluded_on__isnull=False),
                name="specialist_relied_on_what_came",
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def awaited(self) -> bool:
        """Whether the conclusion is still waited for: it has not come, and the head has not let it go."""
        return self.concluded_on is None and self.waived_on is None


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


@deaths.noted
class Summons(Summoned):
    """A summons for explanations inside the inspection, and the explanation (O.8.7)."""

    inspection = models.ForeignKey(Inspection, on_delete=models.PROTECT, related_name="summonses")

    class Meta:
        constraints = summoned("summons")
        indexes = of_people("summons")


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
