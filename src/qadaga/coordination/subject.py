"""What the law kernel is told about a council, a session and a decision; how each moves."""

from collections.abc import Iterable
from datetime import date

from qadaga.authority.actor import Actor
from qadaga.coordination.choices import (
    CARRY_OUT,
    POWERS,
    PROPOSE,
    RESPOND,
    CouncilStatus,
    DecisionStatus,
    Organ,
    SessionStatus,
)
from qadaga.coordination.models import Council, Decision, Session
from qadaga.law.model import Subject
from qadaga.matters.subject import path_of
from qadaga.matters.transitions import Table, To
from qadaga.offices.models import Office

COUNCIL = Table(
    {
        ("opened", "coordination.form"): ("opened", "closed"),
        ("opened", "coordination.convene"): "opened",
    },
    words=dict(CouncilStatus.choices),
)


def _moves(organ: Organ) -> dict[tuple[str, str], To]:
    """Calling and deciding are one power for a collegium, two for a council."""
    powers = POWERS[organ]
    moves: dict[tuple[str, str], To] = {
        ("planned", PROPOSE): "planned",
        ("planned", powers.admit): "planned",
        **{(status, powers.official): status for status in ("planned", "called")},
    }
    moves[("planned", powers.call)] = ("planned", "called", "cancelled")
    moves[("called", powers.call)] = ("called", "cancelled")
    moves[("called", powers.decide)] = ("called", "held", "closed", "cancelled")
    moves[("held", powers.control)] = ("held", "closed")
    # Somebody who did not come is called again after the session too.
    moves[("held", powers.official)] = "held"
    moves[("closed", powers.official)] = "closed"
    return moves


SESSION = Table(
    {
        **_moves(Organ.COUNCIL),
        **_moves(Organ.COLLEGIUM),
        **{(status, power): status for status in ("held", "closed") for power in (CARRY_OUT, RESPOND)},
    },
    words=dict(SessionStatus.choices),
)
DECISION = Table(
    {
        **{("opened", POWERS[organ].control): ("opened", "closed") for organ in Organ},
        **{("opened", POWERS[organ].postpone): "opened" for organ in Organ},
    },
    words=dict(DecisionStatus.choices),
)


def organ_subject(
    office: Office, organ: str, actor: Actor, on: date, *, status: str = "", marks: Iterable[str] = ()
) -> Subject:
    """The collegium or council of the office as the law sees it; a specialised office's is of its sphere."""
    who = actor.who(on)
    own = who is not None and who.office == office.code
    return Subject(
        kind=organ,
        office=office.code,
        path=path_of(office, actor, on),
        sphere=next(iter(sorted(who.spheres)), None) if who is not None and own else None,
        status=status,
        marks=frozenset(marks),
    )


def council_subject(council: Council, actor: Actor, on: date) -> Subject:
    """The council with where it stands."""
    return organ_subject(council.office, Organ.COUNCIL, actor, on, status=council.status)


def session_subject(session: Session, actor: Actor, on: date) -> Subject:
    """The organ in its session."""
    return organ_subject(session.office, session.organ, actor, on, status=session.status)


def decision_subject(decision: Decision, actor: Actor, on: date) -> Subject:
    """The organ whose decision it is; "mine" marks the executor."""
    mine = {"mine"} if decision.executor_id == actor.appointment_id else set()
    session = decision.session
    return organ_subject(session.office, session.organ, actor, on, status=decision.status, marks=mine)
