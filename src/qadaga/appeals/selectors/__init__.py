"""Reading appeals: the viewer's scope first, then the question."""

from qadaga.appeals.selectors.actions import APPEAL_POWERS, CALL_UP, appeal_actions
from qadaga.appeals.selectors.bodies import find_body, suggested_bodies
from qadaga.appeals.selectors.card import (
    APPEAL_PARTS,
    OF_MATTER,
    answer_of,
    appeal_parts,
    get_appeal,
    read_appeal,
)
from qadaga.appeals.selectors.earlier import Earlier, appeal_called, by_number, likely_earlier
from qadaga.appeals.selectors.waiting import INBOX, Notice, inbox_as_shown, inbox_size, to_register, to_tell

__all__ = [
    "APPEAL_PARTS",
    "APPEAL_POWERS",
    "CALL_UP",
    "INBOX",
    "OF_MATTER",
    "Earlier",
    "Notice",
    "answer_of",
    "appeal_actions",
    "appeal_called",
    "appeal_parts",
    "by_number",
    "find_body",
    "get_appeal",
    "inbox_as_shown",
    "inbox_size",
    "likely_earlier",
    "read_appeal",
    "suggested_bodies",
    "to_register",
    "to_tell",
]
