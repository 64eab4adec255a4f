"""Who did not come to a session: with a good reason or without, and what follows (L.1.11)."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import transaction
from django.db.models import QuerySet

from qadaga.authority.actor import Actor
from qadaga.common.errors import AlreadyDone, InvalidInput, NotFound
from qadaga.common.i18n import N_
from qadaga.coordination.choices import Following, ItemStatus, Role, SessionStatus
from qadaga.coordination.models import AbsenceMeasure, AgendaItem, Participant, Session
from qadaga.coordination.quorum import figures
from qadaga.coordination.services.base import SESSIONS, begin
from qadaga.coordination.services.calling import TWICE
from qadaga.coordination.subject import session_subject
from qadaga.law.coverage import implements
from qadaga.matters.dates import choice
from qadaga.matters.models import Body
from qadaga.matters.services.base import text
from qadaga.matters.step import Step
from qadaga.organisation.refusals import refused_by

AFTER = (SessionStatus.CALLED, SessionStatus.HELD, SessionStatus.CLOSED)


@dataclass(frozen=True, slots=True)
class Followed:
    """What follows an absence: `item_id` of a later session for a new call; `body` and `paper`, the number
    and day, for a notice; `text` for the head's decision, or what else the notice says.
    """

    kind: str
    item_id: UUID | None = None
    body: Body | None = None
    paper: str = ""
    text: str = ""


@implements("L.1.11", "O.7.4")
@transaction.atomic
def excuse(
    *, session_id: UUID, version: int, person_id: UUID, excused: bool, why: str = "", by: Actor, on: date
) -> Participant:
    """Write into the minutes why somebody did not come: with a good reason, which, or without one.

    Raises InvalidInput on `person` (who was there, or nobody has said so), `why`; Conflict once signed.
    """
    step = begin(session_id, "decide", version=version, by=by, on=on, among=(SessionStatus.CALLED,))
    row = _person(step.row, person_id)
    if row.present is not False:
        message = N_("Choose somebody who was not there: record first who was.")
        raise InvalidInput.of("person", "not_absent", message)
    if not excused and not figures().absence[row.role]:
        message = N_(
            "Nothing follows when somebody of this role stays away: only a good reason is written down."
        )
        raise InvalidInput.of("excused", "nothing_follows", message)
    if excused and row.measures.exists():
        raise InvalidInput.of("person", "followed", N_("Something has followed this absence already."))
    row.excused, row.absence = excused, text("why", why, 1000, required=excused)
    row.save(update_fields=["excused", "absence"])
    step.save(to=SessionStatus.CALLED)
    step.journal(person=row.id, excused=excused)
    return row


@implements("L.1.11", "O.8.d3", "O.7.4")
@transaction.atomic
def follow_up(
    *, session_id: UUID, version: int, person_id: UUID, followed: Followed, by: Actor, on: date
) -> AbsenceMeasure:
    """Record what follows an absence without a good reason; what may, is data (`figures.yaml`), unverified.

    Raises InvalidInput on `person`, `kind`, `item`, `body`, `paper` `text`; AlreadyDone: called again once.
    """
    step = begin(session_id, "official", version=version, by=by, on=on, among=AFTER)
    row = _person(step.row, person_id)
    if row.excused is not False:
        message = N_("Choose somebody who did not come without a good reason.")
        raise InvalidInput.of("person", "excused", message)
    made = AbsenceMeasure(participant=row, on=on, by_id=by.appointment_id)
    made.kind = choice("kind", followed.kind, list(figures().absence[row.role]))
    if made.kind == Following.AGAIN:
        made.invitation = _again(step, row, followed.item_id)
    elif made.kind == Following.NOTICE:
        made.body, made.paper = _needed(followed.body), text("paper", followed.paper, 300, multiline=False)
    made.text = text("text", followed.text, 2000, required=made.kind == Following.HEAD)
    made.save(force_insert=True)
    step.save(to=step.row.status)
    step.journal(person=row.id, kind=made.kind)
    return made


def later_items(session: Session) -> QuerySet[AgendaItem]:
    """Items about violations of later sessions of the same organ and office, not yet held."""
    rows = AgendaItem.objects.filter(
        session__office=session.office_id,
        session__organ=session.organ,
        session__starts_at__gt=session.starts_at,
        session__status__in=(SessionStatus.PLANNED, SessionStatus.CALLED),
    )
    open_ones = rows.filter(violation=True).exclude(status=ItemStatus.DECLINED)
    return open_ones.select_related("session__office").order_by("session__starts_at", "no")


def _person(session: Session, person_id: UUID) -> Participant:
    found = session.people.filter(id=person_id).first()
    if found is None:
        raise NotFound()
    return found


def _needed(body: Body | None) -> Body:
    if body is None:
        raise InvalidInput.of("body", "required", N_("Name the body that the notice goes to."))
    return body


def _again(step: Step[Session], absent: Participant, item_id: UUID | None) -> Participant:
    """The official called to an item of a later session; the earlier of two sessions is locked first."""
    if absent.measures.filter(kind=Following.AGAIN).exists():
        raise AlreadyDone()
    rows = later_items(step.row).select_for_update(of=("session",))
    item = rows.filter(id=item_id).first() if item_id else None
    if item is None:
        message = N_("Choose an item about a violation of a sitting to come. Set the sitting first.")
        raise InvalidInput.of("item", "unknown", message)
    called = Participant(session=item.session, role=Role.OFFICIAL, item=item, name=absent.name)
    called.post, called.body_id, called.wrong = absent.post, absent.body_id, absent.wrong
    subject = session_subject(item.session, step.by, step.on)
    later = SESSIONS.ask(item.session, step.power, subject, by=step.by, on=step.on)
    with refused_by(TWICE):
        called.save(force_insert=True)
    later.save(to=item.session.status)
    later.journal(person=called.id, role=called.role)
    return called
