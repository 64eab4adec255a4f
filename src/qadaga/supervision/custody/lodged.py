"""Complaints past the administration as they are read with a place, a person found and an appeal."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef
from django.db.models.functions import JSONObject

from qadaga.authority.actor import Actor
from qadaga.authority.scope import scope_of
from qadaga.supervision.custody.choices import Handed
from qadaga.supervision.custody.models import Complaint, HeldPerson, Place


@dataclass(frozen=True, slots=True)
class Lodged:
    """A complaint past the administration: the appeal it is registered as, when, how it was handed over."""

    appeal_id: UUID
    number: str
    on: date
    handed: Handed


def column(actor: Actor, on: date, **whose: OuterRef) -> ArraySubquery:
    """The last complaints past the administration, of appeals that the reader sees in lists: a column."""
    rows = scope_of(actor, on).listed(Complaint.objects.filter(**whose), "appeal", field="appeal_id")
    told = JSONObject(appeal="appeal_id", number="number", on="on", handed="handed")
    return ArraySubquery(rows.order_by("-on", "-id").values(told=told)[:20])


def lodged(row: Place | HeldPerson) -> list[Lodged]:
    """The complaints past the administration read with a place or a person, the newest first."""
    found = row.__dict__["lodged"]
    return [
        Lodged(UUID(one["appeal"]), one["number"], date.fromisoformat(one["on"]), Handed(one["handed"]))
        for one in found
    ]


def complaint_of(appeal_id: UUID) -> Complaint | None:
    """The complaint that was registered as that appeal, with its place; None for any other appeal."""
    return Complaint.objects.select_related("place").filter(appeal_id=appeal_id).first()
