"""Every change of the direction. Keyword-only; `by` acts on the day `on`; each is ruled on and journalled."""

from qadaga.coordination.services.absence import Followed, excuse, follow_up
from qadaga.coordination.services.agenda import admit, decline, propose
from qadaga.coordination.services.calling import Invited, call, invite, tell
from qadaga.coordination.services.control import carry_out, report, respond
from qadaga.coordination.services.councils import Seat, add_member, end_council, form_council, release
from qadaga.coordination.services.minutes import Decided, attendance, decide, hear, sign
from qadaga.coordination.services.planning import Planned, call_off, plan, replan
from qadaga.coordination.services.terms import Postponed, postpone

__all__ = [
    "Decided",
    "Followed",
    "Invited",
    "Planned",
    "Postponed",
    "Seat",
    "add_member",
    "admit",
    "attendance",
    "call",
    "call_off",
    "carry_out",
    "decide",
    "decline",
    "end_council",
    "excuse",
    "follow_up",
    "form_council",
    "hear",
    "invite",
    "plan",
    "postpone",
    "propose",
    "release",
    "replan",
    "report",
    "respond",
    "sign",
    "tell",
]
