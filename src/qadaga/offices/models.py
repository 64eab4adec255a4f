"""Offices of the service and what changes about them over time (O.1, L.1.4-L.1.9)."""

from __future__ import annotations

from datetime import date

from django.db import models
from django.db.models import F, Q

from qadaga.common.ids import new_id
from qadaga.offices.dated import Dated


class Office(models.Model):
    """A prosecutor's office, an agency or an institution of the service.

    `name_*`, `parent` and `region` repeat the dated rows in force today, so that lists need no join; the
    dated rows are the truth. `region` is the level-2 office above, or the office itself where none is above.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    code = models.SlugField(max_length=24, unique=True)
    kind = models.CharField(max_length=32)
    level = models.PositiveSmallIntegerField()
    name_ru = models.CharField(max_length=300)
    name_kk = models.CharField(max_length=300)
    name_en = models.CharField(max_length=300)
    parent = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="children")
    region = models.ForeignKey("self", models.PROTECT, related_name="within")
    opened_on = models.DateField()
    closed_on = models.DateField(null=True, blank=True)
    status = models.CharField(max_length=12, default="found")
    version = models.PositiveIntegerField(default=1)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(level__in=(1, 2, 3)), name="office_level"),
            models.CheckConstraint(
                condition=Q(closed_on__isnull=True) | Q(closed_on__gt=F("opened_on")), name="office_life"
            ),
            models.CheckConstraint(
                condition=Q(parent__isnull=False) | Q(kind="general"),
                name="office_only_general_has_no_parent",
            ),
            models.UniqueConstraint(
                fields=["kind"],
                condition=Q(kind="general", closed_on__isnull=True),
                name="office_one_general",
            ),
        ]

    def __str__(self) -> str:
        return self.name_ru

    def name_in(self, language: str) -> str:
        """The office's name today in ru, kk or en (Russian where the language is none of these)."""
        names = {"kk": self.name_kk, "en": self.name_en}
        return names.get(language[:2], self.name_ru)


class OfficeName(Dated):
    """The name an office bears for a period, in the three languages."""

    office = models.ForeignKey(Office, models.CASCADE, related_name="names")
    name_ru = models.CharField(max_length=300)
    name_kk = models.CharField(max_length=300)
    name_en = models.CharField(max_length=300)
    kk_checked = models.BooleanField(default=True)


class Subordination(Dated):
    """Under which office an office stands for a period (L.1.2, O.1)."""

    office = models.ForeignKey(Office, models.CASCADE, related_name="subordinations")
    parent = models.ForeignKey(Office, models.PROTECT, related_name="subordinates")


class OfficeTerritory(Dated):
    """A KATO unit an office is competent in for a period.

    `general` rows are the territorial competence proper: one office a unit at a time. A specialised office
    may be competent in the same unit within its sphere (L.1.9).
    """

    office = models.ForeignKey(Office, models.CASCADE, related_name="territories")
    kato = models.CharField(max_length=9, db_index=True)
    general = models.BooleanField(default=True)

    class Meta(Dated.Meta):
        abstract = False
        constraints = [
            *Dated.Meta.constraints,
            models.CheckConstraint(condition=Q(kato__regex=r"^[0-9]{9}$"), name="office_territory_kato"),
        ]


class OfficeSphere(Dated):
    """The specialised sphere an office is confined to for a period (L.2.3); none means general competence."""

    office = models.ForeignKey(Office, models.CASCADE, related_name="spheres")
    sphere = models.CharField(max_length=32)


class OfficeSuccession(models.Model):
    """Which office carries on the work of one that was closed, from the day it does (O.5).

    A chain stands here whole: where B followed A and C follows B, C follows A as well.
    """

    office = models.ForeignKey(Office, models.PROTECT, related_name="successions")
    successor = models.ForeignKey(Office, models.PROTECT, related_name="predecessors")
    starts_on = models.DateField()
    ground = models.CharField(max_length=300, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["office", "successor"], name="office_succession_once"),
            models.CheckConstraint(condition=~Q(office=F("successor")), name="office_succession_other"),
        ]

    def __str__(self) -> str:
        return f"{self.office_id} → {self.successor_id}"


class Unit(models.Model):
    """A department, directorate or division inside an office, for as long as it exists (L.1.4).

    `name_*` repeat the name in force today, so that lists need no join; `UnitName` and `UnitPlace` are the
    truth. The office of a unit never changes: a merger closes it and opens one in the office that follows.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    office = models.ForeignKey(Office, models.CASCADE, related_name="units")
    code = models.SlugField(max_length=32)
    kind = models.CharField(max_length=16)
    name_ru = models.CharField(max_length=300)
    name_kk = models.CharField(max_length=300)
    name_en = models.CharField(max_length=300)
    opened_on = models.DateField()
    closed_on = models.DateField(null=True, blank=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["office", "code"], name="office_unit_code"),
            models.UniqueConstraint(fields=["id", "office"], name="office_unit_id_office"),
            models.CheckConstraint(
                condition=Q(closed_on__isnull=True) | Q(closed_on__gt=F("opened_on")), name="office_unit_life"
            ),
            models.CheckConstraint(
                condition=Q(kind__in=("department", "directorate", "division")), name="office_unit_kind"
            ),
        ]

    def __str__(self) -> str:
        return self.name_ru

    def exists(self, on: date) -> bool:
        """Whether the unit exists on the day."""
        return self.opened_on <= on and (self.closed_on is None or on < self.closed_on)


class UnitName(Dated):
    """The name a unit bears for a period; two units of one office never bear the same one at a time."""

    unit = models.ForeignKey(Unit, models.CASCADE, related_name="names")
    office = models.ForeignKey(Office, models.CASCADE, related_name="+")
    name_ru = models.CharField(max_length=300)
    name_kk = models.CharField(max_length=300)
    name_en = models.CharField(max_length=300)


class UnitPlace(Dated):
    """Inside which other unit of its office a unit stands for a period; directly in the office: none."""

    unit = models.ForeignKey(Unit, models.CASCADE, related_name="places")
    parent = models.ForeignKey(Unit, models.PROTECT, null=True, blank=True, related_name="holds")
