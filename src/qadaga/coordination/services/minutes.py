"""The minutes: who was there, what was heard, what was decided; signed, they put decisions under control."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from io import BytesIO
from uuid import UUID

from django.db import transaction
from django.db.models import Max, Min

from qadaga.acts.choices import Language
from qadaga.authority.actor import Actor
from qadaga.authority.signing import signer_of
from qadaga.common import clock
from qadaga.common.errors import Conflict, InvalidInput
from qadaga.common.i18n import N_
from qadaga.coordination import paper
from qadaga.coordination.choices import DecisionStatus, ItemStatus, SessionStatus
from qadaga.coordination.models import AgendaItem, Decision, Session
from qadaga.coordination.obstacles import refuse_unready
from qadaga.coordination.services.base import begin, item
from qadaga.documents.services import store
from qadaga.law.coverage import implements
from qadaga.matters import change
from qadaga.matters.dates import choice
from qadaga.matters.models import Body
from qadaga.matters.services.base import text
from qadaga.matters.step import signature
from qadaga.organisation.orders.subordinates import outside
from qadaga.staff.models import Appointment

CALLED = (SessionStatus.CALLED,)


@dataclass(frozen=True, slots=True)
class Decided:
    """A decision on an item: what, until when, by an officer or employee of ours or by a body."""

    item_id: UUID
    text: str
    due_on: date
    executor_id: UUID | None = None
    body: Body | None = None


@implements("L.1.11", "O.7.4")
@transaction.atomic
def attendance(*, session_id: UUID, version: int, present: Collection[UUID], by: Actor, on: date) -> Session:
    """Record who of the people of the session was there; the others were not.

    Raises InvalidInput on `present` for a stranger, or where something has followed somebody's absence.
    """
    step = begin(session_id, "decide", version=version, by=by, on=on, among=CALLED)
    row = step.row
    known = set(row.people.values_list("id", flat=True))
    if not set(present) <= known:
        raise InvalidInput.of("present", "unknown", N_("Choose from the people of this session."))
    if row.people.filter(id__in=present, measures__isnull=False).exists():
        message = N_("Something has followed the absence of one of them already.")
        raise InvalidInput.of("present", "followed", message)
    row.people.filter(id__in=present).update(present=True, excused=None, absence="")
    row.people.exclude(id__in=present).update(present=False)
    step.save(to=SessionStatus.CALLED)
    step.journal(present=len(set(present)), of=len(known))
    return row


@implements("L.1.11", "O.7.4")
@transaction.atomic
def hear(*, session_id: UUID, version: int, item_id: UUID, heard: str, by: Actor, on: date) -> AgendaItem:
    """Write into the minutes what was heard on an item."""
    step = begin(session_id, "decide", version=version, by=by, on=on, among=CALLED)
    row = _admitted(step.row, item_id)
    row.heard = text("heard", heard, 20_000)
    row.save(update_fields=["heard"])
    step.save(to=SessionStatus.CALLED)
    step.journal(item=row.no)
    return row


@implements("L.1.11", "O.7.4", "O.6.3")
@transaction.atomic
def decide(*, session_id: UUID, version: int, decided: Decided, by: Actor, on: date) -> Decision:
    """Write a decision into the minutes. Raises InvalidInput: a past day, nobody or two who carry it out.

    Officers and employees of ours are bound by the head they serve under only (O.13.2).
    """
    step = begin(session_id, "decide", version=version, by=by, on=on, among=CALLED)
    row = step.row
    if decided.due_on < row.starts_on:
        message = N_("The last day of the term is before the session itself.")
        raise InvalidInput.of("due_on", "past", message)
    _refuse_executor(row, decided, on)
    made = Decision.objects.create(
        session=row,
        item=_admitted(row, decided.item_id),
        no=(row.decisions.aggregate(last=Max("no"))["last"] or 0) + 1,
        office=row.office,
        region_id=row.region_id,
        text=text("text", decided.text, 2000),
        executor_id=decided.executor_id,
        body=decided.body,
        status=DecisionStatus.DRAFT,
        due_on=decided.due_on,
    )
    step.save(to=SessionStatus.CALLED)
    step.journal(decision=made.no, due_on=made.due_on)
    return made


@implements("L.1.11", "O.7.4", "O.15")
@transaction.atomic
def sign(*, session_id: UUID, version: int, language: str, by: Actor, on: date) -> Session:
    """Sign the minutes: number, frozen PDF, the ruling kept; every decision is under control from now on.

    Raises Conflict naming what is missing: a quorum, what was heard, an official who was not told.
    """
    signer = signer_of(by)
    step = begin(session_id, "decide", version=version, by=by, on=on, among=CALLED)
    row = step.row
    refuse_unready(row, clock.now())
    row.language = choice("language", language, Language.values)
    count, number = change.number(row.office, on, "minutes")
    pdf = store(BytesIO(paper.minutes(row, signer, number, on)), f"minutes-{on.year}-{count}.pdf", by=by)
    row.decisions.update(set_on=on, status=DecisionStatus.OPEN)
    due = row.decisions.aggregate(due=Min("due_on"))["due"]
    # Where nothing was decided, nothing is left to control.
    to = SessionStatus.HELD if due else SessionStatus.CLOSED
    step.save(
        to=to,
        language=row.language,
        due_on=due,
        closed_on=None if due else on,
        **signature(step, signer, count, number, pdf),
    )
    step.journal(number=count, sha256=pdf.sha256)
    return row


def _admitted(session: Session, item_id: UUID) -> AgendaItem:
    row = item(session, item_id)
    if row.status != ItemStatus.ADMITTED:
        raise Conflict("not_admitted", N_("This item was not admitted to the agenda (L.1.11)."))
    return row


def _refuse_executor(row: Session, decided: Decided, on: date) -> None:
    if (decided.executor_id is None) == (decided.body is None):
        message = N_("Name who carries it out: somebody of the service, or a body.")
        raise InvalidInput.of("executor", "required", message)
    if decided.executor_id is None:
        return
    if not Appointment.objects.filter(id=decided.executor_id).exists():
        raise InvalidInput.of("executor", "unknown", N_("There is no such person. Choose from the list."))
    if outside(row.office_id, [decided.executor_id], on):
        message = N_("The decision cannot bind this person: they serve in no office of this line (O.13.2).")
        raise InvalidInput.of("executor", "not_bound", message)
