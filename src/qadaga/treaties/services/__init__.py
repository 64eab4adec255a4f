"""Every change of the direction. Keyword-only; `by` acts on the day `on`; each is ruled on and journalled."""

from qadaga.treaties.services.checks import Begun, begin_check, finish_check, pass_violation
from qadaga.treaties.services.papers import Added, Translated, add_paper
from qadaga.treaties.services.parts import Passed, complete_part, give_part, pass_down
from qadaga.treaties.services.prolonging import prolong_part, prolong_request
from qadaga.treaties.services.requests import (
    Answered,
    Asked,
    answer,
    correct_request,
    decide,
    record_death,
    record_reply,
    register_request,
    send,
)
from qadaga.treaties.services.treaties import (
    Concluded,
    Entered,
    Sent,
    conclude,
    end_treaty,
    enter_treaty,
    give_position,
    receive_draft,
    record_contact,
)

__all__ = [
    "Added",
    "Answered",
    "Asked",
    "Begun",
    "Concluded",
    "Entered",
    "Passed",
    "Sent",
    "Translated",
    "add_paper",
    "answer",
    "begin_check",
    "complete_part",
    "conclude",
    "correct_request",
    "decide",
    "end_treaty",
    "enter_treaty",
    "finish_check",
    "give_part",
    "give_position",
    "pass_down",
    "pass_violation",
    "prolong_part",
    "prolong_request",
    "receive_draft",
    "record_contact",
    "record_death",
    "record_reply",
    "register_request",
    "send",
]
