"""Which power takes an inspection from which status to which."""

from qadaga.acts.transitions import above
from qadaga.matters.transitions import Table, staying
from qadaga.supervision.inspections.choices import InspectionStatus

UNDER_WAY = (
    "inspection.notify",
    "inspection.involve_specialist",
    "inspection.record_conclusion",
    "inspection.waive_conclusion",
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
# Under way, standing still by its own office or by the one above.
OPEN = ("opened", "suspended", "stopped")

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
        **staying(("draft", *OPEN, "closed", "cancelled"), ("inspection.mark_secrecy",)),
        # What was received goes back whatever becomes of the inspection (O.8.d5).
        **staying((*OPEN, "cancelled"), ("inspection.keep_document",)),
        **staying(
            (*OPEN, "closed", "cancelled"), ("inspection.return_documents", "inspection.record_complaint")
        ),
        **staying(OPEN, ("inspection.name_officers",)),
        **staying((*OPEN, "closed", "cancelled"), ("matter.tell_office",)),
        ("opened", "inspection.finish"): "closed",
        **above(("opened", "suspended"), ("opened", "suspended"), "stopped"),
        **staying(("draft", *OPEN), ("lower.take_over",)),
        **staying((*OPEN, "draft", "closed", "cancelled"), ("lower.note", "lower.tell")),
    },
    words=dict(InspectionStatus.choices),
)
FINAL = frozenset({"closed", "withdrawn", "cancelled"})
