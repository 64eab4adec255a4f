"""Every change of the index. Keyword-only; `by` acts on the day `on`; each is ruled on and journalled."""

from qadaga.supervision.covert.services.checking import check, enter, record_reply, stop
from qadaga.supervision.covert.services.content import refuse_content
from qadaga.supervision.covert.services.demanding import demand
from qadaga.supervision.covert.services.shapes import Checked, Indexed, Paper

__all__ = [
    "Checked",
    "Indexed",
    "Paper",
    "check",
    "demand",
    "enter",
    "record_reply",
    "refuse_content",
    "stop",
]
