"""The matter: one case file, whose it is, where it stands and how it got there."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q

from qadaga.authority.lists.indexes import family, leading
from qadaga.matters.choices import MatterKind, MatterStatus, SuspendGround, TransportMode, TransportTask
from qadaga.matters.models.base import (
    Move,
    Row,
    filled,
    in_status,
    moves_known,
    not_before,
    number_once,
    one_of,
    together,
)
from qadaga.matters.models.body import Body

_TRANSPORT = {"transport_mode": TransportMode.values, "transport_task": TransportTask.values}
WITH_ASSIGNEE = (MatterStatus.ASSIGNED, MatterStatus.IN_WORK, MatterStatus.SUSPENDED)


class Matter(Row):
    """A case file.

    `office` is in whose register it stands: the office that opened it, until one above gives it to another
    (then `numbered_in` says whose number it bears). `holder` is the office that acts in it now: the same one
    until a higher office calls the matter up. Whoever held it before goes on reading it (`CalledUp`).
    """

    office = models.ForeignKey("offices.Office", on_delete=models.PROTECT, related_name="+", db_index=False)
    region = models.ForeignKey("offices.Office", on_delete=models.PROTECT, related_name="+", db_index=False)
    holder = models.ForeignKey("offices.Office", on_delete=models.PROTECT, related_name="+")
    numbered_in = models.ForeignKey(
        "offices.Office", null=True, on_delete=models.PROTECT, related_name="+", db_index=False
    )
    year = models.PositiveSmallIntegerField()
    number = models.PositiveIntegerField()
    number_text = models.CharField(max_length=40)
    kind = models.CharField(max_length=20, choices=MatterKind.choices)
    direction = models.CharField(max_length=40)
    title = models.CharField(max_length=300)
    gist = models.TextField(default="", blank=True)
    body = models.ForeignKey(
        Body, null=True, blank=True, on_delete=models.PROTECT, related_name="matters", db_index=False
    )
    kato = models.CharField(max_length=9, null=True, blank=True)  # noqa: DJ001 - a matter of the whole country has none
    sphere = models.CharField(max_length=20, null=True, blank=True)  # noqa: DJ001 - NULL is the general sphere
    transport_mode = models.CharField(max_length=10, choices=TransportMode.choices, null=True)  # noqa: DJ001 - a pair
    transport_task = models.CharField(max_length=20, choices=TransportTask.choices, null=True)  # noqa: DJ001 - a pair
    tasks = ArrayField(models.CharField(max_length=20), default=list, blank=True)
    status = models.CharField(max_length=12, choices=MatterStatus.choices)
    opened_on = models.DateField()
    opened_by = models.ForeignKey(
        "staff.Appointment", on_delete=models.PROTECT, related_name="+", db_index=False
    )
    assignee = models.ForeignKey(
        "staff.Appointment", null=True, on_delete=models.PROTECT, related_name="+", db_index=False
    )
    assigned_on = models.DateField(null=True)
    due_on = models.DateField(null=True)
    suspended_on = models.DateField(null=True)
    suspend_ground = models.CharField(max_length=24, choices=SuspendGround.choices, null=True)  # noqa: DJ001 - a pair
    closed_on = models.DateField(null=True)
    closed_by = models.ForeignKey(
        "staff.Appointment", null=True, on_delete=models.PROTECT, related_name="+", db_index=False
    )
    conclusion = models.TextField(default="", blank=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        constraints = [
            one_of("matter", "kind", MatterKind.values),
            one_of("matter", "status", MatterStatus.values),
            *filled("matter", "title", "number_text", "direction"),
            *number_once("matter"),
            models.CheckConstraint(condition=Q(version__gte=1), name="matter_version_positive"),
            together("matter", "assigned", "assignee", "assigned_on"),
            together("matter", "suspended", "suspended_on", "suspend_ground"),
            models.CheckConstraint(
                condition=Q(suspend_ground__isnull=True) | Q(suspend_ground__in=sorted(SuspendGround.values)),
                name="matter_suspend_ground_known",
            ),
            together("matter", "closed", "closed_on", "closed_by"),
            together("matter", "transport", "transport_mode", "transport_task"),
            *(
                models.CheckConstraint(
                    condition=Q(**{f"{field}__isnull": True}) | Q(**{f"{field}__in": sorted(values)}),
                    name=f"matter_{field}_known",
                )
                for field, values in _TRANSPORT.items()
            ),
            in_status("matter", "assignee", WITH_ASSIGNEE),
            models.CheckConstraint(
                condition=Q(status=MatterStatus.SUSPENDED, suspended_on__isnull=False)
                | (~Q(status=MatterStatus.SUSPENDED) & Q(suspended_on__isnull=True)),
                name="matter_suspended_on_by_status",
            ),
            models.CheckConstraint(
                condition=Q(status=MatterStatus.CLOSED, closed_on__isnull=False)
                | (~Q(status=MatterStatus.CLOSED) & Q(closed_on__isnull=True)),
                name="matter_closed_on_by_status",
            ),
            models.CheckConstraint(
                condition=~Q(status=MatterStatus.CLOSED) | ~Q(tasks=[]), name="matter_closed_has_tasks"
            ),
            models.CheckConstraint(
                condition=Q(status=MatterStatus.OPENED, assignee__isnull=True)
                | ~Q(status=MatterStatus.OPENED),
                name="matter_opened_has_no_assignee",
            ),
            not_before("matter", "assigned_on", "opened_on"),
            not_before("matter", "suspended_on", "opened_on"),
            not_before("matter", "closed_on", "opened_on"),
        ]
        indexes = [
            *family("matter_opened", "opened_on", plain=True),
            *family("matter_due", "due_on", partial=True),
            leading("matter_by_assignee", "assignee", "opened_on", nullable=True),
            leading("matter_by_transport_mode", "transport_mode", "opened_on", nullable=True),
            leading("matter_by_transport_task", "transport_task", "opened_on", nullable=True),
            leading("matter_by_body", "body", "opened_on", nullable=True),
            models.Index(fields=["number_text"], name="matter_by_number"),
            # Matters that another office acts in are few; each first page asks for them.
            models.Index(
                fields=["holder", "status"], name="matter_elsewhere", condition=~Q(holder=F("office"))
            ),
        ]

    def __str__(self) -> str:
        return self.number_text

    @property
    def open(self) -> bool:
        """Whether work on the matter goes on."""
        return self.status != MatterStatus.CLOSED


class MatterMove(Move):
    """One step of a matter: from which status to which, by which power, who and when."""

    matter = models.ForeignKey(Matter, on_delete=models.PROTECT, related_name="moves")
    assignee = models.ForeignKey("staff.Appointment", null=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = moves_known("mattermove", MatterStatus.values)
        indexes = [models.Index(fields=["matter", "id"], name="mattermove_by_matter")]
