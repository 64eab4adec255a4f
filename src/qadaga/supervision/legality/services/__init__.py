"""Every change of the direction. Keyword-only; `by` acts on the day `on`; each is ruled on and journalled."""

from qadaga.supervision.legality.services.analysing import (
    Ordered,
    add_finding,
    add_proposal,
    add_source,
    approve,
    drop,
    order,
    send_back,
    submit,
    tell,
)
from qadaga.supervision.legality.services.entering import (
    Entered,
    Wording,
    add_edition,
    correct,
    enter,
    pass_up,
)
from qadaga.supervision.legality.services.protesting import (
    Became,
    decide,
    draft_protest,
    follow,
    remind,
    silent,
)
from qadaga.supervision.legality.services.reviewing import Found, check, conclude, find, give

__all__ = [
    "Became",
    "Entered",
    "Found",
    "Ordered",
    "Wording",
    "add_edition",
    "add_finding",
    "add_proposal",
    "add_source",
    "approve",
    "check",
    "conclude",
    "correct",
    "decide",
    "draft_protest",
    "drop",
    "enter",
    "find",
    "follow",
    "give",
    "order",
    "pass_up",
    "remind",
    "send_back",
    "silent",
    "submit",
    "tell",
]
