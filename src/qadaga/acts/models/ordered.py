"""What a measure ordered from others adds to a measure: its ground, whom it binds, its proof, its outcome."""

from django.db import models
from django.db.models import Q

from qadaga.acts.choices import MeasureOutcome
from qadaga.acts.models.measure import FILE, Measure
from qadaga.matters.models.base import Row, filled, together
from qadaga.matters.models.served import Reminding, reminding


class Ordered(Row):
    """An expert examination, a check by a body (O.8.5), a demand to lift a restriction (O.8.8), the use of
    another right (O.8.11); of a request (O.8.2) once it was served, on the ground of its matter.

    `norm` gives that right; `ground` is the catalogue's; `expert` who examines; `imposed_*` the restriction,
    who imposed it and when; `proof` or `proof_ref` prove the delivery; `outcome` is what came of it.
    """

    measure = models.OneToOneField(Measure, on_delete=models.PROTECT, related_name="ordered")
    ground = models.CharField(max_length=40)
    norm = models.ForeignKey("norms.Norm", null=True, on_delete=models.PROTECT, related_name="uses")
    expert = models.CharField(max_length=300, default="", blank=True)
    imposed_what = models.CharField(max_length=500, null=True)  # noqa: DJ001 - together with imposed_on
    imposed_by = models.CharField(max_length=300, null=True)  # noqa: DJ001 - together with imposed_on
    imposed_on = models.DateField(null=True)
    proof = models.ForeignKey(FILE, null=True, on_delete=models.PROTECT, related_name="+")
    proof_ref = models.CharField(max_length=200, default="", blank=True)
    outcome = models.CharField(max_length=8, choices=MeasureOutcome.choices, null=True)  # noqa: DJ001 - none yet

    class Meta:
        constraints = [
            *filled("ordered", "ground"),
            together("ordered", "imposed", "imposed_what", "imposed_by", "imposed_on"),
            models.CheckConstraint(
                condition=Q(outcome__isnull=True) | Q(outcome__in=sorted(MeasureOutcome.values)),
                name="ordered_outcome_known",
            ),
            models.CheckConstraint(
                condition=Q(outcome__isnull=True) | Q(proof__isnull=False) | ~Q(proof_ref=""),
                name="ordered_outcome_after_delivery",
            ),
        ]

    def __str__(self) -> str:
        return self.ground


class Reminder(Reminding, Row):
    """A reminder to an addressee who stays silent after the term."""

    measure = models.ForeignKey(Measure, on_delete=models.PROTECT, related_name="reminders")

    class Meta:
        constraints = reminding("reminder")

    def __str__(self) -> str:
        return f"{self.way} {self.on}"
