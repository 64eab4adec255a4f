"""Planned visits moved or called off, as they are read with the visit and for the plan."""

from datetime import date, timedelta

from django.db.models import Exists, OuterRef

from qadaga.authority.actor import Actor
from qadaga.authority.scope import scope_of
from qadaga.common import clock
from qadaga.supervision.custody.models import Replanned, Visit

_CHANGED = ("from_officer", "to_officer", "by")
_CHANGED_BY = [f"{name}__{part}" for name in _CHANGED for part in ("person", "office")]
_LATELY = timedelta(days=30)


def column() -> Exists:
    """Whether the visit was moved or called off: a column of the statement that reads it."""
    return Exists(Replanned.objects.filter(visit=OuterRef("pk")))


def replanned(visit: Visit) -> list[Replanned]:
    """How the visit was moved or called off, the latest first; asked only where it was."""
    rows = visit.replanned.select_related(*_CHANGED_BY).order_by("-at", "-id")
    return list(rows) if visit.__dict__["changed"] else []


def changes(actor: Actor, on: date) -> list[Replanned]:
    """The visits of the actor's scope moved or called off within a month, the latest first, fifty at most."""
    offices = scope_of(actor, on).visible(Visit.objects.filter(pk=OuterRef("visit")))
    since = clock.midnight(on - _LATELY)
    rows = Replanned.objects.filter(Exists(offices), at__gte=since)
    return list(rows.select_related("visit__place", *_CHANGED_BY).order_by("-at", "-id")[:50])
