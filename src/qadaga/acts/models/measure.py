"""Measures: a request for documents with its own number, term and reply; a note of findings."""

from typing import Any

from django.db import models
from django.db.models import Q

from qadaga.acts.choices import Language, MeasureKind, MeasureStatus
from qadaga.acts.models.act import APPOINTMENT
from qadaga.authority.lists.indexes import leading
from qadaga.matters.choices import ServingWay
from qadaga.matters.models import Body, Matter
from qadaga.matters.models.base import Row, filled, not_before, number_once, one_of, together

FILE = "documents.StoredFile"


class Measure(Row):
    """A measure taken in a matter (O.8.2): to whom, on what ground, by when, and what came back.

    `carrier`, `office` and `numbered_in` are as those of an act.
    """

    matter = models.ForeignKey(Matter, on_delete=models.PROTECT, related_name="measures")
    office = models.ForeignKey("offices.Office", on_delete=models.PROTECT, related_name="+")
    region = models.ForeignKey("offices.Office", on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=12, choices=MeasureKind.choices)
    status = models.CharField(max_length=10, choices=MeasureStatus.choices)
    language = models.CharField(max_length=2, choices=Language.choices)
    year = models.PositiveSmallIntegerField()
    number = models.PositiveIntegerField()
    number_text = models.CharField(max_length=40)
    addressee = models.ForeignKey(Body, null=True, on_delete=models.PROTECT, related_name="measures")
    ground = models.TextField()
    text = models.TextField()
    issued_on = models.DateField()
    issued_by = models.ForeignKey(APPOINTMENT, on_delete=models.PROTECT, related_name="+")
    ruling = models.JSONField()
    due_on = models.DateField(null=True)
    served_on = models.DateField(null=True)
    served_way = models.CharField(max_length=12, choices=ServingWay.choices, null=True)  # noqa: DJ001 - a pair
    served_by = models.ForeignKey(APPOINTMENT, null=True, on_delete=models.PROTECT, related_name="+")
    replied_on = models.DateField(null=True)
    reply = models.TextField(null=True)  # noqa: DJ001 - a pair with replied_on
    reply_file = models.ForeignKey(FILE, null=True, on_delete=models.PROTECT, related_name="+")
    reply_by = models.ForeignKey(APPOINTMENT, null=True, on_delete=models.PROTECT, related_name="+")
    numbered_in = models.ForeignKey(
        "offices.Office", null=True, on_delete=models.PROTECT, related_name="+", db_index=False
    )
    carrier = models.ForeignKey(
        "offices.Office", null=True, on_delete=models.PROTECT, related_name="+", db_index=False
    )
    version = models.PositiveIntegerField(default=1)

    class Meta:
        constraints = [
            one_of("measure", "kind", MeasureKind.values),
            one_of("measure", "status", MeasureStatus.values),
            one_of("measure", "language", Language.values),
            *filled("measure", "ground", "text", "number_text"),
            *number_once("measure"),
            models.CheckConstraint(
                condition=Q(kind="findings", status="recorded", due_on__isnull=True, served_on__isnull=True)
                | (~Q(kind="findings") & Q(addressee__isnull=False) & ~Q(status="recorded")),
                name="measure_by_kind",
            ),
            together("measure", "served", "served_on", "served_way", "served_by"),
            # A term that stands still has no day it is due.
            models.CheckConstraint(
                condition=Q(due_on__isnull=True) | Q(served_on__isnull=False), name="measure_due_when_served"
            ),
            together("measure", "replied", "replied_on", "reply", "reply_by"),
            models.CheckConstraint(
                condition=~Q(status__in=["served", "replied"]) | Q(served_on__isnull=False),
                name="measure_served_by_status",
            ),
            models.CheckConstraint(
                condition=~Q(status="replied") | Q(replied_on__isnull=False), name="measure_replied_by_status"
            ),
            not_before("measure", "served_on", "issued_on"),
            not_before("measure", "replied_on", "served_on"),
        ]
        indexes = [
            leading("measure_by_addressee", "addressee", "issued_on"),
            models.Index(fields=["carrier"], condition=Q(carrier__isnull=False), name="measure_by_carrier"),
        ]

    def __str__(self) -> str:
        return self.number_text

    @property
    def acting_office(self) -> Any:
        """The office that acts in it: the one that took it over, or else the one that holds its matter."""
        return self.matter.holder if self.carrier is None else self.carrier
