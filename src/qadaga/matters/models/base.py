"""What every row of the case file has: a time-ordered id and constraints written once."""

from collections.abc import Iterable
from functools import cache
from typing import Any

from django.db import models
from django.db.models import F, Q
from django.utils.encoding import force_str

from qadaga.common.clock import now
from qadaga.common.ids import new_id


class Row(models.Model):
    """A row with a UUIDv7 id and the moment it was written."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    created_at = models.DateTimeField(default=now, editable=False)

    class Meta:
        abstract = True

    def _get_FIELD_display(self, field: models.Field[Any, Any]) -> Any:  # noqa: N802 - Django calls it so
        # Django's own hashes every choice for each row, and so translates them all.
        value = getattr(self, field.attname)
        return force_str(_labels(field).get(value, value), strings_only=True)


@cache
def _labels(field: models.Field[Any, Any]) -> dict[object, object]:
    return dict(field.flatchoices)


class Move(Row):
    """A line in the log of moves of a record: from which status to which, by which power, who, when and why.

    The record's own model adds the key to it, and which statuses there are (`moves_known`).
    """

    power = models.CharField(max_length=40)
    from_status = models.CharField(max_length=12, default="", blank=True)
    to_status = models.CharField(max_length=12)
    on = models.DateField()
    by = models.ForeignKey("staff.Appointment", on_delete=models.PROTECT, related_name="+")
    reason = models.TextField(default="", blank=True)

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return f"{self.from_status}→{self.to_status}"


def moves_known(table: str, statuses: Iterable[str]) -> list[models.BaseConstraint]:
    """A move leads to one of the record's statuses, and from one or from nowhere."""
    known = list(statuses)
    return [one_of(table, "to_status", known), one_of(table, "from_status", ["", *known])]


def one_of(table: str, field: str, values: Iterable[str]) -> models.CheckConstraint:
    """The column holds one of the declared values and nothing else."""
    return models.CheckConstraint(
        condition=Q(**{f"{field}__in": sorted(values)}), name=f"{table}_{field}_known"
    )


def not_before(table: str, later: str, earlier: str) -> models.CheckConstraint:
    """`later`, where it is set, is not before `earlier`."""
    condition = Q(**{f"{later}__isnull": True}) | Q(**{f"{later}__gte": F(earlier)})
    return models.CheckConstraint(condition=condition, name=f"{table}_{later}_not_before_{earlier}"[:63])


def together(table: str, name: str, *fields: str) -> models.CheckConstraint:
    """The fields are all set or all empty: a who never stands without its when."""
    empty: Any = Q(**{f"{field}__isnull": True for field in fields})
    full: Any = Q(**{f"{field}__isnull": False for field in fields})
    return models.CheckConstraint(condition=empty | full, name=f"{table}_{name}_together")


def filled(table: str, *fields: str) -> list[models.BaseConstraint]:
    """The text columns are never empty."""
    return [
        models.CheckConstraint(condition=~Q(**{field: ""}), name=f"{table}_{field}_filled")
        for field in fields
    ]


def number_once(table: str) -> list[models.BaseConstraint]:
    """A number is the only one of its office and year, also after the record went to another's register."""
    own, other = Q(numbered_in__isnull=True), Q(numbered_in__isnull=False)
    return [
        models.UniqueConstraint(
            fields=["office", "year", "number"], condition=own, name=f"{table}_number_once"
        ),
        models.UniqueConstraint(
            fields=["numbered_in", "year", "number"], condition=other, name=f"{table}_moved_number_once"
        ),
    ]


def in_status(table: str, field: str, statuses: Iterable[str]) -> models.CheckConstraint:
    """`field` is set in every one of the statuses."""
    condition = ~Q(status__in=sorted(statuses)) | Q(**{f"{field}__isnull": False})
    return models.CheckConstraint(condition=condition, name=f"{table}_{field}_by_status")


class MergeRow(Row):
    """A decision that two rows are of one: why, when, by whom, and its undoing; nothing else is rewritten.

    Who inherits adds `survivor` and `duplicate`, and the constraints by `merging`.
    """

    reason = models.TextField()
    merged_on = models.DateField()
    merged_by = models.ForeignKey("staff.Appointment", models.PROTECT, related_name="+")
    undone_on = models.DateField(null=True)
    undone_by = models.ForeignKey("staff.Appointment", models.PROTECT, null=True, related_name="+")
    undone_reason = models.TextField(null=True)  # noqa: DJ001 - together with undone_on

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return str(self.id)


def merging(table: str) -> list[models.BaseConstraint]:
    """Of two different rows, with a reason, standing once, undone as a whole and not before it was done."""
    return [
        *filled(table, "reason"),
        models.CheckConstraint(condition=~Q(survivor=F("duplicate")), name=f"{table}_of_two"),
        models.UniqueConstraint(
            fields=["duplicate"], condition=Q(undone_on__isnull=True), name=f"{table}_standing_once"
        ),
        together(table, "undone", "undone_on", "undone_by", "undone_reason"),
        not_before(table, "undone_on", "merged_on"),
    ]
