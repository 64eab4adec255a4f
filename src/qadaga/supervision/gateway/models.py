"""A look-up in an outside register: who, in which matter, on which ground, what came back."""

from django.db import models
from django.db.models import Q

from qadaga.matters.models import Matter
from qadaga.matters.models.base import Row, filled, one_of, together
from qadaga.supervision.gateway.choices import Fault, LookUpStatus, Register

OFFICE = "offices.Office"


class LookUp(Row):
    """One question to one register (O.8.6); `record` is the kind of special records asked, none for a look-up
    made before they were told apart; `answer` is kept word for word, `sha256` is of those words."""

    matter = models.ForeignKey(Matter, models.PROTECT, related_name="lookups")
    office = models.ForeignKey(OFFICE, models.PROTECT, related_name="+")
    region = models.ForeignKey(OFFICE, models.PROTECT, related_name="+")
    register = models.CharField(max_length=13, choices=Register.choices)
    record = models.CharField(max_length=20, null=True)  # noqa: DJ001 - the kind of special records only
    ground = models.CharField(max_length=40)
    purpose = models.CharField(max_length=500)
    sought = models.CharField(max_length=12)
    status = models.CharField(max_length=8, choices=LookUpStatus.choices)
    asked_at = models.DateTimeField()
    asked_on = models.DateField()
    asked_by = models.ForeignKey("staff.Appointment", models.PROTECT, related_name="+")
    ruling = models.JSONField()
    answered_at = models.DateTimeField(null=True)
    answer = models.TextField(null=True)  # noqa: DJ001 - together with sha256
    sha256 = models.CharField(max_length=64, null=True)  # noqa: DJ001 - together with answer
    fault = models.CharField(max_length=11, choices=Fault.choices, null=True)  # noqa: DJ001 - only what failed
    version = models.PositiveIntegerField(default=1)

    class Meta:
        constraints = [
            one_of("lookup", "register", Register.values),
            one_of("lookup", "status", LookUpStatus.values),
            *filled("lookup", "ground", "purpose", "record"),
            models.CheckConstraint(
                condition=Q(record__isnull=True) | Q(register="special"), name="lookup_record_of_special"
            ),
            models.CheckConstraint(condition=Q(sought__regex=r"^[0-9]{12}$"), name="lookup_sought_digits"),
            together("lookup", "answer", "answer", "sha256"),
            models.CheckConstraint(
                condition=Q(status="asked", answered_at__isnull=True, answer__isnull=True, fault__isnull=True)
                | Q(status="failed", answered_at__isnull=False, answer__isnull=True, fault__isnull=False)
                | Q(
                    status__in=["answered", "nothing"],
                    answered_at__isnull=False,
                    answer__isnull=False,
                    fault__isnull=True,
                ),
                name="lookup_answer_by_status",
            ),
            models.CheckConstraint(
                condition=Q(sha256__isnull=True) | Q(sha256__regex=r"^[0-9a-f]{64}$"), name="lookup_sha256"
            ),
        ]
        indexes = [models.Index(fields=["asked_by", "asked_at"], name="lookup_by_person")]

    def __str__(self) -> str:
        return str(self.id)
