"""A planned visit is moved to another day or officer, or called off, with the reason (L.3.6)."""

from datetime import date
from uuid import UUID

from django.db import transaction

from qadaga.authority.actor import Actor
from qadaga.common import clock
from qadaga.common.errors import AlreadyDone, Conflict, InvalidInput
from qadaga.common.i18n import N_
from qadaga.law.coverage import implements
from qadaga.matters import change
from qadaga.matters.services.base import text
from qadaga.matters.step import Step
from qadaga.organisation.refusals import refused_by
from qadaga.supervision.custody.choices import VisitGround, VisitStatus
from qadaga.supervision.custody.models import Replanned, Visit
from qadaga.supervision.custody.services import base
from qadaga.supervision.custody.services.visits import PLAN, TWICE, refuse_far
from qadaga.supervision.custody.subject import visit_subject


@implements("L.3.6")
@transaction.atomic
def move(
    *, visit_id: UUID, version: int, officer_id: UUID, planned_on: date, why: str, by: Actor, on: date
) -> Visit:
    """Give a visit not begun yet to another day, another officer of the place's office, or both.

    Where unlawful holding was reported somebody goes today: only the officer changes. Raises AlreadyDone once
    it was begun, Conflict where it was called off, InvalidInput, Stale, NotPermitted.
    """
    step = _planned(visit_id, version, by=by, on=on)
    row = step.row
    base.refuse_closed(row.place)
    _refuse_day(row, planned_on, on)
    officer = base.officer_for(row.place, officer_id, planned_on)
    if (officer.id, planned_on) == (row.officer_id, row.planned_on):
        raise InvalidInput.of("planned_on", "unchanged", N_("Choose another day or another officer."))
    line = _line(step, why)
    line.to_day, line.to_officer = planned_on, officer
    with refused_by(TWICE):
        step.save(to=VisitStatus.PLANNED, officer=officer, planned_on=planned_on)
    line.save(force_insert=True)
    step.journal(moved_from=line.from_day, planned_on=planned_on, officer=officer.id)
    return row


@implements("L.3.6")
@transaction.atomic
def call_off(*, visit_id: UUID, version: int, why: str, by: Actor, on: date) -> Visit:
    """Call off a visit not begun yet; when the place is due stays as it is.

    Raises Conflict where unlawful holding was reported (its minutes run), AlreadyDone, InvalidInput, Stale,
    NotPermitted.
    """
    step = _planned(visit_id, version, by=by, on=on)
    if step.row.ground == VisitGround.REPORTED:
        raise Conflict(
            "reported",
            N_("Unlawful holding was reported: somebody goes there. Give the visit to another officer."),
        )
    line = _line(step, why)
    step.save(to=VisitStatus.CALLED_OFF)
    line.save(force_insert=True)
    step.journal(called_off=line.from_day)
    return step.row


def _planned(visit_id: UUID, version: int, *, by: Actor, on: date) -> Step[Visit]:
    row = base.visit(visit_id, by=by, on=on)
    step = base.VISITS.ask(row, PLAN, visit_subject(row, by, on), by=by, on=on)
    base.refuse_called_off(row)
    if row.status != VisitStatus.PLANNED:
        raise AlreadyDone()
    change.expect(row, version)
    return step


def _refuse_day(row: Visit, planned_on: date, on: date) -> None:
    if row.ground == VisitGround.REPORTED and planned_on != on:
        raise InvalidInput.of(
            "planned_on", "reported", N_("Unlawful holding was reported: somebody goes there today.")
        )
    refuse_far(planned_on, on)


def _line(step: Step[Visit], why: str) -> Replanned:
    row = step.row
    return Replanned(
        visit=row,
        from_day=row.planned_on,
        from_officer_id=row.officer_id,
        why=text("why", why),
        by_id=step.by.appointment_id,
        at=clock.now(),
    )
