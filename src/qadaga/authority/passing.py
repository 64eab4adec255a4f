"""The one place where a ruling takes the fact that an office above passed the power down (L.1.2, O.9).

It is asked for only where it decides: where the law refuses without it and would allow with it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from qadaga.authority.actor import Actor
from qadaga.law import competence
from qadaga.law.coverage import implements
from qadaga.law.model import Facts, Ruling

MARK = "delegated"
OTHERS = "passed_to_another"
"""The mark of a subject that was given to another office: what was passed down does not reach it."""

Passed = Callable[[Actor, str, date], bool]
_asked: list[Passed] = []


def register(asked: Passed) -> Passed:
    """Let `asked` say whether the power was passed to the actor's office on the day."""
    _asked[:] = [asked]
    return asked


@implements("L.1.2", "O.9")
def ruled(actor: Actor, facts: Facts, on: date) -> Ruling:
    """The ruling, with the fact that the power was passed down where it was and where that decides."""
    ruling = competence.decide(facts, on)
    if ruling.allowed or facts.subject is None or OTHERS in facts.subject.marks:
        return ruling
    passed = competence.decide(with_mark(facts), on)
    held = passed.allowed and any(asked(actor, facts.power, on) for asked in _asked)
    return passed if held else ruling


def with_mark(facts: Facts) -> Facts:
    """The facts of somebody to whose office the power was passed."""
    if facts.subject is None:
        return facts
    return replace(facts, subject=replace(facts.subject, marks=facts.subject.marks | {MARK}))


def behind(facts: Facts, on: date, ruling: Ruling) -> Facts:
    """The facts that a ruling was really given on, for storing it: an old decision can be run again."""
    if ruling.allowed and not competence.decide(facts, on).allowed:
        return with_mark(facts)
    return facts
