"""The council of an office: formed, joined by bodies through their heads, ended (O.7.4)."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import transaction

from qadaga.authority.actor import Actor
from qadaga.common.errors import Conflict, FieldError, NotFound
from qadaga.common.i18n import N_
from qadaga.coordination.choices import CouncilStatus, Organ, SessionStatus
from qadaga.coordination.models import Council, CouncilMember, Session
from qadaga.coordination.services.base import COUNCILS
from qadaga.coordination.subject import council_subject
from qadaga.law.coverage import implements
from qadaga.matters import change
from qadaga.matters.dates import within
from qadaga.matters.models import Body
from qadaga.matters.services.base import text
from qadaga.matters.step import Step
from qadaga.offices.selectors import office_by_id
from qadaga.organisation.refusals import refused_by

FORM = "coordination.form"
TWICE = {
    "council_one_of_office": FieldError(
        "basis", "formed", N_("The office has a coordination council already.")
    ),
    "councilmember_body_once": FieldError(
        "body", "seated", N_("This body sits in the council already. Release its head first.")
    ),
}


@dataclass(frozen=True, slots=True)
class Seat:
    """A body and its head who sits in the council for it."""

    body: Body
    name: str
    post: str


@implements("O.7.4", "O.6.3")
@transaction.atomic
def form_council(*, basis: str, formed_on: date, by: Actor, on: date) -> Council:
    """Form the council of the actor's office, which its head chairs. Raises InvalidInput, NotPermitted."""
    office = office_by_id(by.office_id)
    row = Council(office=office, region_id=office.region_id, status=CouncilStatus.OPEN)
    row.basis = text("basis", basis, 500, multiline=False)
    row.formed_on = within("formed_on", formed_on, earliest=None, latest=on)
    step = COUNCILS.ask(row, FORM, council_subject(row, by, on), by=by, on=on)
    with refused_by(TWICE):
        row.save(force_insert=True)
    step.journal(formed_on=formed_on)
    return row


@implements("O.7.4")
@transaction.atomic
def add_member(
    *, council_id: UUID, version: int, seat: Seat, since: date, by: Actor, on: date
) -> CouncilMember:
    """Name the head of a body a member from a day on. Raises InvalidInput: one body sits once."""
    step = _begin(council_id, version, by, on)
    row = step.row
    made = CouncilMember(council=row, body=seat.body, name=text("name", seat.name, 300, multiline=False))
    made.post = text("post", seat.post, 300, multiline=False)
    made.since = within("since", since, earliest=row.formed_on, latest=on)
    with refused_by(TWICE):
        made.save(force_insert=True)
    step.save(to=CouncilStatus.OPEN)
    step.journal(member=made.id, body=seat.body.id)
    return made


@transaction.atomic
def release(
    *, council_id: UUID, version: int, member_id: UUID, until: date, by: Actor, on: date
) -> CouncilMember:
    """Release a member; `until` is the first day without. Raises NotFound, InvalidInput."""
    step = _begin(council_id, version, by, on)
    member = CouncilMember.objects.filter(council=step.row, id=member_id, until__isnull=True).first()
    if member is None:
        raise NotFound()
    member.until = within("until", until, earliest=member.since, latest=on)
    member.save(update_fields=["until"])
    step.save(to=CouncilStatus.OPEN)
    step.journal(member=member.id, until=until)
    return member


@transaction.atomic
def end_council(*, council_id: UUID, version: int, ended_on: date, by: Actor, on: date) -> Council:
    """End the council. Raises Conflict while a session of it is prepared or under control."""
    step = _begin(council_id, version, by, on)
    row = step.row
    open_ones = (SessionStatus.PLANNED, SessionStatus.CALLED, SessionStatus.HELD)
    if Session.objects.filter(council=row, organ=Organ.COUNCIL, status__in=open_ones).exists():
        raise Conflict(
            "council_in_session",
            N_("A session is being prepared, or a decision is under control. Finish that first."),
        )
    within("ended_on", ended_on, earliest=row.formed_on, latest=on)
    step.save(to=CouncilStatus.CLOSED, ended_on=ended_on)
    step.journal(ended_on=ended_on)
    return row


def _begin(council_id: UUID, version: int, by: Actor, on: date) -> Step[Council]:
    row = change.locked(Council.objects.select_related("office"), council_id, by=by, on=on)
    change.expect(row, version)
    return COUNCILS.rule(row, FORM, council_subject(row, by, on), by=by, on=on, to=CouncilStatus.OPEN)
