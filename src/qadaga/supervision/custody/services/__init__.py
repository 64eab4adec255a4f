"""Every change of the direction. Keyword-only; `by` acts on the day `on`; each is ruled on and journalled."""

from qadaga.supervision.custody.services.answering import Answered, fill, pass_violation
from qadaga.supervision.custody.services.complaining import record_complaint
from qadaga.supervision.custody.services.finding import Found, find, found_lawful, record_death
from qadaga.supervision.custody.services.places import Entered, close, correct, register
from qadaga.supervision.custody.services.releasing import (
    Carried,
    Resolved,
    count,
    record_carried_out,
    resolve,
)
from qadaga.supervision.custody.services.replanning import call_off, move
from qadaga.supervision.custody.services.showing import show
from qadaga.supervision.custody.services.syncing import (
    LEAVE,
    TAKE,
    FoundEntry,
    Outcome,
    Parcel,
    Result,
    SaidEntry,
    keep,
    settle,
    sync,
)
from qadaga.supervision.custody.services.visits import Reported, begin, finish, plan, report

__all__ = [
    "LEAVE",
    "TAKE",
    "Answered",
    "Carried",
    "Entered",
    "Found",
    "FoundEntry",
    "Outcome",
    "Parcel",
    "Reported",
    "Resolved",
    "Result",
    "SaidEntry",
    "begin",
    "call_off",
    "close",
    "correct",
    "count",
    "fill",
    "find",
    "finish",
    "found_lawful",
    "keep",
    "move",
    "pass_violation",
    "plan",
    "record_carried_out",
    "record_complaint",
    "record_death",
    "register",
    "report",
    "resolve",
    "settle",
    "show",
    "sync",
]
