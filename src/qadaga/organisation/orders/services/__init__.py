"""Every change of an order or directive. Keyword-only; `by` is who acts, `on` the day; each is ruled on and
journalled.
"""

from qadaga.organisation.orders.services.agreement import agree, send_back, submit, withdraw
from qadaga.organisation.orders.services.cancelling import cancel
from qadaga.organisation.orders.services.drafting import Draft, Wording, draft, save_draft
from qadaga.organisation.orders.services.resting import basis, carried_out
from qadaga.organisation.orders.services.signing import sign

__all__ = [
    "Draft",
    "Wording",
    "agree",
    "basis",
    "cancel",
    "carried_out",
    "draft",
    "save_draft",
    "send_back",
    "sign",
    "submit",
    "withdraw",
]
