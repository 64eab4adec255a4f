"""The one question: may this person do this, about that, on this day? Answered by the law kernel (O.9)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from qadaga.authority import passing, standing
from qadaga.authority.actor import Actor
from qadaga.authority.errors import NotPermitted
from qadaga.common.i18n import N_
from qadaga.law import catalogue
from qadaga.law.coverage import implements
from qadaga.law.model import Facts, Missing, Ruling, Subject, Who

NO_POST = N_(
    "You hold no post in this office on %(on)s: the appointment had not begun or had ended. "
    "Somebody who holds a post there has to do it."
)


@implements("O.9", "L.2.1")
def may(
    actor: Actor, power: str, subject: Subject | None = None, *, on: date, ground: str | None = None
) -> Ruling:
    """The kernel's ruling, allowed or not, with the clauses it rests on."""
    return _ruled(actor, actor.who(on), power, subject, on=on, ground=ground)


@implements("O.9")
def require(
    actor: Actor, power: str, subject: Subject | None = None, *, on: date, ground: str | None = None
) -> Ruling:
    """The ruling where it allows; raises NotPermitted with the ruling where it does not.

    In the transaction of a change the actor's standing is asked for again and held to its end: nothing
    commits on the ruling of a post that has ended meanwhile. Raises Conflict as `standing.held` does.
    """
    return _allowed(_ruled(actor, standing.held(actor, on), power, subject, on=on, ground=ground))


def admit(actor: Actor, power: str, subject: Subject | None = None, *, on: date) -> Ruling:
    """As `require`, for what only reads: nothing is changed, so nothing is held."""
    return _allowed(may(actor, power, subject, on=on))


def actions(
    actor: Actor, powers: Iterable[str], subject: Subject | None, on: date
) -> list[tuple[str, Ruling]]:
    """A ruling for each power, in the order given: what the actions panel shows."""
    return [(power, offered(actor, power, subject, on)) for power in powers]


def offered(actor: Actor, power: str, subject: Subject | None, on: date) -> Ruling:
    """The ruling before a ground has been chosen: a power that needs one is ruled on by the first it names.

    It decides what a page offers; the service asks again with the ground that the person gave.
    """
    return may(actor, power, subject, on=on, ground=_first_ground(power, on))


def question(actor: Actor, power: str, subject: Subject | None, on: date) -> Facts | None:
    """The facts that `offered` rules on, to be asked about again; None without a post on that day."""
    who = actor.who(on)
    return None if who is None else Facts(who, power, subject, _first_ground(power, on))


def _ruled(
    actor: Actor, who: Who | None, power: str, subject: Subject | None, *, on: date, ground: str | None
) -> Ruling:
    if who is None:
        return _no_post(power, on)
    return passing.ruled(actor, Facts(who=who, power=power, subject=subject, ground=ground), on)


def _allowed(ruling: Ruling) -> Ruling:
    if not ruling.allowed:
        raise NotPermitted(ruling)
    return ruling


def _first_ground(power: str, on: date) -> str | None:
    record = catalogue.law().at(on).powers.get(power)
    return next(iter(record.grounds), None) if record else None


def _no_post(power: str, on: date) -> Ruling:
    """Powers come with a post and end with it (O.10): before the first and after the last day nobody acts."""
    state = catalogue.law().at(on)
    citation = state.cite("O.10")
    missing = Missing("no_post", {"on": on.isoformat()}, citation, NO_POST)
    return Ruling(False, power, state.edition, (citation,), (missing,))
