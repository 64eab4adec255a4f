"""Every change of court work. Keyword-only; `by` acts on the day `on`; each is ruled on and journalled."""

from qadaga.court.papers import Written
from qadaga.court.services.dying import correct_death, record_death
from qadaga.court.services.hearings import Ended, Sitting, end_hearing, set_hearing
from qadaga.court.services.naming import assign, declare_conflict
from qadaga.court.services.numbers import refuse_twice
from qadaga.court.services.prosecuting import Charged, charge, drop, transfer
from qadaga.court.services.registering import (
    At,
    Entered,
    Looked,
    Named,
    open_case,
    open_review,
)
from qadaga.court.services.reviewing import (
    Studied,
    bring,
    call,
    close_review,
    conclude_review,
    deliver,
    receive,
    refuse,
    send_back,
    study,
    withdraw,
)
from qadaga.court.services.trial import (
    Decided,
    Said,
    appeal,
    close_case,
    conclude,
    decide_case,
    decide_review,
    take_position,
)
from qadaga.matters.dying import Death

__all__ = [
    "At",
    "Charged",
    "Death",
    "Decided",
    "Ended",
    "Entered",
    "Looked",
    "Named",
    "Said",
    "Sitting",
    "Studied",
    "Written",
    "appeal",
    "assign",
    "bring",
    "call",
    "charge",
    "close_case",
    "close_review",
    "conclude",
    "conclude_review",
    "correct_death",
    "decide_case",
    "decide_review",
    "declare_conflict",
    "deliver",
    "drop",
    "end_hearing",
    "open_case",
    "open_review",
    "receive",
    "record_death",
    "refuse",
    "refuse_twice",
    "send_back",
    "set_hearing",
    "study",
    "take_position",
    "transfer",
    "withdraw",
]
