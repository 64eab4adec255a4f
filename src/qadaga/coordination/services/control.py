"""After the session: decisions under control, the orders and the acts that carry them out (L.1.11, O.7.4)."""

from datetime import date
from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.models import Min

from qadaga.acts.models import Act
from qadaga.authority.actor import Actor
from qadaga.authority.scope import scope_of
from qadaga.common.errors import FieldError, InvalidInput
from qadaga.common.i18n import N_
from qadaga.coordination.choices import CARRY_OUT, RESPOND, DecisionStatus, SessionStatus
from qadaga.coordination.models import Decision, DecisionReport, Session, SessionAct
from qadaga.coordination.services.base import begin, decision, item
from qadaga.law.coverage import implements
from qadaga.matters import change
from qadaga.matters.services.base import text
from qadaga.organisation.exercise import Exercise
from qadaga.organisation.orders.services import basis, carried_out
from qadaga.organisation.refusals import refused_by

AFTER = (SessionStatus.HELD, SessionStatus.CLOSED)
TWICE = {"sessionact_once": FieldError("act", "taken", N_("This act is noted on the session already."))}


@implements("L.1.11", "O.7.4", "O.6.3")
@transaction.atomic
def report(
    *, decision_id: UUID, version: int, words: str, done: bool, left: str = "", by: Actor, on: date
) -> Decision:
    """Record what was done on a decision; `done` takes it off control, the last one closes the session.

    `left` says what is still to be done where a part was carried out: the decision stays under control.
    Raises AlreadyDone, InvalidInput, NotPermitted: neither the executor nor a leader of the line.
    """
    step = decision(decision_id, "control", version=version, by=by, on=on)
    row = step.row
    rest = text("left", left, 8000, required=False)
    if done and rest:
        message = N_("It cannot be carried out while something is left to be done: choose one of the two.")
        raise InvalidInput.of("left", "done", message)
    DecisionReport.objects.create(
        decision=row, text=text("words", words, 8000), done=done, left=rest, on=on, by_id=by.appointment_id
    )
    changes: dict[str, Any] = {"done_on": on, "done_by_id": by.appointment_id} if done else {}
    step.save(
        to=DecisionStatus.DONE if done else DecisionStatus.OPEN, partly_on=on if rest else None, **changes
    )
    if done:
        follow(row.session, on)
    step.journal(done=done, partly=bool(rest))
    return row


@implements("L.1.11", "O.4")
@transaction.atomic
def carry_out(
    *, session_id: UUID, version: int, decision_ids: list[UUID], order_id: UUID | None, by: Actor, on: date
) -> Session:
    """Note the signed order on the collegium that makes the decisions binding on officers and employees.

    Raises InvalidInput on `order` (unsigned, of another kind or office) or `decisions`.
    """
    step = begin(session_id, CARRY_OUT, version=version, by=by, on=on, among=AFTER)
    row = step.row
    order = basis(order_id, kind="collegium", office=row.office, on=on)
    rows = row.decisions.filter(id__in=decision_ids)
    if not decision_ids or rows.count() < len(set(decision_ids)):
        raise InvalidInput.of("decisions", "unknown", N_("Choose from the decisions of this session."))
    rows.update(order=order)
    carried_out(
        order,
        what=CARRY_OUT,
        subject_kind="session",
        subject_id=row.id,
        starts_on=order.in_force_on or on,
        done=Exercise(by, on, step.ruling),
    )
    step.save(to=SessionStatus(row.status))
    step.journal(order=order.id, decisions=len(decision_ids))
    return row


@implements("L.1.11", "O.8.d3")
@transaction.atomic
def respond(
    *, session_id: UUID, version: int, item_id: UUID, act_id: UUID, norm: str, by: Actor, on: date
) -> SessionAct:
    """Note the act of supervision that answers a violation the session found. Raises InvalidInput."""
    step = begin(session_id, RESPOND, version=version, by=by, on=on, among=AFTER)
    row = step.row
    about = item(row, item_id)
    if not about.violation:
        message = N_("Choose an item of the agenda that is about a violation of law (L.1.11).")
        raise InvalidInput.of("item", "no_violation", message)
    act = scope_of(by, on).listed(Act.objects.filter(id=act_id, office=row.office), "act").first()
    if act is None:
        raise InvalidInput.of(
            "act", "unknown", N_("There is no such act of this office. Choose from the list.")
        )
    made = SessionAct(session=row, item=about, act=act, norm=text("norm", norm, 500, multiline=False))
    made.on, made.by_id = on, by.appointment_id
    with refused_by(TWICE):
        made.save(force_insert=True)
    step.save(to=SessionStatus(row.status))
    step.journal(act=act.id)
    return made


def follow(session: Session, on: date) -> None:
    """The earliest term still open; without any the session is closed."""
    open_ones = Decision.objects.filter(session=session, status=DecisionStatus.OPEN)
    due = open_ones.aggregate(due=Min("due_on"))["due"]
    if due is None:
        change.advance(session, SessionStatus.CLOSED, due_on=None, closed_on=on)
    else:
        change.advance(session, session.status, due_on=due)
