"""The term of a decision prolonged or put off: by the council itself, for a collegium by the head."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import transaction
from django.db.models import QuerySet

from qadaga.authority.actor import Actor
from qadaga.common.errors import InvalidInput
from qadaga.common.i18n import N_
from qadaga.coordination.choices import DecisionStatus, Organ, SessionStatus, TermBasis, TermChange
from qadaga.coordination.models import DecisionTerm, Session
from qadaga.coordination.services.base import decision
from qadaga.coordination.services.control import follow
from qadaga.law.coverage import implements
from qadaga.matters.dates import choice, later
from qadaga.matters.services.base import text

# Who decides for which organ: the council by itself, a collegium by its head or by itself.
BASES = {
    Organ.COUNCIL: (TermBasis.SITTING, TermBasis.RECORDED),
    Organ.COLLEGIUM: (TermBasis.HEAD, TermBasis.SITTING),
}


@dataclass(frozen=True, slots=True)
class Postponed:
    """To which last day, why, and how it was decided.

    `how` is of `TermBasis`: with `sitting_id`, the session that decided, or `paper`, the number and day of a
    decision of its own.
    """

    kind: str
    until: date
    reason: str
    how: str
    sitting_id: UUID | None = None
    paper: str = ""


@implements("L.1.11", "O.7.4", "O.6.3")
@transaction.atomic
def postpone(*, decision_id: UUID, version: int, postponed: Postponed, by: Actor, on: date) -> DecisionTerm:
    """Prolong the term of a decision, or put it off; the day it had stays in its history.

    Raises AlreadyDone (carried out), InvalidInput on `until`, `how`, `sitting` or `paper`, NotPermitted: who
    does not chair the council, or head the office of the collegium.
    """
    step = decision(decision_id, "postpone", version=version, by=by, on=on)
    row = step.row
    after = later("until", postponed.until, due=row.due_on, on=on)
    made = DecisionTerm(decision=row, before=row.due_on, after=after, on=on)
    made.kind = choice("kind", postponed.kind, TermChange.values)
    made.reason, made.by_id = text("reason", postponed.reason), by.appointment_id
    _decided(made, postponed)
    made.save(force_insert=True)
    step.save(to=DecisionStatus.OPEN, due_on=made.after)
    follow(row.session, on)
    step.journal(kind=made.kind, before=made.before, until=made.after, how=made.how)
    return made


def _decided(made: DecisionTerm, postponed: Postponed) -> None:
    """Fill in how it was decided."""
    session = made.decision.session
    made.how = choice("how", postponed.how, [one.value for one in BASES[Organ(session.organ)]])
    if made.how == TermBasis.SITTING:
        made.sitting = _sitting(session, postponed.sitting_id)
    if made.how == TermBasis.RECORDED:
        made.paper = text("paper", postponed.paper, 300, multiline=False)


def _sitting(session: Session, sitting_id: UUID | None) -> Session:
    found = sittings(session).filter(id=sitting_id).first() if sitting_id else None
    if found is None:
        message = N_("Choose a sitting of the same council or collegium whose minutes are signed.")
        raise InvalidInput.of("sitting", "unknown", message)
    return found


def sittings(session: Session) -> "QuerySet[Session]":
    """The signed sittings of the same organ, after that one, which may have decided about its decisions."""
    of = {"council": session.council_id} if session.council_id else {"collegium": session.collegium_id}
    same = Session.objects.filter(organ=session.organ, **of)
    signed = same.filter(status__in=(SessionStatus.HELD, SessionStatus.CLOSED))
    return signed.filter(starts_at__gt=session.starts_at).order_by("-starts_at")
