"""Every change of the direction. Keyword-only; `by` acts on the day `on`; each is ruled on and journalled."""

from qadaga.supervision.statistics.services.acting import close_with_act, link_act, pass_violation
from qadaga.supervision.statistics.services.checking import Begun, begin, finish
from qadaga.supervision.statistics.services.correcting import (
    Demanded,
    Served,
    correct,
    demand_correction,
    serve,
)
from qadaga.supervision.statistics.services.figures import (
    Figures,
    ask_figures,
    deliver_figures,
    receive_figures,
    record_silence,
)
from qadaga.supervision.statistics.services.finding import Found, add_discrepancy

__all__ = [
    "Begun",
    "Demanded",
    "Figures",
    "Found",
    "Served",
    "add_discrepancy",
    "ask_figures",
    "begin",
    "close_with_act",
    "correct",
    "deliver_figures",
    "demand_correction",
    "finish",
    "link_act",
    "pass_violation",
    "receive_figures",
    "record_silence",
    "serve",
]
