"""Reading acts and measures: the viewer's scope first, then the question."""

from qadaga.acts.selectors.card import (
    ACT_PARTS,
    MATTER_EXTRA,
    act_actions,
    act_parts,
    get_act,
    get_measure,
    measure_actions,
    measure_parts,
    read_act,
    read_measure,
    term_changes,
)
from qadaga.acts.selectors.drafts import compare, draft_pdf, versions
from qadaga.acts.selectors.waiting import Waiting, waiting
from qadaga.common.changes import Change

__all__ = [
    "ACT_PARTS",
    "MATTER_EXTRA",
    "Change",
    "Waiting",
    "act_actions",
    "act_parts",
    "compare",
    "draft_pdf",
    "get_act",
    "get_measure",
    "measure_actions",
    "measure_parts",
    "read_act",
    "read_measure",
    "term_changes",
    "versions",
    "waiting",
]
