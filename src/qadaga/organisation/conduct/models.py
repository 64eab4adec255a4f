"""Rows about conduct, and reports of interference with the offices that may read each."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from qadaga.common.ids import new_id
from qadaga.offices.models import Office
from qadaga.staff.models import Appointment, Person


class ConductKind(models.TextChoices):
    """What is entered: a departure from the duties of conduct, a gift, a contact."""

    MATTER = "matter", _("Conduct matter")
    GIFT = "gift", _("Gift")
    CONTACT = "contact", _("Contact")


class State(models.TextChoices):
    """Open until the outcome is recorded."""

    OPENED = "opened", _("Open")
    CLOSED = "closed", _("Outcome recorded")


_CLOSED = Q(state=State.OPENED, closed_on=None, closed_by=None, outcome="") | Q(
    state=State.CLOSED, closed_on__isnull=False, closed_by__isnull=False
) & ~Q(outcome="")


class ConductEntry(models.Model):
    """An entry about one person (L.1.10); `value` of a gift in tiyn."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    person = models.ForeignKey(Person, models.PROTECT, related_name="conduct")
    office = models.ForeignKey(Office, models.PROTECT, related_name="+")
    region = models.ForeignKey(Office, models.PROTECT, related_name="+")
    kind = models.CharField(max_length=8, choices=ConductKind.choices)
    happened_on = models.DateField()
    with_whom = models.CharField(max_length=300, blank=True)
    text = models.TextField()
    value = models.BigIntegerField(null=True)
    state = models.CharField(max_length=8, choices=State.choices, default=State.OPENED)
    outcome = models.TextField(blank=True)
    closed_on = models.DateField(null=True)
    closed_by = models.ForeignKey(Appointment, models.PROTECT, null=True, related_name="+")
    entered_on = models.DateField()
    entered_by = models.ForeignKey(Appointment, models.PROTECT, related_name="+")
    version = models.PositiveIntegerField(default=1)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(kind__in=ConductKind.values), name="conduct_kind"),
            models.CheckConstraint(condition=_CLOSED, name="conduct_closed"),
            models.CheckConstraint(
                condition=Q(value=None) | Q(kind=ConductKind.GIFT, value__gt=0), name="conduct_value_of_gift"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.happened_on}"


class InterferenceReport(models.Model):
    """An attempt to sway a prosecutor's work: by somebody of the service, or by an outsider (L.2.7).

    `read_on`: when a leader it goes to first opened it.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    reporter = models.ForeignKey(Person, models.PROTECT, related_name="+")
    held = models.ForeignKey(Appointment, models.PROTECT, related_name="+")
    insider = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    outsider = models.CharField(max_length=300, blank=True)
    happened_on = models.DateField()
    reported_on = models.DateField()
    text = models.TextField()
    nobody_above = models.BooleanField(default=False)
    read_on = models.DateField(null=True)
    state = models.CharField(max_length=8, choices=State.choices, default=State.OPENED)
    outcome = models.TextField(blank=True)
    closed_on = models.DateField(null=True)
    closed_by = models.ForeignKey(Appointment, models.PROTECT, null=True, related_name="+")
    version = models.PositiveIntegerField(default=1)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(insider=None) & ~Q(outsider="") | Q(insider__isnull=False, outsider=""),
                name="interference_by_one",
            ),
            models.CheckConstraint(
                condition=~Q(insider=models.F("reporter")) | Q(insider=None), name="interference_of_another"
            ),
            models.CheckConstraint(condition=_CLOSED, name="interference_closed"),
        ]

    def __str__(self) -> str:
        return str(self.id)


class InterferenceReader(models.Model):
    """An office whose leaders read the report; `heads_only`: its head and whoever replaces the head."""

    report = models.ForeignKey(InterferenceReport, models.CASCADE, related_name="readers")
    office = models.ForeignKey(Office, models.PROTECT, related_name="+")
    heads_only = models.BooleanField(default=False)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["report", "office"], name="interference_reader_once")]
