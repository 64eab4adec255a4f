"""A longer term of work: asked of the office above, decided there, then applied; whatever the work (L.1.2).

Every function is part of a ruled-on change of its caller, inside that change's transaction. How far a term
may go is an unverified figure: once more the length that its rule gives.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TypeVar

from django.db.models import Manager

from qadaga.authority.actor import Actor
from qadaga.common.errors import Conflict, InvalidInput
from qadaga.common.i18n import N_
from qadaga.law.catalogue import load
from qadaga.matters import terms
from qadaga.matters.choices import ProlongGround
from qadaga.matters.dates import choice
from qadaga.matters.models import Term
from qadaga.matters.models.longer import AskedLonger
from qadaga.matters.services.base import text

A = TypeVar("A", bound=AskedLonger)
_DECIDED = ("agreed", "decision", "decided_on", "decided_by")


@dataclass(frozen=True, slots=True)
class Longer:
    """Until when, on which ground and why the work should go on."""

    until: date
    ground: str
    reason: str


def worded(longer: Longer) -> Longer:
    """The same with its words made clean. Raises InvalidInput on an unknown ground, without a reason."""
    ground = choice("ground", longer.ground, ProlongGround.values)
    return Longer(longer.until, ground, text("reason", longer.reason))


def ask(rows: Manager[A], longer: Longer, *, due: date | None, rule: str, by: Actor, on: date) -> A:
    """Put the wish among those of the work, whose term of that rule ends on `due`.

    Raises Conflict after the last day and while another wish is open, InvalidInput on `until`.
    """
    refuse_length(due, longer.until, rule=rule, on=on)
    if rows.filter(applied_on__isnull=True).exclude(agreed=False).exists():
        raise Conflict("asked_already", N_("A longer period has been asked for and waits."))
    return rows.create(
        ground=longer.ground,
        reason=longer.reason,
        until=longer.until,
        asked_on=on,
        asked_by_id=by.appointment_id,
    )


def decide(rows: Manager[A], *, agree: bool, decision: str, by: Actor, on: date) -> A:
    """Agree to the wish that waits, or refuse it, with the reasons. Raises Conflict where nothing waits."""
    asked = rows.filter(decided_on__isnull=True).first()
    if asked is None:
        raise nothing_asked()
    asked.agreed, asked.decision = agree, decision
    asked.decided_on, asked.decided_by_id = on, by.appointment_id
    asked.save(update_fields=_DECIDED)
    return asked


def apply(asked: AskedLonger, *, term: Term | None, by: Actor, on: date) -> date:
    """Prolong the term to the day that was asked for; its new last day. Raises Conflict without a term.

    What nobody had to decide, for no office is above, whoever applies it decides with that.
    """
    if term is None:
        raise Conflict("term_finished", N_("The term is over already."))
    asked.applied_on, asked.applied_by_id = on, by.appointment_id
    if asked.decided_on is None:
        asked.agreed, asked.decision = True, asked.reason
        asked.decided_on, asked.decided_by_id = on, by.appointment_id
    asked.save(update_fields=["applied_on", "applied_by", *_DECIDED])
    return terms.prolong(term=term, on=on, by=by, reason=asked.reason, until=asked.until).due_on


def agreed(asked: Iterable[A]) -> A | None:
    """The wish that the office above agreed to and that is not applied yet."""
    return next((row for row in asked if row.agreed and row.applied_on is None), None)


def nothing_asked() -> Conflict:
    """What is said where nobody has asked."""
    return Conflict("nothing_asked", N_("Nobody has asked for a longer period."))


def refuse_length(due: date | None, until: date, *, rule: str, on: date) -> None:
    """Raise InvalidInput on `until` for a day too far or not later, Conflict after the last day."""
    if due is None or on > due:
        raise Conflict("term_over", N_("The period has run out: it is prolonged before its last day only."))
    latest = due + timedelta(days=load().terms[rule].length)
    if not due < until <= latest:
        raise InvalidInput.of(
            "until",
            "bad_length",
            N_("Choose a day after %(due)s and not after %(latest)s (an unverified figure)."),
            due=due,
            latest=latest,
        )
