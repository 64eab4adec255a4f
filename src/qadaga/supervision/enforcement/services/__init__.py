"""Every change of the direction. Keyword-only; `by` acts on the day `on`; each is ruled on and journalled."""

from qadaga.supervision.enforcement.services.bailiffs import Licensed, end_bailiff, enter, renew
from qadaga.supervision.enforcement.services.checks import begin_check, finish_check, pass_violation
from qadaga.supervision.enforcement.services.prolonging import ask_prolong, prolong
from qadaga.supervision.enforcement.services.recovering import Sums, record_recovered
from qadaga.supervision.enforcement.services.transferring import (
    Receipts,
    Withdrawn,
    record_receipts,
    withdraw,
)
from qadaga.supervision.enforcement.services.writs import Entered, assign, correct, end_writ, register

__all__ = [
    "Entered",
    "Licensed",
    "Receipts",
    "Sums",
    "Withdrawn",
    "ask_prolong",
    "assign",
    "begin_check",
    "correct",
    "end_bailiff",
    "end_writ",
    "enter",
    "finish_check",
    "pass_violation",
    "prolong",
    "record_receipts",
    "record_recovered",
    "register",
    "renew",
    "withdraw",
]
