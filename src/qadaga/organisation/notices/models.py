"""A warning that was given, and the days before the end on which one is given."""

from __future__ import annotations

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from qadaga.matters.models.base import Row, one_of


class Ending(models.TextChoices):
    """What ends."""

    TERM = "term", _("Term of the post")
    POST = "post", _("Appointment for a time")
    ABSENCE = "absence", _("Absence")
    ACTING = "acting", _("Replacing the head")
    PROBATION = "probation", _("Probation")
    ATTESTATION = "attestation", _("Attestation")
    PENALTY = "penalty", _("Penalty")


class Notice(Row):
    """One warning: `days` before `ends_on`, the first day without it. Told once; cleared when it is over.

    `source` is the row that ends: an appointment, an absence, an acting head's naming, an entry of the file.
    """

    kind = models.CharField(max_length=12, choices=Ending.choices)
    source = models.CharField(max_length=40)
    person = models.ForeignKey("staff.Person", models.PROTECT, related_name="notices")
    office = models.ForeignKey("offices.Office", models.PROTECT, related_name="+", db_index=False)
    region = models.ForeignKey("offices.Office", models.PROTECT, related_name="+", db_index=False)
    ends_on = models.DateField()
    days = models.PositiveSmallIntegerField()
    raised_on = models.DateField()
    cleared_on = models.DateField(null=True)

    class Meta:
        constraints = [
            one_of("notice", "kind", Ending.values),
            models.UniqueConstraint(
                fields=["kind", "source", "ends_on", "days"],
                condition=Q(cleared_on__isnull=True),
                name="notice_once",
            ),
            models.CheckConstraint(condition=Q(raised_on__lte=F("ends_on")), name="notice_before_the_end"),
        ]
        indexes = [
            models.Index(fields=["ends_on", "id"], name="notice_open", condition=Q(cleared_on__isnull=True)),
            models.Index(fields=["office", "ends_on", "id"], name="notice_by_office"),
            models.Index(fields=["region", "ends_on", "id"], name="notice_by_region"),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.ends_on}"


class DaysBefore(models.Model):
    """How many days before the end of a kind warnings are given, where it was changed; a product's figure."""

    kind = models.CharField(max_length=12, choices=Ending.choices, unique=True)
    days = ArrayField(models.PositiveSmallIntegerField())
    set_on = models.DateField()
    by = models.ForeignKey("staff.Appointment", models.PROTECT, related_name="+")

    class Meta:
        constraints = [one_of("daysbefore", "kind", Ending.values)]

    def __str__(self) -> str:
        return f"{self.kind} {self.days}"
