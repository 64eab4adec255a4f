"""An application to court and what the court decided."""

from django.db import models
from django.db.models import Q

from qadaga.acts.choices import Language
from qadaga.acts.models import Act
from qadaga.authority.lists.indexes import family, leading
from qadaga.court.applications.choices import ApplicationStatus, Ground
from qadaga.matters.models import Matter
from qadaga.matters.models.base import Row, filled, in_status, not_before, one_of, together
from qadaga.matters.models.paper import FrozenPaper, frozen

OFFICE, APPOINTMENT = "offices.Office", "staff.Appointment"
DECIDED = ("returned", "granted", "granted_part", "dismissed", "ended")


class Application(FrozenPaper, Row):
    """A claim brought in a matter: in whose interest, against whom, what the court is asked; a frozen paper.

    `act` is the act that was not satisfied, where the matter goes to court for that.
    """

    region = models.ForeignKey(OFFICE, models.PROTECT, related_name="+", db_index=False)
    status = models.CharField(max_length=12, choices=ApplicationStatus.choices)
    matter = models.ForeignKey(Matter, models.PROTECT, related_name="applications")
    act = models.OneToOneField(Act, models.PROTECT, null=True, related_name="+")
    ground = models.CharField(max_length=20, choices=Ground.choices)
    person = models.CharField(max_length=300)
    defendant = models.CharField(max_length=300)
    court = models.CharField(max_length=300)
    claim = models.TextField()
    language = models.CharField(max_length=2, choices=Language.choices)
    signed_on = models.DateField()
    case_number = models.CharField(max_length=60, default="", blank=True)
    decided_on = models.DateField(null=True)
    decision = models.TextField(null=True)  # noqa: DJ001 - together with decided_on
    decided_by = models.ForeignKey(APPOINTMENT, models.PROTECT, null=True, related_name="+")
    version = models.PositiveIntegerField(default=1)

    class Meta:
        constraints = [
            one_of("application", "status", ApplicationStatus.values),
            one_of("application", "ground", Ground.values),
            one_of("application", "language", Language.values),
            *filled("application", "person", "defendant", "court", "claim", "norm", "number_text"),
            *frozen("application"),
            together("application", "decided", "decided_on", "decision", "decided_by"),
            in_status("application", "decided_on", DECIDED),
            not_before("application", "decided_on", "signed_on"),
            models.CheckConstraint(
                condition=~Q(ground="protest_refused") | Q(act__isnull=False), name="application_refused_act"
            ),
            # The same is asked of the court once at a time.
            models.UniqueConstraint(
                fields=["matter", "defendant", "claim"],
                condition=Q(status__in=["filed", "accepted"]),
                name="application_once",
            ),
        ]
        indexes = [
            *family("application_signed", "signed_on", plain=True),
            leading("application_by_signer", "signer", "signed_on"),
        ]
