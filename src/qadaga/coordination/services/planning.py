"""A session of a collegium or council: set, moved to another day, called off (L.1.11, O.7.4)."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db import transaction

from qadaga.authority.actor import Actor
from qadaga.common import clock
from qadaga.common.errors import Conflict, InvalidInput
from qadaga.common.i18n import N_
from qadaga.coordination.choices import POWERS, CouncilStatus, Organ, SessionStatus
from qadaga.coordination.models import Council, Session
from qadaga.coordination.services.base import SESSIONS, begin
from qadaga.coordination.subject import session_subject
from qadaga.law.coverage import implements
from qadaga.matters.dates import choice, moment
from qadaga.matters.services.base import text
from qadaga.offices.models import Office
from qadaga.offices.selectors import office_by_id
from qadaga.organisation.collegia.models import CollegiumRules
from qadaga.organisation.collegia.selectors import collegium_of

OPEN = (SessionStatus.PLANNED, SessionStatus.CALLED)


@dataclass(frozen=True, slots=True)
class Planned:
    """What a session is about, when and where."""

    title: str
    starts_at: datetime
    place: str


@implements("L.1.11", "O.7.4", "O.6.3")
@transaction.atomic
def plan(*, organ: str, planned: Planned, by: Actor, on: date) -> Session:
    """Set a session of the collegium or council of the actor's office; its agenda is prepared from now on.

    A collegium sits by the Prosecutor General's rules in force on the day; which order sets them is kept.
    Raises Conflict where the office has no such organ, InvalidInput, NotPermitted.
    """
    office = office_by_id(by.office_id)
    row = Session(office=office, region_id=office.region_id, status=SessionStatus.PLANNED)
    row.organ = choice("organ", organ, Organ.values)
    row.planned_by_id = by.appointment_id
    _fill(row, planned, on)
    power = POWERS[Organ(row.organ)].call
    step = SESSIONS.ask(row, power, session_subject(row, by, on), by=by, on=on)
    _of_organ(row, office, on)
    row.save(force_insert=True)
    step.journal(organ=row.organ, starts_on=row.starts_on)
    return row


@transaction.atomic
def replan(*, session_id: UUID, version: int, planned: Planned, by: Actor, on: date) -> Session:
    """Correct the subject, the place or the hour; whoever was told already has to be told again."""
    step = begin(session_id, "call", version=version, by=by, on=on, among=OPEN)
    row = step.row
    moved = row.starts_at != planned.starts_at
    changes = _fill(row, planned, on)
    if moved:
        row.people.update(told_on=None, told_how="")
    step.save(to=SessionStatus(row.status), **changes)
    step.journal(starts_on=row.starts_on, moved=moved)
    return row


@transaction.atomic
def call_off(*, session_id: UUID, version: int, reason: str, by: Actor, on: date) -> Session:
    """Call the session off, with the reason. Raises Conflict once the minutes are signed."""
    step = begin(session_id, "call", version=version, by=by, on=on, among=OPEN)
    said = text("reason", reason)
    step.save(to=SessionStatus.CANCELLED, cancelled_on=on, cancel_reason=said)
    step.journal()
    return step.row


def _fill(row: Session, planned: Planned, on: date) -> dict[str, Any]:
    starts = moment("starts_at", planned.starts_at).replace(second=0, microsecond=0)
    day = clock.local(starts).date()
    if day < on:
        message = N_("This day has passed: a session is set for today or later.")
        raise InvalidInput.of("starts_at", "past", message)
    columns = {
        "title": text("title", planned.title, 300, multiline=False),
        "place": text("place", planned.place, 300, multiline=False),
        "starts_at": starts,
        "starts_on": day,
    }
    for name, value in columns.items():
        setattr(row, name, value)
    return columns


def _of_organ(row: Session, office: Office, on: date) -> None:
    if row.organ == Organ.COLLEGIUM:
        row.collegium = collegium_of(office, on)
        row.rules = CollegiumRules.objects.on(on).first()
    else:
        row.council = Council.objects.filter(office=office, status=CouncilStatus.OPEN).first()
    if row.collegium is None and row.council is None:
        raise Conflict(
            "no_organ",
            N_("The office has no such collegium or council. Form it first; then set its session."),
        )
