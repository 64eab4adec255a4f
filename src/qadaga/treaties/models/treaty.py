"""Treaties and cooperation agreements: from a draft sent for the position to the end of force."""

from django.db import models
from django.db.models import Q

from qadaga.authority.lists.indexes import family
from qadaga.matters.models import Body
from qadaga.matters.models.base import Row, filled, not_before, one_of, together
from qadaga.treaties.choices import ContactKind, Partner, Position, TreatyKind, TreatyStatus

OFFICE = "offices.Office"
APPOINTMENT = "staff.Appointment"


class Treaty(Row):
    """A treaty; `due_on` is the last day of the position on a draft, by its term."""

    office = models.ForeignKey(OFFICE, models.PROTECT, related_name="+", db_index=False)
    region = models.ForeignKey(OFFICE, models.PROTECT, related_name="+", db_index=False)
    status = models.CharField(max_length=9, choices=TreatyStatus.choices)
    kind = models.CharField(max_length=20, choices=TreatyKind.choices)
    title_ru = models.CharField(max_length=500)
    title_kk = models.CharField(max_length=500)
    partner_kind = models.CharField(max_length=12, choices=Partner.choices)
    partner = models.CharField(max_length=300)
    entered_on = models.DateField()
    sent_by = models.ForeignKey(Body, models.PROTECT, null=True, related_name="+")
    received_on = models.DateField(null=True)
    due_on = models.DateField(null=True)
    position = models.CharField(max_length=7, choices=Position.choices, null=True)  # noqa: DJ001 - with opined_on
    position_text = models.TextField(null=True)  # noqa: DJ001 - with opined_on
    opined_on = models.DateField(null=True)
    opined_by = models.ForeignKey(APPOINTMENT, models.PROTECT, null=True, related_name="+")
    concluded_on = models.DateField(null=True)
    concluded_by = models.ForeignKey(APPOINTMENT, models.PROTECT, null=True, related_name="+")
    force_on = models.DateField(null=True)
    basis = models.CharField(max_length=500, null=True)  # noqa: DJ001 - with concluded_on
    ended_on = models.DateField(null=True)
    ended_why = models.CharField(max_length=300, null=True)  # noqa: DJ001 - with ended_on
    version = models.PositiveIntegerField(default=1)

    class Meta:
        constraints = [
            one_of("treaty", "status", TreatyStatus.values),
            one_of("treaty", "kind", TreatyKind.values),
            one_of("treaty", "partner_kind", Partner.values),
            *filled("treaty", "title_ru", "title_kk", "partner", "position_text", "basis", "ended_why"),
            together("treaty", "sent", "sent_by", "received_on"),
            together("treaty", "position", "position", "position_text", "opined_on", "opined_by"),
            together("treaty", "concluded", "concluded_on", "basis"),
            together("treaty", "ended", "ended_on", "ended_why"),
            models.CheckConstraint(
                condition=Q(status="draft", received_on__isnull=False, opined_on__isnull=True)
                | Q(status="opined", opined_on__isnull=False, concluded_on__isnull=True)
                | Q(status="concluded", concluded_on__isnull=False, ended_on__isnull=True)
                | Q(status="ended", concluded_on__isnull=False, ended_on__isnull=False),
                name="treaty_days_by_status",
            ),
            models.CheckConstraint(
                condition=Q(due_on__isnull=True) | Q(status="draft"), name="treaty_due_of_draft"
            ),
            not_before("treaty", "opined_on", "received_on"),
            not_before("treaty", "force_on", "concluded_on"),
            not_before("treaty", "ended_on", "concluded_on"),
            models.UniqueConstraint(fields=["partner", "title_ru"], name="treaty_once"),
        ]
        indexes = [
            *family("treaty_entered", "entered_on", plain=True),
            *family("treaty_due", "due_on", partial=True),
        ]

    def __str__(self) -> str:
        return self.title_ru

    def title(self, language: str) -> str:
        """Its title in Kazakh for `kk`, otherwise in Russian."""
        return self.title_kk if language == "kk" else self.title_ru


class Contact(Row):
    """What was done with a foreign body or an international organisation by a treaty in force."""

    treaty = models.ForeignKey(Treaty, models.PROTECT, related_name="contacts")
    kind = models.CharField(max_length=8, choices=ContactKind.choices)
    held_on = models.DateField()
    about = models.TextField()
    outcome = models.TextField()
    by = models.ForeignKey(APPOINTMENT, models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            one_of("contact", "kind", ContactKind.values),
            *filled("contact", "about", "outcome"),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.held_on}"
