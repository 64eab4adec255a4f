"""Calling the session: the agenda is settled, members are named; officials who broke the law are called."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import transaction
from django.db.models import Q

from qadaga.authority.actor import Actor
from qadaga.common.errors import Conflict, FieldError, InvalidInput, NotFound
from qadaga.common.i18n import N_
from qadaga.coordination.choices import ItemStatus, Organ, Role, SessionStatus
from qadaga.coordination.models import AgendaItem, CouncilMember, Participant, Session
from qadaga.coordination.services.base import begin, item
from qadaga.law.coverage import implements
from qadaga.law.wording import post_called
from qadaga.matters.dates import within
from qadaga.matters.models import Body
from qadaga.matters.services.base import text
from qadaga.offices.dated import in_force
from qadaga.organisation.collegia.models import CollegiumMember
from qadaga.organisation.refusals import refused_by

OPEN = (SessionStatus.PLANNED, SessionStatus.CALLED)
TWICE = {
    "participant_official_once": FieldError(
        "name", "invited", N_("This official is called to that item already.")
    )
}


@dataclass(frozen=True, slots=True)
class Invited:
    """Somebody called besides the members. `wrong` names the norm an official broke, and how."""

    name: str
    post: str
    body: Body | None = None
    item_id: UUID | None = None
    wrong: str = ""


@implements("L.1.11", "O.7.4")
@transaction.atomic
def call(*, session_id: UUID, version: int, by: Actor, on: date) -> Session:
    """Call the session: the agenda stands, the members of the day are those who sit.

    Raises Conflict where no item is admitted, one is neither admitted nor declined, or nobody is a member.
    """
    step = begin(session_id, "call", version=version, by=by, on=on, among=(SessionStatus.PLANNED,))
    row = step.row
    statuses = set(row.items.values_list("status", flat=True))
    if ItemStatus.PROPOSED in statuses or ItemStatus.ADMITTED not in statuses:
        raise Conflict(
            "agenda_open", N_("Admit at least one item, and admit or leave out every proposed one first.")
        )
    seated = list(_members(row))
    if not seated:
        raise Conflict("no_members", N_("Nobody is a member on that day. Name the members first."))
    Participant.objects.bulk_create(seated)
    step.save(to=SessionStatus.CALLED, called_on=on)
    step.journal(members=len(seated))
    return row


@implements("L.1.11", "O.8.d3")
@transaction.atomic
def invite(*, session_id: UUID, version: int, invited: Invited, by: Actor, on: date) -> Participant:
    """Call an official who broke the law to the item about it, or invite somebody else.

    Raises InvalidInput: an official needs the item, which is about a violation, and the norm broken.
    """
    power = "official" if invited.wrong or invited.item_id else "call"
    step = begin(session_id, power, version=version, by=by, on=on, among=OPEN)
    row = Participant(session=step.row, role=Role.GUEST, body=invited.body)
    row.name = text("name", invited.name, 300, multiline=False)
    row.post = text("post", invited.post, 300, multiline=False)
    if power == "official":
        row.role, row.item = Role.OFFICIAL, _about_violation(step.row, invited.item_id)
        row.wrong = text("wrong", invited.wrong, 1000)
    with refused_by(TWICE):
        row.save(force_insert=True)
    step.save(to=SessionStatus(step.row.status))
    step.journal(person=row.id, role=row.role)
    return row


@implements("L.1.11")
@transaction.atomic
def tell(
    *,
    session_id: UUID,
    version: int,
    person_ids: list[UUID],
    told_on: date,
    told_how: str,
    by: Actor,
    on: date,
) -> Session:
    """Record how people were told of the session: the proof of the invitation."""
    step = begin(session_id, "call", version=version, by=by, on=on, among=OPEN)
    row = step.row
    how = text("told_how", told_how, 300, multiline=False)
    within("told_on", told_on, earliest=None, latest=on)
    rows = row.people.filter(id__in=person_ids)
    if not person_ids or rows.count() < len(set(person_ids)):
        raise InvalidInput.of("people", "unknown", N_("Choose from the people of this session."))
    rows.update(told_on=told_on, told_how=how)
    step.save(to=SessionStatus(row.status))
    step.journal(people=len(person_ids), told_on=told_on)
    return row


def _about_violation(session: Session, item_id: UUID | None) -> AgendaItem:
    try:
        found = item(session, item_id) if item_id else None
    except NotFound:
        found = None
    if found is None or not found.violation or found.status == ItemStatus.DECLINED:
        message = N_("Choose an item of the agenda that is about a violation of law (L.1.11).")
        raise InvalidInput.of("item", "no_violation", message)
    return found


def _members(row: Session) -> Iterator[Participant]:
    day = row.starts_on
    if row.organ == Organ.COLLEGIUM:
        seats = CollegiumMember.objects.filter(
            in_force(day), in_force(day, "appointment__"), collegium=row.collegium
        )
        for seat in seats.select_related("appointment__person", "appointment__office"):
            held = seat.appointment
            post = post_called(held.post, held.office.kind, "ru")
            yield Participant(
                session=row, role=Role.MEMBER, name=held.person.short_name, post=post, appointment=held
            )
        return
    lasting = Q(until__isnull=True) | Q(until__gt=day)
    for one in CouncilMember.objects.filter(lasting, council=row.council, since__lte=day).order_by("id"):
        yield Participant(
            session=row, role=Role.MEMBER, name=one.name, post=one.post, body_id=one.body_id, seat=one
        )
