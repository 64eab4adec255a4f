"""The declared tables of acts and measures, every cell."""

from itertools import product

import pytest

from qadaga.acts.choices import ActStatus, MeasureStatus
from qadaga.acts.selectors.card import ACT_POWERS
from qadaga.acts.transitions import ACT, FINAL, MEASURE
from qadaga.common.errors import Conflict

UNSIGNED = ("draft", "agreement", "agreed")
IN_FORCE = ("signed", "served", "replied", "partly", "refused", "escalated", "in_court", "unheard")
# For each power, the statuses it is used in and where it leads; anywhere else it is refused.
EXPECTED = {
    "act.draft": {"draft": "draft"},
    "act.submit": {"draft": "agreement"},
    "act.agree": {"agreement": "agreed"},
    "act.send_back": {"agreement": "draft", "agreed": "draft"},
    "act.sign": {"agreement": "signed", "agreed": "signed"},
    "act.serve": {"signed": "served"},
    "act.record_reply": {"served": "replied", "escalated": "replied"},
    "act.assess_reply": {"replied": ("satisfied", "partly", "refused")},
    "act.confirm_removal": dict.fromkeys(
        ("satisfied", "partly", "escalated", "in_court", "granted", "granted_part"), "removed"
    ),
    "act.suspend_effect": {
        status: status
        for status in ("signed", "served", "replied", "partly", "refused", "escalated", "in_court", "unheard")
    },
    "matter.attach": {status: status for status in ActStatus.values if status != "withdrawn"},
    "act.escalate": dict.fromkeys(("served", "partly", "refused", "dismissed", "unheard"), "escalated"),
    "act.to_court": dict.fromkeys(("served", "partly", "refused", "escalated", "unheard"), "in_court"),
    "act.court_outcome": {"in_court": ("granted", "granted_part", "dismissed", "unheard")},
    "term.prolong": {"served": "served"},
    "term.suspend": {"served": "served"},
    "term.resume": {"served": "served"},
    "term.tell": {
        status: status for status in ("served", "replied", "satisfied", "partly", "refused", "escalated")
    },
    "act.withdraw": dict.fromkeys(
        (status for status in ActStatus.values if status not in FINAL | {"suspended"}), "withdrawn"
    ),
    "lower.suspend": {status: ("suspended", status) for status in IN_FORCE},
    "lower.resume": {**{status: status for status in IN_FORCE}, "suspended": IN_FORCE},
    "lower.change": {**{status: status for status in IN_FORCE}, "suspended": IN_FORCE},
    "lower.cancel": dict.fromkeys((*IN_FORCE, "satisfied", "suspended"), "cancelled"),
    "lower.take_over": {status: status for status in (*UNSIGNED, *IN_FORCE, "suspended")},
    "lower.note": {status: status for status in ActStatus.values},
    "lower.tell": {status: status for status in ActStatus.values if status not in UNSIGNED},
}


@pytest.mark.parametrize(("power", "status"), list(product(ACT_POWERS, ActStatus.values)))
def test_every_cell_of_the_table(power: str, status: str) -> None:
    expected = EXPECTED[power].get(status)
    assert ACT.allows(status, power) is (expected is not None)
    if expected is None:
        with pytest.raises(Conflict):
            ACT.move(status, power)
        return
    for end in (expected,) if isinstance(expected, str) else expected:
        assert ACT.move(status, power, end) == end


def test_no_status_is_unknown_and_none_is_a_dead_end_but_the_final_ones() -> None:
    assert ACT.statuses() - {""} == set(ActStatus.values)
    kept = {"matter.attach", "lower.note", "lower.tell"}
    only_kept = {status for status in ActStatus.values if ACT.powers(status) <= kept}
    assert only_kept == FINAL - {"satisfied", "granted", "granted_part", "dismissed"}


def test_a_request_is_served_once_and_answered_once() -> None:
    assert MEASURE.statuses() - {""} == set(MeasureStatus.values)
    assert MEASURE.move("issued", "measure.serve") == "served"
    assert MEASURE.move("served", "measure.record_reply") == "replied"
    for status, power in (
        ("issued", "measure.record_reply"),
        ("served", "measure.serve"),
        ("replied", "measure.serve"),
        ("recorded", "measure.serve"),
    ):
        with pytest.raises(Conflict):
            MEASURE.move(status, power)
