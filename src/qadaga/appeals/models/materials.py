"""Showing the applicant the materials of the appeal (O.8.d2)."""

from django.db import models
from django.db.models import F, Q

from qadaga.appeals.kinds import MaterialsState
from qadaga.common.ids import new_id


class MaterialsRequest(models.Model):
    """A request, the decision on it (what is withheld and why, by whom), and the note of familiarisation."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    appeal = models.ForeignKey("appeals.Appeal", models.PROTECT, related_name="materials_requests")
    state = models.CharField(max_length=12, choices=MaterialsState.choices, default=MaterialsState.REQUESTED)
    applicant = models.ForeignKey("appeals.Applicant", models.PROTECT, related_name="+", db_index=False)
    requested_on = models.DateField()
    what = models.TextField()
    recorded_by = models.ForeignKey("staff.Appointment", models.PROTECT, related_name="+", db_index=False)
    withheld = models.TextField(blank=True, default="")
    withheld_why = models.TextField(blank=True, default="")
    decided_by = models.ForeignKey(
        "staff.Appointment", models.PROTECT, related_name="+", null=True, db_index=False
    )
    decided_on = models.DateField(null=True)
    shown_on = models.DateField(null=True)
    shown_by = models.ForeignKey(
        "staff.Appointment", models.PROTECT, related_name="+", null=True, db_index=False
    )
    shown_note = models.TextField(blank=True, default="")
    version = models.PositiveIntegerField(default=1)

    class Meta:
        """Table options and invariants."""

        db_table = "appeals_materials_request"
        constraints = [
            models.CheckConstraint(
                condition=Q(state__in=MaterialsState.values), name="appeals_materials_state"
            ),
            models.CheckConstraint(condition=~Q(what=""), name="appeals_materials_what"),
            models.CheckConstraint(
                condition=Q(state="requested", decided_on__isnull=True, decided_by__isnull=True)
                | (
                    ~Q(state="requested")
                    & Q(
                        decided_on__isnull=False,
                        decided_on__gte=F("requested_on"),
                        decided_by__isnull=False,
                    )
                ),
                name="appeals_materials_decided",
            ),
            models.CheckConstraint(
                condition=Q(withheld="", withheld_why="") | (~Q(withheld="") & ~Q(withheld_why="")),
                name="appeals_materials_withheld_why",
            ),
            models.CheckConstraint(
                condition=~Q(state__in=["partly", "refused"]) | ~Q(withheld=""),
                name="appeals_materials_withheld",
            ),
            models.CheckConstraint(
                condition=(~Q(state="shown") & Q(shown_on__isnull=True, shown_by__isnull=True, shown_note=""))
                | (
                    Q(
                        state="shown",
                        shown_on__isnull=False,
                        shown_on__gte=F("decided_on"),
                        shown_by__isnull=False,
                    )
                    & ~Q(shown_note="")
                ),
                name="appeals_materials_shown",
            ),
        ]

    def __str__(self) -> str:
        """The state and the day asked."""
        return f"{self.state} {self.requested_on}"
