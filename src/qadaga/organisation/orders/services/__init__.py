"""Every change of an order or directive. Keyword-only; `by` is who acts, `on` the day; each is ruled on and
journalled.
"""

from qadaga.organisation.orders.services.agreement import agree, send_back, submit, withdraw
from qadaga.organisation.orders.services.cancelling import cancel
from qadaga.organisation.orders.services.controlling import (
    accept,
    add_point,
    cancel_point,
    prolong,
    report,
    set_controller,
)
from qadaga.organisation.orders.services.drafting import Draft, Wording, draft, save_draft
from qadaga.organisation.orders.services.knowing import address, confirm, record_paper
from qadaga.organisation.orders.services.publishing import publish
from qadaga.organisation.orders.services.resting import basis, carried_out
from qadaga.organisation.orders.services.signing import sign

__all__ = [
    "Draft",
    "Wording",
    "accept",
    "add_point",
    "address",
    "agree",
    "basis",
    "cancel",
    "cancel_point",
    "carried_out",
    "confirm",
    "draft",
    "prolong",
    "publish",
    "record_paper",
    "report",
    "save_draft",
    "send_back",
    "set_controller",
    "sign",
    "submit",
    "withdraw",
]
