"""What the case file itself keeps about a body: its matters."""

from qadaga.matters.bodies import traces
from qadaga.matters.register import MATTERS

traces.of_register(MATTERS, of="t.body_id", day="t.opened_on", title="t.title")
