"""Every change of an act or a measure. Keyword-only; `by` is who acts, `on` the day; each is ruled on and
journalled.
"""

from qadaga.acts.services.agreement import agree, send_back, submit
from qadaga.acts.services.course import (
    Removed,
    Replied,
    Served,
    assess_reply,
    confirm_removal,
    record_reply,
    serve,
)
from qadaga.acts.services.court import Decided, record_court_decision
from qadaga.acts.services.drafting import Draft, Protested, Wording, draft, save_draft, set_violations
from qadaga.acts.services.files import attach
from qadaga.acts.services.further import Suspended, escalate, suspend_effect, to_court, withdraw
from qadaga.acts.services.measures import (
    Asked,
    findings,
    record_measure_reply,
    request,
    serve_request,
)
from qadaga.acts.services.ordered import (
    Order,
    deliver,
    demand_lifting,
    order_examination,
    record_outcome,
    remind,
    require_check,
    silent,
    use_right,
)
from qadaga.acts.services.signing import sign
from qadaga.acts.services.term_changes import prolong_term, resume_term, suspend_term, tell_of_term
from qadaga.matters.delivery import Delivered

__all__ = [
    "Asked",
    "Decided",
    "Delivered",
    "Draft",
    "Order",
    "Protested",
    "Removed",
    "Replied",
    "Served",
    "Suspended",
    "Wording",
    "agree",
    "assess_reply",
    "attach",
    "confirm_removal",
    "deliver",
    "demand_lifting",
    "draft",
    "escalate",
    "findings",
    "order_examination",
    "prolong_term",
    "record_court_decision",
    "record_measure_reply",
    "record_outcome",
    "record_reply",
    "remind",
    "request",
    "require_check",
    "resume_term",
    "save_draft",
    "send_back",
    "serve",
    "serve_request",
    "set_violations",
    "sign",
    "silent",
    "submit",
    "suspend_effect",
    "suspend_term",
    "tell_of_term",
    "to_court",
    "use_right",
    "withdraw",
]
