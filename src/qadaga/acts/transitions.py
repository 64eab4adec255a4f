"""Which power takes an act or a measure from which status to which."""

from qadaga.acts.choices import ActStatus, MeasureStatus
from qadaga.matters.transitions import Table, To, staying

UNSIGNED = ("draft", "agreement", "agreed")
IN_FORCE = ("signed", "served", "replied", "partly", "refused", "escalated", "in_court", "unheard")
COURT = ("granted", "granted_part", "dismissed", "unheard")
SATISFIED_OR_PART = ("satisfied", "partly")
KEPT = ("satisfied", "removed", *COURT[:3], "cancelled")
ENDED = (*KEPT, "withdrawn")


def above(
    in_force: tuple[str, ...], cancelled: tuple[str, ...], stopped: str = "suspended"
) -> dict[tuple[str, str], To]:
    """What an office above does with what is in force: suspends it (or a part of it), lets it go on, changes
    it, cancels it. What it suspended is `stopped` and goes back to what it was (L.1.2).
    """
    return {
        **{(status, "lower.suspend"): (stopped, status) for status in in_force},
        **staying(in_force, ("lower.resume", "lower.change")),
        **{(stopped, power): in_force for power in ("lower.resume", "lower.change")},
        **{(status, "lower.cancel"): "cancelled" for status in (*cancelled, stopped)},
    }


ACT = Table(
    {
        ("", "act.draft"): "draft",
        ("draft", "act.draft"): "draft",
        ("draft", "act.submit"): "agreement",
        ("agreement", "act.agree"): "agreed",
        ("agreement", "act.send_back"): "draft",
        ("agreed", "act.send_back"): "draft",
        ("agreed", "act.sign"): "signed",
        ("agreement", "act.sign"): "signed",
        **staying(UNSIGNED, ("work.hand_over",)),
        ("signed", "act.serve"): "served",
        ("served", "act.record_reply"): "replied",
        ("escalated", "act.record_reply"): "replied",
        ("replied", "act.assess_reply"): ("satisfied", "partly", "refused"),
        **{
            (status, "act.confirm_removal"): "removed"
            for status in (*SATISFIED_OR_PART, "escalated", "in_court", "granted", "granted_part")
        },
        **{
            (status, "act.escalate"): "escalated"
            for status in ("served", "partly", "refused", "dismissed", "unheard")
        },
        **{
            (status, "act.to_court"): "in_court"
            for status in ("served", "partly", "refused", "escalated", "unheard")
        },
        ("in_court", "act.court_outcome"): COURT,
        **staying(("served",), ("term.prolong", "term.suspend", "term.resume")),
        **staying(("served", "replied", *SATISFIED_OR_PART, "refused", "escalated"), ("term.tell",)),
        **staying(IN_FORCE, ("act.suspend_effect",)),
        **staying((*UNSIGNED, *IN_FORCE, "suspended", *KEPT), ("matter.attach",)),
        **{(status, "act.withdraw"): "withdrawn" for status in (*UNSIGNED, *IN_FORCE)},
        **above(IN_FORCE, (*IN_FORCE, "satisfied")),
        **staying((*UNSIGNED, *IN_FORCE, "suspended"), ("lower.take_over",)),
        **staying((*IN_FORCE, *ENDED, "suspended"), ("lower.note", "lower.tell")),
        **staying(UNSIGNED, ("lower.note",)),
    },
    words=dict(ActStatus.choices),
)
FINAL = frozenset({"satisfied", "removed", "granted", "granted_part", "dismissed", "withdrawn", "cancelled"})

MEASURE_IN_FORCE = ("issued", "served", "replied")
MEASURE = Table(
    {
        ("", "measure.request"): "issued",
        ("", "measure.findings"): "recorded",
        ("", "expertise.order"): "issued",
        ("", "check.require"): "issued",
        ("", "restriction.demand_lift"): "issued",
        ("", "right.other"): "issued",
        ("issued", "measure.serve"): "served",
        ("served", "check.record_report"): "replied",
        ("served", "measure.remind"): "served",
        ("served", "measure.record_reply"): "replied",
        **staying(("served",), ("term.prolong", "term.suspend", "term.resume")),
        **staying(("served", "replied"), ("term.tell",)),
        **above(MEASURE_IN_FORCE, MEASURE_IN_FORCE),
        **staying((*MEASURE_IN_FORCE, "suspended"), ("lower.take_over",)),
        **staying((*MEASURE_IN_FORCE, "suspended", "cancelled"), ("lower.note", "lower.tell")),
    },
    words=dict(MeasureStatus.choices),
)
