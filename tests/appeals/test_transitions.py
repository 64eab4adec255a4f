"""The table of moves: what is final stays, and every status is one that the column knows."""

import pytest

from qadaga.appeals.kinds import OPEN, Status
from qadaga.appeals.transitions import APPEAL
from qadaga.common.errors import Conflict
from qadaga.law.catalogue import load

# Rows of the table that are not powers by themselves: a part is forwarded by the power to forward.
NOT_POWERS = {"appeal.forward_part"}


def test_every_status_is_known_and_every_power_is_the_laws():
    assert APPEAL.statuses() - {""} <= set(Status.values)
    powers = {power for _, power in APPEAL.moves}
    assert powers - NOT_POWERS <= set(load().powers)


def test_nothing_leads_on_from_an_annulled_registration():
    assert APPEAL.powers("annulled") == frozenset()


@pytest.mark.parametrize("status", ["answered", "declined", "forwarded", "withdrawn"])
def test_what_is_over_is_neither_decided_nor_answered_again(status):
    for power in ("matter.open", "appeal.decline", "appeal.prolong", "appeal.draft_answer"):
        with pytest.raises(Conflict):
            APPEAL.move(status, power)


@pytest.mark.parametrize("status", OPEN)
def test_while_it_is_open_it_can_be_prolonged_withdrawn_and_answered(status):
    assert APPEAL.move(status, "appeal.prolong") == status
    assert APPEAL.move(status, "appeal.withdraw") == "withdrawn"
    assert APPEAL.move(status, "appeal.draft_answer") == "answer_draft"
