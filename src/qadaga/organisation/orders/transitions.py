"""Which power takes an order from which status to which."""

from qadaga.matters.transitions import Table, staying

UNSIGNED = ("draft", "agreement", "agreed")
ON_SIGNED = (
    "order.publish",
    "order.address",
    "order.confirm",
    "order.record_paper",
    "order.control",
    "order.report",
    "order.accept",
    "order.cancel_point",
)

ORDER = Table(
    {
        ("", "order.draft"): "draft",
        ("draft", "order.draft"): "draft",
        ("draft", "order.submit"): "agreement",
        ("agreement", "order.agree"): "agreed",
        ("agreement", "order.send_back"): "draft",
        ("agreed", "order.send_back"): "draft",
        **{(status, "order.sign"): "signed" for status in UNSIGNED},
        **{(status, "order.withdraw"): "withdrawn" for status in UNSIGNED},
        **staying(("signed",), ON_SIGNED),
        **staying((*UNSIGNED, "signed"), ("work.hand_over",)),
        ("signed", "order.cancel"): "cancelled",
    }
)
FINAL = frozenset({"cancelled", "withdrawn"})
