"""An assignment to a lower office, its reports and how it was taken off control."""

from django.db import models
from django.db.models import F, Q

from qadaga.authority.lists.indexes import family, leading
from qadaga.matters.models.base import Row, filled, in_status, not_before, one_of, together
from qadaga.organisation.assignments.choices import AboutKind, AssignmentStatus

OFFICE, APPOINTMENT = "offices.Office", "staff.Appointment"


class Assignment(Row):
    """What `given_by` gave to `office`, an office below it, to do by `last_day` (L.1.2).

    `about_*`: the matter or appeal of that office it is about, where it is about one. `due_on` repeats the
    last day of the term of control while it runs. `report` is the last one.
    """

    office = models.ForeignKey(OFFICE, models.PROTECT, related_name="+", db_index=False)
    region = models.ForeignKey(OFFICE, models.PROTECT, related_name="+", db_index=False)
    given_by = models.ForeignKey(OFFICE, models.PROTECT, related_name="+", db_index=False)
    year = models.PositiveSmallIntegerField()
    number = models.PositiveIntegerField()
    number_text = models.CharField(max_length=40)
    status = models.CharField(max_length=8, choices=AssignmentStatus.choices)
    about = models.CharField(max_length=6, choices=AboutKind.choices)
    about_id = models.UUIDField(null=True)
    about_number = models.CharField(max_length=60, default="", blank=True)
    what = models.TextField()
    given_on = models.DateField()
    by = models.ForeignKey(APPOINTMENT, models.PROTECT, related_name="+", db_index=False)
    ruling = models.JSONField()
    last_day = models.DateField()
    due_on = models.DateField(null=True)
    report = models.TextField(default="", blank=True)
    reported_on = models.DateField(null=True)
    reported_by = models.ForeignKey(APPOINTMENT, models.PROTECT, null=True, related_name="+", db_index=False)
    remarks = models.TextField(default="", blank=True)
    taken_off_on = models.DateField(null=True)
    taken_off_by = models.ForeignKey(APPOINTMENT, models.PROTECT, null=True, related_name="+", db_index=False)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        constraints = [
            one_of("assignment", "status", AssignmentStatus.values),
            one_of("assignment", "about", AboutKind.values),
            *filled("assignment", "what", "number_text"),
            models.UniqueConstraint(fields=["given_by", "year", "number"], name="assignment_number_once"),
            models.CheckConstraint(condition=~Q(office=F("given_by")), name="assignment_to_another"),
            models.CheckConstraint(
                condition=Q(about="office", about_id__isnull=True, about_number="")
                | (~Q(about="office") & Q(about_id__isnull=False) & ~Q(about_number="")),
                name="assignment_about_whole",
            ),
            together("assignment", "reported", "reported_on", "reported_by"),
            together("assignment", "taken_off", "taken_off_on", "taken_off_by"),
            in_status("assignment", "reported_on", [AssignmentStatus.REPORTED, AssignmentStatus.DONE]),
            in_status("assignment", "taken_off_on", [AssignmentStatus.DONE]),
            in_status("assignment", "due_on", [AssignmentStatus.GIVEN]),
            not_before("assignment", "last_day", "given_on"),
            not_before("assignment", "reported_on", "given_on"),
            not_before("assignment", "taken_off_on", "reported_on"),
        ]
        indexes = [
            *family("assignment_given", "given_on", plain=True),
            *family("assignment_due", "due_on", partial=True),
            leading("assignment_by_giver", "by", "given_on"),
            models.Index(
                fields=["given_by", "due_on"], condition=~Q(status="done"), name="assignment_control"
            ),
            models.Index(fields=["about_id"], condition=Q(about_id__isnull=False), name="assignment_about"),
        ]

    def __str__(self) -> str:
        return self.number_text
