"""A distribution of duties: one of an office at a time, its lines, and the order of replacing the head."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from qadaga.common.ids import new_id
from qadaga.offices.dated import Dated
from qadaga.offices.models import Office, Unit
from qadaga.staff.models import Appointment


class Distribution(Dated):
    """Who does what in an office from a day on, by an order (O.14.1, O.14.3); the next one ends it."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    office = models.ForeignKey(Office, models.PROTECT, related_name="distributions")

    class Meta(Dated.Meta):
        abstract = False

    def __str__(self) -> str:
        return f"{self.office_id} {self.starts_on}"


class Duty(models.Model):
    """One line: an officer and a direction of supervision, a unit, a kind of bodies, or a territory (KATO).

    `leads`: coordinates it and agrees its drafts, as a deputy does (O.14.1); else works in it.
    """

    distribution = models.ForeignKey(Distribution, models.CASCADE, related_name="duties")
    appointment = models.ForeignKey(Appointment, models.PROTECT, related_name="duties")
    direction = models.CharField(max_length=40, blank=True)
    unit = models.ForeignKey(Unit, models.PROTECT, null=True, related_name="duties")
    body_kind = models.CharField(max_length=20, blank=True, default="")
    kato = models.CharField(max_length=9, blank=True, default="")
    leads = models.BooleanField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=(
                    Q(~Q(direction=""), unit__isnull=True, body_kind="", kato="")
                    | Q(direction="", unit__isnull=False, body_kind="", kato="")
                    | Q(~Q(body_kind=""), direction="", unit__isnull=True, kato="")
                    | Q(~Q(kato=""), direction="", unit__isnull=True, body_kind="")
                ),
                name="duty_one_dimension",
            ),
            models.CheckConstraint(
                condition=Q(kato="") | Q(kato__regex=r"^[0-9]{9}$"), name="duty_kato_digits"
            ),
            models.UniqueConstraint(
                fields=["distribution", "appointment", "direction", "unit", "body_kind", "kato"],
                name="duty_once",
                nulls_distinct=False,
            ),
        ]

    def __str__(self) -> str:
        return self.direction or self.body_kind or self.kato or str(self.unit_id)


class Replacement(models.Model):
    """The place of an officer among those who replace the absent head: 1 is the first (O.11, O.14.2)."""

    distribution = models.ForeignKey(Distribution, models.CASCADE, related_name="replacements")
    appointment = models.ForeignKey(Appointment, models.PROTECT, related_name="replacements")
    place = models.PositiveSmallIntegerField()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(place__gte=1), name="replacement_place"),
            models.UniqueConstraint(fields=["distribution", "place"], name="replacement_place_once"),
            models.UniqueConstraint(fields=["distribution", "appointment"], name="replacement_person_once"),
        ]

    def __str__(self) -> str:
        return f"{self.place}. {self.appointment_id}"
