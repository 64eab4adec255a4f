"""Every change of an appeal: keyword-only; `by` acts on the day `on`; ruled on and journalled."""

from qadaga.appeals.services.answering import AnswerEntry, draft_answer, send_answer, sign_answer
from qadaga.appeals.services.attaching import attach
from qadaga.appeals.services.challenging import challenge
from qadaga.appeals.services.correcting import correct
from qadaga.appeals.services.deciding import annul, decline, prolong, withdraw
from qadaga.appeals.services.forwarding import Addressee, forward, record_outcome
from qadaga.appeals.services.materials import decide_materials, request_materials, show_materials
from qadaga.appeals.services.opening import MatterEntry, call_up, open_matter
from qadaga.appeals.services.receiving import receive
from qadaga.appeals.services.registering import register
from qadaga.appeals.services.telling import tell_of_decision, tell_of_forwarding

__all__ = [
    "Addressee",
    "AnswerEntry",
    "MatterEntry",
    "annul",
    "attach",
    "call_up",
    "challenge",
    "correct",
    "decide_materials",
    "decline",
    "draft_answer",
    "forward",
    "open_matter",
    "prolong",
    "receive",
    "record_outcome",
    "register",
    "request_materials",
    "send_answer",
    "show_materials",
    "sign_answer",
    "tell_of_decision",
    "tell_of_forwarding",
    "withdraw",
]
