"""What every service of coordination does: lock in scope, rule, move by the table, journal last."""

from datetime import date
from uuid import UUID

from qadaga.authority import standing
from qadaga.authority.actor import Actor
from qadaga.common.errors import AlreadyDone, Conflict, NotFound
from qadaga.common.i18n import N_
from qadaga.coordination import reach
from qadaga.coordination.choices import POWERS, DecisionStatus, Organ, Powers, SessionStatus
from qadaga.coordination.models import AgendaItem, Council, Decision, Session
from qadaga.coordination.subject import COUNCIL, DECISION, SESSION, decision_subject, session_subject
from qadaga.matters import change
from qadaga.matters.step import Course, Step

COUNCILS: Course[Council] = Course("council", COUNCIL, lambda council: council.office_id)
SESSIONS: Course[Session] = Course("session", SESSION, lambda session: session.office_id)
DECISIONS: Course[Decision] = Course(
    "decision",
    DECISION,
    lambda decision: decision.office_id,
    about=lambda decision: {"session": decision.session_id},
)


def powers(session: Session) -> Powers:
    """What the law calls each thing done about the session."""
    return POWERS[Organ(session.organ)]


def session(session_id: UUID, *, version: int | None, by: Actor, on: date) -> Session:
    """The session within the scope, locked, at the version the person saw. Raises NotFound, Stale."""
    rows = Session.objects.select_related("office", "collegium", "council")
    row = change.locked(rows, session_id, by=by, on=on)
    if version is not None:
        change.expect(row, version)
    return row


def begin(
    session_id: UUID,
    power: str,
    *,
    version: int | None,
    by: Actor,
    on: date,
    among: tuple[str, ...],
) -> Step[Session]:
    """The session locked and ruled on, where it stands at one of the stages.

    `power` is a power, or the name of one of `Powers`. Raises NotFound, Stale, NotPermitted, Conflict.
    """
    row = session(session_id, version=version, by=by, on=on)
    power = getattr(powers(row), power, power)
    step = SESSIONS.ask(row, power, session_subject(row, by, on), by=by, on=on)
    if row.status not in among:
        words = dict(SessionStatus.choices)
        raise Conflict(
            "wrong_stage",
            N_("The session stands at “%(now)s”; this is possible at: %(stages)s."),
            now=words[row.status],
            stages=[words[one] for one in among],
        )
    return step


def decision(decision_id: UUID, power: str, *, version: int, by: Actor, on: date) -> Step[Decision]:
    """The decision under control locked, its session with it, and the power of that name ruled on.

    Raises NotFound (also for a draft), Stale, NotPermitted, AlreadyDone.
    """
    standing.hold(by)
    found = reach.decisions(Decision.objects.filter(id=decision_id), by, on).first()
    if found is None:
        raise NotFound()
    # The session before its decisions, as everybody locks them.
    rows = Session.objects.select_related("office").select_for_update(of=("self",))
    held = rows.get(pk=found.session_id)
    row = Decision.objects.select_for_update(of=("self",)).get(pk=decision_id)
    change.expect(row, version)
    row.session = held
    power = getattr(powers(held), power)
    step = DECISIONS.ask(row, power, decision_subject(row, by, on), by=by, on=on)
    if row.status == DecisionStatus.DRAFT:
        raise NotFound()
    if row.status == DecisionStatus.DONE:
        raise AlreadyDone()
    return step


def item(session: Session, item_id: UUID) -> AgendaItem:
    """An item of the session's agenda; NotFound for any other."""
    found = AgendaItem.objects.filter(session=session, id=item_id).first()
    if found is None:
        raise NotFound()
    return found
