"""Hours on the premises: recorded and limited, so that the normal work of the inspected goes on (O.8.d4)."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from django.db import transaction

from qadaga.authority import NotPermitted
from qadaga.authority.actor import Actor
from qadaga.common import clock
from qadaga.common.errors import Conflict, InvalidInput
from qadaga.common.i18n import N_
from qadaga.law.catalogue import load
from qadaga.law.coverage import implements
from qadaga.law.model import Ruling
from qadaga.matters import dates
from qadaga.matters.services.base import text
from qadaga.matters.step import Step
from qadaga.organisation.limits.selectors import Figure, figures
from qadaga.supervision.inspections.models import Inspection, Visit
from qadaga.supervision.inspections.services.base import lock, rule

Span = tuple[datetime, datetime]
OVER = N_("Over the limit: %(limit)s, at most %(hours)s. Shorten the visit, or come on another day.")
OVER_UNVERIFIED = N_(
    "Over the limit: %(limit)s, at most %(hours)s (an unverified figure). Shorten the visit, or come on "
    "another day."
)
EXCEEDED = "hours_exceeded"
IN_A_DAY, IN_ALL = "inspection_hours_day", "inspection_hours"


@implements("O.8.4", "O.8.d4")
def visit(
    *, inspection_id: UUID, place: str, came_at: datetime, left_at: datetime, by: Actor, on: date
) -> Visit:
    """Record a visit. Refused with the clause, and the limit named, above the limits of hours in force.

    Raises Conflict for a day after the period of the inspection, InvalidInput for hours that cannot be.
    """
    place = text("place", place, 300, multiline=False)
    _refuse_hours(came_at, left_at)
    with transaction.atomic():
        inspection = lock(inspection_id, by=by, on=on)
        step = _rule(inspection, (came_at, left_at), by, on)
        dates.happened("left_at", left_at, earliest=clock.midnight(inspection.starts_on))
        dates.happened("came_at", came_at, earliest=clock.midnight(inspection.starts_on))
        _refuse_after(inspection, came_at)
        row = Visit.objects.create(
            inspection=inspection, place=place, came_at=came_at, left_at=left_at, by_id=by.appointment_id
        )
        step.save()
        step.journal(visit=row.id, minutes=int((left_at - came_at).total_seconds() // 60))
        return row


@dataclass(frozen=True, slots=True)
class Hours:
    """Hours on the premises: spent in a day, spent in all, with the figures in force on that day."""

    day: timedelta
    all: timedelta
    of_day: Figure
    of_all: Figure

    @property
    def broken(self) -> Figure | None:
        """The limit that the hours go over, the day's first."""
        if self.day > timedelta(hours=self.of_day.hours):
            return self.of_day
        return self.of_all if self.all > timedelta(hours=self.of_all.hours) else None


def hours(spans: Iterable[Span], on: date, figures: Mapping[str, Figure]) -> Hours:
    """What the spans come to, on the day `on` and in all, beside the limits of `figures`."""
    found = list(spans)
    of_day = [span for span in found if clock.local(span[0]).date() == on]
    return Hours(presence(of_day), presence(found), figures[IN_A_DAY], figures[IN_ALL])


def _rule(inspection: Inspection, new: Span, by: Actor, on: date) -> Step[Inspection]:
    """The law asked about the visit; where it would go over a limit, its refusal names the limit."""
    day = clock.local(new[0]).date()
    recorded = [*inspection.visits.values_list("came_at", "left_at"), new]
    broken = hours(recorded, day, figures(day)).broken
    marks = {EXCEEDED} if broken else set()
    try:
        return rule(inspection, "inspection.visit", by=by, on=on, extra=marks)
    except NotPermitted as error:
        if broken is None:
            raise
        raise NotPermitted(_named(error.ruling, broken)) from error


def _named(ruling: Ruling, broken: Figure) -> Ruling:
    title = load().limits[broken.limit].title
    data = {
        "mark": EXCEEDED,
        "limit": {code: title.get(code) for code in ("ru", "kk", "en")},
        "hours": broken.hours,
    }
    said = tuple(
        one._replace(message=OVER if broken.verified else OVER_UNVERIFIED, data=data)
        if one.data.get("mark") == EXCEEDED
        else one
        for one in ruling.missing
    )
    return ruling._replace(missing=said)


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
