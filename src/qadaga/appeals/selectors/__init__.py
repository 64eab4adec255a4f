"""Reading appeals: the viewer's scope first, then the question."""

from qadaga.appeals.selectors.actions import APPEAL_POWERS, appeal_actions
from qadaga.appeals.selectors.card import APPEAL_PARTS, appeal_parts, get_appeal
from qadaga.appeals.selectors.earlier import Earlier, likely_earlier
from qadaga.appeals.selectors.waiting import Notice, to_register, to_tell

__all__ = [
    "APPEAL_PARTS",
    "APPEAL_POWERS",
    "Earlier",
    "Notice",
    "appeal_actions",
    "appeal_parts",
    "get_appeal",
    "likely_earlier",
    "to_register",
    "to_tell",
]
