"""People of the service, the posts they hold, their absences, and who replaces an absent head."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q

from qadaga.common.ids import new_id
from qadaga.offices.dated import Dated
from qadaga.offices.models import Office, Unit


class Person(models.Model):
    """An officer or another employee; which of the two follows from the post held (O.13.2)."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    user = models.OneToOneField(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="person"
    )
    iin = models.CharField(max_length=12, unique=True, null=True, blank=True)
    last_name = models.CharField(max_length=100)
    first_name = models.CharField(max_length=100)
    middle_name = models.CharField(max_length=100, blank=True)
    sort_key = models.CharField(max_length=700, db_index=True)
    born_on = models.DateField(null=True, blank=True)
    died_on = models.DateField(null=True, blank=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(iin__isnull=True) | Q(iin__regex=r"^[0-9]{12}$"), name="person_iin_digits"
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def name(self) -> str:
        """Family name, given name and patronymic, in that order."""
        return " ".join(part for part in (self.last_name, self.first_name, self.middle_name) if part)

    @property
    def short_name(self) -> str:
        """Family name with initials: «Ахметов Б. С.»."""
        initials = [f"{part[0]}." for part in (self.first_name, self.middle_name) if part]
        return " ".join([self.last_name, *initials])


class Appointment(Dated):
    """A post held in an office for a period (O.10, O.11).

    `heads` and `officer` (сотрудник, not работник) repeat what the catalogue said of the post when the
    appointment was made, so that the database can refuse two heads of one office at once.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    person = models.ForeignKey(Person, models.PROTECT, related_name="appointments")
    office = models.ForeignKey(Office, models.PROTECT, related_name="appointments")
    unit = models.ForeignKey(Unit, models.PROTECT, null=True, blank=True, related_name="appointments")
    post = models.CharField(max_length=40)
    heads = models.BooleanField(default=False)
    officer = models.BooleanField(default=True)
    version = models.PositiveIntegerField(default=1)

    class Meta(Dated.Meta):
        abstract = False
        constraints = [
            *Dated.Meta.constraints,
            models.UniqueConstraint(fields=["id", "office"], name="appointment_id_office"),
        ]

    def __str__(self) -> str:
        return f"{self.post} {self.office_id} {self.starts_on}"


class Absence(Dated):
    """Days a person is away from every post held, or from the one `appointment` alone (O.14, O.15).

    A secondment is an absence from the own post only; nobody enters it apart.
    """

    KINDS = ("leave", "illness", "business_trip", "study", "other")

    person = models.ForeignKey(Person, models.PROTECT, related_name="absences")
    appointment = models.ForeignKey(Appointment, models.PROTECT, null=True, related_name="absences")
    kind = models.CharField(max_length=16)

    class Meta(Dated.Meta):
        abstract = False
        constraints = [
            *Dated.Meta.constraints,
            models.CheckConstraint(
                condition=Q(kind__in=("leave", "illness", "business_trip", "study", "other", "secondment")),
                name="absence_kind",
            ),
            models.CheckConstraint(
                condition=Q(kind="secondment", appointment__isnull=False)
                | (~Q(kind="secondment") & Q(appointment__isnull=True)),
                name="absence_from_one_post",
            ),
        ]


class ActingHead(Dated):
    """Who replaces the head of an office while the head is absent (O.14.2, O.15): one at a time."""

    office = models.ForeignKey(Office, models.PROTECT, related_name="acting_heads")
    appointment = models.ForeignKey(Appointment, models.PROTECT, related_name="acting")
