"""Bailiffs: a private one by licence, a state one by the department that employs them."""

from django.db import models
from django.db.models import Q

from qadaga.authority.lists.indexes import family, leading
from qadaga.matters.models import Body
from qadaga.matters.models.base import Row, filled, not_before, one_of, together
from qadaga.supervision.enforcement.choices import BailiffKind, BailiffStatus

OFFICE = "offices.Office"


class Bailiff(Row):
    """A bailiff of the office's territory. The kind never changes: whoever changes it is entered anew."""

    kind = models.CharField(max_length=7, choices=BailiffKind.choices)
    status = models.CharField(max_length=7, choices=BailiffStatus.choices)
    name = models.CharField(max_length=300)
    licence = models.CharField(max_length=60, null=True)  # noqa: DJ001 - a state bailiff has none
    licence_on = models.DateField(null=True)
    body = models.ForeignKey(Body, models.PROTECT, null=True, related_name="+")
    address = models.CharField(max_length=300)
    kato = models.CharField(max_length=9)
    office = models.ForeignKey(OFFICE, models.PROTECT, related_name="+", db_index=False)
    region = models.ForeignKey(OFFICE, models.PROTECT, related_name="+", db_index=False)
    entered_on = models.DateField()
    ended_on = models.DateField(null=True)
    ended_why = models.CharField(max_length=300, null=True)  # noqa: DJ001 - a pair with ended_on
    version = models.PositiveIntegerField(default=1)

    class Meta:
        constraints = [
            one_of("bailiff", "kind", BailiffKind.values),
            one_of("bailiff", "status", BailiffStatus.values),
            *filled("bailiff", "name", "address"),
            models.CheckConstraint(
                condition=Q(
                    kind="private", licence__isnull=False, licence_on__isnull=False, body__isnull=True
                )
                | Q(kind="state", licence__isnull=True, licence_on__isnull=True, body__isnull=False),
                name="bailiff_by_licence_or_department",
            ),
            models.CheckConstraint(condition=Q(kato__regex=r"^[0-9]{9}$"), name="bailiff_kato_digits"),
            models.CheckConstraint(
                condition=Q(status="ended", ended_on__isnull=False)
                | Q(status="working", ended_on__isnull=True),
                name="bailiff_ended_by_status",
            ),
            together("bailiff", "ended", "ended_on", "ended_why"),
            not_before("bailiff", "ended_on", "entered_on"),
            models.UniqueConstraint(fields=["licence"], name="bailiff_licence_once"),
            models.UniqueConstraint(
                fields=["office", "body", "name"], condition=Q(status="working"), name="bailiff_name_once"
            ),
            # What the keys of writs and transfers point to: whose kind a writ says is the bailiff's own.
            models.UniqueConstraint(fields=["id", "kind"], name="bailiff_of_kind"),
        ]
        indexes = [
            *family("bailiff_entered", "entered_on", plain=True),
            leading("bailiff_by_body", "body", "entered_on", nullable=True),
        ]

    def __str__(self) -> str:
        return self.name
