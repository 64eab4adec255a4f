"""Hours on the premises: recorded and limited, so that the normal work of the inspected goes on (O.8.d4)."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from uuid import UUID

from django.db import transaction

from qadaga.authority.actor import Actor
from qadaga.common import clock
from qadaga.common.errors import Conflict, InvalidInput
from qadaga.common.i18n import N_
from qadaga.law.catalogue import load
from qadaga.law.coverage import implements
from qadaga.matters import dates
from qadaga.matters.services.base import text
from qadaga.supervision.inspections.models import Inspection, Visit
from qadaga.supervision.inspections.services.base import lock, rule

Span = tuple[datetime, datetime]
IN_A_DAY, IN_ALL = "inspection_hours_day", "inspection_hours"


@implements("O.8.4", "O.8.d4")
def visit(
    *, inspection_id: UUID, place: str, came_at: datetime, left_at: datetime, by: Actor, on: date
) -> Visit:
    """Record a visit. Refused with the clause above the limits of hours (unverified figures).

    Raises Conflict for a day after the period of the inspection, InvalidInput for hours that cannot be.
    """
    place = text("place", place, 300, multiline=False)
    _refuse_hours(came_at, left_at)
    with transaction.atomic():
        inspection = lock(inspection_id, by=by, on=on)
        marks = limit_marks(inspection.visits.values_list("came_at", "left_at"), (came_at, left_at))
        step = rule(inspection, "inspection.visit", by=by, on=on, extra=marks)
        dates.happened("left_at", left_at, earliest=clock.midnight(inspection.starts_on))
        dates.happened("came_at", came_at, earliest=clock.midnight(inspection.starts_on))
        _refuse_after(inspection, came_at)
        row = Visit.objects.create(
            inspection=inspection, place=place, came_at=came_at, left_at=left_at, by_id=by.appointment_id
        )
        step.save()
        step.journal(visit=row.id, minutes=int((left_at - came_at).total_seconds() // 60))
        return row


def limit_marks(recorded: Iterable[Span], new: Span) -> set[str]:
    """`hours_exceeded` where the visit would take the hours of its day, or of all days, over the limit."""
    limits = load().limits
    spans = [*recorded, new]
    day = clock.local(new[0]).date()
    of_day = [span for span in spans if clock.local(span[0]).date() == day]
    over = presence(of_day) > timedelta(hours=limits[IN_A_DAY].hours)
    return {"hours_exceeded"} if over or presence(spans) > timedelta(hours=limits[IN_ALL].hours) else set()


def presence(spans: Iterable[Span]) -> timedelta:
    """How long anybody was there: hours that several spent together count once."""
    total, until = timedelta(), None
    for came, left in sorted(spans):
        begun = came if until is None else max(came, until)
        if left > begun:
            total += left - begun
            until = left
    return total


def _refuse_hours(came_at: datetime, left_at: datetime) -> None:
    dates.moment("came_at", came_at)
    dates.moment("left_at", left_at)
    if left_at <= came_at:
        raise InvalidInput.of(
            "left_at", "too_early", N_("They left after they came: correct one of the two.")
        )
    if clock.local(came_at).date() != clock.local(left_at).date():
        raise InvalidInput.of("left_at", "another_day", N_("Record each day on its own."))


def _refuse_after(inspection: Inspection, came_at: datetime) -> None:
    if inspection.due_on is not None and clock.local(came_at).date() > inspection.due_on:
        raise Conflict(
            "period_over",
            N_("The period ended on %(due)s: prolong the inspection before going there."),
            due=inspection.due_on,
        )
