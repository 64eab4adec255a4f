"""Every change of the direction. Keyword-only; `by` acts on the day `on`; each is ruled on and journalled."""

from qadaga.supervision.custody.services.finding import Found, find, found_lawful
from qadaga.supervision.custody.services.places import Entered, close, correct, register
from qadaga.supervision.custody.services.releasing import (
    Carried,
    Resolved,
    count,
    record_carried_out,
    resolve,
)
from qadaga.supervision.custody.services.visits import (
    Answered,
    Reported,
    begin,
    fill,
    finish,
    pass_violation,
    plan,
    report,
)

__all__ = [
    "Answered",
    "Carried",
    "Entered",
    "Found",
    "Reported",
    "Resolved",
    "begin",
    "close",
    "correct",
    "count",
    "fill",
    "find",
    "finish",
    "found_lawful",
    "pass_violation",
    "plan",
    "record_carried_out",
    "register",
    "report",
    "resolve",
]
