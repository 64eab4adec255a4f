"""Reading the case file: the viewer's scope first, then the question."""

from qadaga.matters.selectors.actions import Action, matter_actions
from qadaga.matters.selectors.card import (
    MATTER_PARTS,
    Figures,
    figures,
    get_matter,
    matter_parts,
    read_matter,
    told_to,
)

__all__ = [
    "MATTER_PARTS",
    "Action",
    "Figures",
    "figures",
    "get_matter",
    "matter_actions",
    "matter_parts",
    "read_matter",
    "told_to",
]
