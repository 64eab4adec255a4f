"""Every change of the direction. Keyword-only; `by` acts on the day `on`; each is ruled on and journalled."""

from qadaga.supervision.offences.services.calling import deliver, prolong
from qadaga.supervision.offences.services.checking import (
    Checked,
    check,
    link_act,
    pass_violation,
    record_outcome,
)
from qadaga.supervision.offences.services.deciding import (
    Decided,
    close_proceedings,
    open_new,
    open_proceedings,
)
from qadaga.supervision.offences.services.delivering import deliver_resolution
from qadaga.supervision.offences.services.files import Named, call_for, hand_back, receive
from qadaga.supervision.offences.services.reminding import remind
from qadaga.supervision.offences.services.silence import give_up_file, record_silence

__all__ = [
    "Checked",
    "Decided",
    "Named",
    "call_for",
    "check",
    "close_proceedings",
    "deliver",
    "deliver_resolution",
    "give_up_file",
    "hand_back",
    "link_act",
    "open_new",
    "open_proceedings",
    "pass_violation",
    "prolong",
    "receive",
    "record_outcome",
    "record_silence",
    "remind",
]
