"""Points of a visit that were not kept and may be passed to a matter, as they are read with the visit."""

from dataclasses import dataclass

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef
from django.db.models.functions import JSONObject

from qadaga.supervision.custody.choices import Standing, Verdict
from qadaga.supervision.custody.models import Said, Visit


@dataclass(frozen=True, slots=True)
class NotKept:
    """A point that was not kept, and what was seen there."""

    item: str
    remark: str


def column() -> ArraySubquery:
    """The answers to points off the visit's list, the earliest first: a column of the statement."""
    told = JSONObject(item="item", verdict="verdict", remark="remark", violation="violation_id")
    rows = Said.objects.filter(visit=OuterRef("pk"), standing=Standing.OFF_LIST).order_by("said_at", "id")
    return ArraySubquery(rows.values(told=told))


def passable(visit: Visit) -> list[NotKept]:
    """What was not kept and is no violation of a matter yet, of a visit read here: points of the list, then
    those off it.
    """
    kept = [(one.item, one.verdict, one.remark, one.violation_id) for one in visit.answers.all()]
    beside = visit.__dict__["beside"]
    passed = {one["item"] for one in beside if one["violation"] is not None}
    newest = {one["item"]: one for one in beside if one["item"] not in passed}
    kept += [(one["item"], one["verdict"], one["remark"], None) for one in newest.values()]
    return [
        NotKept(item, remark)
        for item, verdict, remark, violation in kept
        if verdict == Verdict.NOT_HELD and violation is None
    ]
