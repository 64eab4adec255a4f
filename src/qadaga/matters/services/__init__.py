"""Every change of a matter. Keyword-only; `by` is who acts, `on` the day; each is ruled on and journalled."""

from qadaga.matters.services.assignment import assign, candidates, declare_conflict
from qadaga.matters.services.bodies import register_body
from qadaga.matters.services.closing import close, record_result
from qadaga.matters.services.complained import complains_no_more, complains_of
from qadaga.matters.services.files import attach, link
from qadaga.matters.services.findings import Violated, correct_violation, record_violation
from qadaga.matters.services.holding import call_up, move, resume, suspend, tell_applicant, tell_office
from qadaga.matters.services.liability import Raised, raise_liability, record_imposed
from qadaga.matters.services.opening import Opening, must_go_above, open, set_tasks
from qadaga.matters.services.people import (
    Protected,
    Recovered,
    record_protected,
    record_recovery,
    record_told,
)

__all__ = [
    "Opening",
    "Protected",
    "Raised",
    "Recovered",
    "Violated",
    "assign",
    "attach",
    "call_up",
    "candidates",
    "close",
    "complains_no_more",
    "complains_of",
    "correct_violation",
    "declare_conflict",
    "link",
    "move",
    "must_go_above",
    "open",
    "raise_liability",
    "record_imposed",
    "record_protected",
    "record_recovery",
    "record_result",
    "record_told",
    "record_violation",
    "register_body",
    "resume",
    "set_tasks",
    "suspend",
    "tell_applicant",
    "tell_office",
]
