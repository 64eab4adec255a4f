"""Which power takes an inspection from which status to which."""

from qadaga.matters.transitions import Table, staying
from qadaga.supervision.inspections.choices import InspectionStatus

UNDER_WAY = (
    "inspection.notify",
    "inspection.involve_specialist",
    "inspection.record_conclusion",
    "inspection.involve_officers",
    "inspection.take_documents",
    "inspection.keep_document",
    "inspection.visit",
    "explanation.summon",
    "explanation.record",
    "expertise.order",
    "inspection.ask_prolong",
    "inspection.consent",
    "inspection.prolong",
    "inspection.findings",
)
# What goes on while the inspection stands still: nothing on the premises of the inspected (O.8.d4).
WAITING = (
    "inspection.notify",
    "inspection.record_conclusion",
    "inspection.keep_document",
    "explanation.record",
)

INSPECTION = Table(
    {
        ("", "inspection.draft"): "draft",
        ("draft", "inspection.draft"): "draft",
        ("draft", "inspection.open"): "opened",
        ("draft", "inspection.withdraw"): "withdrawn",
        **staying(("opened",), UNDER_WAY),
        ("opened", "inspection.suspend"): "suspended",
        ("suspended", "inspection.resume"): "opened",
        **staying(("suspended",), WAITING),
        **staying(("draft", "opened", "suspended", "closed"), ("inspection.mark_secrecy",)),
        **staying(
            ("opened", "suspended", "closed"), ("inspection.return_documents", "inspection.record_complaint")
        ),
        ("opened", "inspection.finish"): "closed",
    },
    words=dict(InspectionStatus.choices),
)
FINAL = frozenset({"closed", "withdrawn"})
