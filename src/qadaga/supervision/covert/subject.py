"""What the law kernel is told about an operative or counter-intelligence case, and who may read it."""

from datetime import date

from qadaga import authority
from qadaga.authority.actor import Actor
from qadaga.authority.errors import NotPermitted
from qadaga.authority.scope import Scope, own_offices, scope_of
from qadaga.law import catalogue
from qadaga.law.coverage import implements
from qadaga.law.model import Ruling, Subject
from qadaga.matters.step import Course
from qadaga.matters.subject import path_of
from qadaga.matters.transitions import Table
from qadaga.offices.dated import in_force
from qadaga.staff.duties.models import Duty
from qadaga.supervision.covert.choices import CheckKind, CheckStatus
from qadaga.supervision.covert.models import CovertCheck

DIRECTION = "covert"
READ, DEMAND, STOP = "covert.read", "materials.demand_operative", "covert.stop"
SUPERVISE, COUNTER = "covert.supervise", "counterintelligence.supervise"

INDEX = Table(
    {
        **{("demanded", power): ("waiting", "closed") for power in (SUPERVISE, COUNTER)},
        ("demanded", STOP): "waiting",
        **{("waiting", power): "closed" for power in (SUPERVISE, COUNTER)},
    },
    words=dict(CheckStatus.choices),
)
CHECKS: Course[CovertCheck] = Course("operative_case", INDEX, lambda row: row.office_id)


def power_of(kind: str) -> str:
    """The power by which a check of that kind is carried out."""
    return COUNTER if kind == CheckKind.COUNTER else SUPERVISE


def check_subject(check: CovertCheck, actor: Actor, on: date) -> Subject:
    """The case as the law sees it: "mine" for whom the duties of its office name (O.14.3)."""
    own = check.office_id in own_offices(actor, on)
    return Subject(
        kind="operative_case",
        office=check.office.code,
        path=path_of(check.office, actor, on),
        direction=DIRECTION,
        sphere=check.sphere,
        status=check.status,
        marks=_marks(actor, on) if own else frozenset(),
    )


@implements("O.8.d5")
def may_read(actor: Actor, on: date) -> Ruling:
    """Whether the actor is of the narrow circle of the own office: who heads it, who is named for it."""
    who = actor.who(on)
    own = Subject(
        kind="operative_case",
        office=actor.office_code,
        path=who.path if who else (),
        direction=DIRECTION,
        marks=_marks(actor, on),
    )
    return authority.may(actor, READ, own, on=on)


@implements("O.8.d5")
def seen(actor: Actor, on: date) -> Scope:
    """Whose checks the actor finds: a head those of the offices below too, the named officer the own ones.

    Raises NotPermitted for everybody else.
    """
    ruling = may_read(actor, on)
    if not ruling.allowed:
        raise NotPermitted(ruling)
    if _leads(actor, on):
        return scope_of(actor, on)
    return Scope(offices=own_offices(actor, on), reader=actor.person_id, post=actor.appointment_id)


def _marks(actor: Actor, on: date) -> frozenset[str]:
    return frozenset({"mine"}) if not _leads(actor, on) and _named(actor, on) else frozenset()


def _leads(actor: Actor, on: date) -> bool:
    who = actor.who(on)
    return who is not None and (who.acting or catalogue.law().at(on).posts[who.post].heads)


def _named(actor: Actor, on: date) -> bool:
    """Whether a distribution in force gives the actor this direction."""
    if on == actor.day:
        return DIRECTION in actor.duties
    rows = Duty.objects.filter(in_force(on, "distribution__"), direction=DIRECTION)
    return rows.filter(appointment=actor.appointment_id).exists()
