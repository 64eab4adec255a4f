"""The case card of an investigation by its ERDR number, and the people in it."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q

from qadaga.authority.lists.indexes import family, leading
from qadaga.matters import deaths
from qadaga.matters.models import Body, Matter, ProtectedPerson
from qadaga.matters.models.base import Row, filled, not_before, one_of
from qadaga.matters.models.mortal import Mortal, mortal
from qadaga.supervision.pretrial.choices import LIVE, CaseStatus, Role
from qadaga.supervision.pretrial.models.paper import APPOINTMENT, OFFICE


class Case(Row):
    """An investigation under supervision (L.3.2); `due_on` is the last day of its term while it runs."""

    erdr = models.CharField(max_length=40, unique=True)
    office = models.ForeignKey(OFFICE, models.PROTECT, related_name="+", db_index=False)
    region = models.ForeignKey(OFFICE, models.PROTECT, related_name="+", db_index=False)
    kato = models.CharField(max_length=9)
    sphere = models.CharField(max_length=20, null=True)  # noqa: DJ001 - most belong to no sphere
    body = models.ForeignKey(Body, models.PROTECT, related_name="+")
    investigator = models.CharField(max_length=300)
    articles = ArrayField(models.CharField(max_length=60))
    gist = models.TextField()
    registered_on = models.DateField()
    taken_on = models.DateField()
    taken_by = models.ForeignKey(APPOINTMENT, models.PROTECT, related_name="+", db_index=False)
    assignee = models.ForeignKey(APPOINTMENT, models.PROTECT, null=True, related_name="+", db_index=False)
    matter = models.ForeignKey(Matter, models.PROTECT, null=True, related_name="+")
    status = models.CharField(max_length=9, choices=CaseStatus.choices)
    due_on = models.DateField(null=True)
    ended_on = models.DateField(null=True)
    outcome = models.TextField(default="", blank=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        constraints = [
            one_of("case", "status", CaseStatus.values),
            *filled("case", "erdr", "investigator", "gist"),
            models.CheckConstraint(condition=Q(kato__regex=r"^[0-9]{9}$"), name="case_kato_digits"),
            models.CheckConstraint(condition=Q(articles__len__gt=0), name="case_articles_named"),
            models.CheckConstraint(
                condition=Q(status__in=sorted(LIVE), ended_on__isnull=True, due_on__isnull=False)
                | (~Q(status__in=sorted(LIVE)) & Q(ended_on__isnull=False, due_on__isnull=True)),
                name="case_ended_by_status",
            ),
            not_before("case", "taken_on", "registered_on"),
            not_before("case", "ended_on", "registered_on"),
        ]
        indexes = [
            *family("case_taken", "taken_on", plain=True),
            *family("case_due", "due_on", partial=True),
            leading("case_by_assignee", "assignee", "taken_on", nullable=True),
            leading("case_by_body", "body", "taken_on"),
        ]

    def __str__(self) -> str:
        return self.erdr


@deaths.noted
class Party(Mortal, Row):
    """Somebody in the case. `detained_at` is when they lost their liberty; `due_on` is the last day of the
    custody that was consented to.
    """

    case = models.ForeignKey(Case, models.PROTECT, related_name="parties")
    role = models.CharField(max_length=7, choices=Role.choices)
    name = models.CharField(max_length=300)
    iin = models.CharField(max_length=12, null=True)  # noqa: DJ001 - not everybody has papers
    minor = models.BooleanField(default=False)
    detained_at = models.DateTimeField(null=True)
    custody_since = models.DateField(null=True)
    due_on = models.DateField(null=True)
    released_at = models.DateTimeField(null=True)
    protected = models.OneToOneField(ProtectedPerson, models.PROTECT, null=True, related_name="+")

    class Meta:
        constraints = [
            one_of("party", "role", Role.values),
            *filled("party", "name"),
            models.CheckConstraint(
                condition=Q(iin__isnull=True) | Q(iin__regex=r"^[0-9]{12}$"), name="party_iin"
            ),
            models.UniqueConstraint(fields=["case", "iin"], name="party_once"),
            models.CheckConstraint(
                condition=Q(released_at__isnull=True) | Q(released_at__gte=F("detained_at")),
                name="party_released_after_detained",
            ),
            models.CheckConstraint(
                condition=Q(due_on__isnull=True) | Q(custody_since__isnull=False, released_at__isnull=True),
                name="party_custody_runs",
            ),
            *mortal("party"),
        ]
        indexes = [
            models.Index(fields=["iin"], name="party_dead", condition=Q(died_on__isnull=False)),
            models.Index(fields=["iin"], name="party_iin", condition=Q(iin__isnull=False)),
        ]

    def __str__(self) -> str:
        return str(self.id)
