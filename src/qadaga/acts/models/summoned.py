"""What every summons for explanations keeps, inside an inspection or an appeal (O.8.7)."""

from django.db import models
from django.db.models import Q

from qadaga.acts.choices import Appearance, Role
from qadaga.acts.models.act import APPOINTMENT
from qadaga.matters.choices import ServingWay
from qadaga.matters.models.base import Row, filled, not_before, one_of, together


class Summoned(Row):
    """Whom it calls, with whose help, about what, where and when; how it reached them; how it ended.

    `proof` says how the delivery is proven; `consequence` what follows where the person did not come;
    `died_on` is the day of death of whom it did not find alive.
    """

    role = models.CharField(max_length=16, choices=Role.choices)
    name = models.CharField(max_length=200)
    iin = models.CharField(max_length=12, null=True)  # noqa: DJ001 - where it is known
    died_on = models.DateField(null=True)
    representative = models.CharField(max_length=200, default="", blank=True)
    about = models.TextField()
    place = models.CharField(max_length=300)
    called_at = models.DateTimeField()
    way = models.CharField(max_length=12, choices=ServingWay.choices)
    proof = models.CharField(max_length=200, default="", blank=True)
    issued_on = models.DateField()
    issued_by = models.ForeignKey(APPOINTMENT, on_delete=models.PROTECT, related_name="+")
    appearance = models.CharField(max_length=12, choices=Appearance.choices, null=True)  # noqa: DJ001 - a pair
    explanation = models.TextField(default="", blank=True)
    signed = models.BooleanField(default=False)
    consequence = models.TextField(default="", blank=True)
    recorded_on = models.DateField(null=True)
    recorded_by = models.ForeignKey(APPOINTMENT, null=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return self.name


def summoned(table: str) -> list[models.BaseConstraint]:
    """The invariants of a summons, named after its table."""
    return [
        one_of(table, "role", Role.values),
        one_of(table, "way", ServingWay.values),
        *filled(table, "name", "about", "place"),
        models.CheckConstraint(
            condition=Q(iin__isnull=True) | Q(iin__regex=r"^[0-9]{12}$"), name=f"{table}_iin"
        ),
        models.CheckConstraint(
            condition=Q(appearance="dead", died_on__isnull=False)
            | Q(died_on__isnull=True) & (Q(appearance__isnull=True) | ~Q(appearance="dead")),
            name=f"{table}_dead_since",
        ),
        together(table, "recorded", "appearance", "recorded_on", "recorded_by"),
        models.CheckConstraint(
            condition=Q(appearance__isnull=True) | Q(appearance__in=Appearance.values),
            name=f"{table}_appearance_known",
        ),
        models.CheckConstraint(
            condition=~Q(appearance="explained") | ~Q(explanation=""), name=f"{table}_explained_in_words"
        ),
        not_before(table, "recorded_on", "issued_on"),
    ]


def of_people(table: str) -> list[models.Index]:
    """By number: what a person was summoned to, and who died before coming."""
    return [
        models.Index(fields=["iin"], name=f"{table}_by_iin", condition=Q(iin__isnull=False)),
        models.Index(fields=["iin"], name=f"{table}_dead", condition=Q(died_on__isnull=False)),
    ]
