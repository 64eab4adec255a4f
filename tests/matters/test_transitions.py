"""The declared tables: every cell of matters, and how the engine answers."""

from itertools import product

import pytest
from django.utils import translation

from qadaga.common.errors import Conflict
from qadaga.matters.choices import MatterStatus
from qadaga.matters.selectors.actions import MATTER_POWERS
from qadaga.matters.transitions import MATTER, Table
from qadaga.web.forms import words

# A lawyer can read it: for each power, where it leads from each status; "-" means it is refused there.
#                             opened     assigned   in_work    suspended  closed
EXPECTED = """
matter.set_tasks              opened     assigned   in_work    -          -
matter.assign                 assigned   assigned   in_work    suspended  -
matter.declare_conflict       opened     assigned   in_work    suspended  -
matter.attach                 opened     assigned   in_work    suspended  -
measure.request               -          in_work    in_work    -          -
measure.findings              -          in_work    in_work    -          -
expertise.order               -          in_work    in_work    -          -
check.require                 -          in_work    in_work    -          -
restriction.demand_lift       -          in_work    in_work    -          -
systems.consult               -          assigned   in_work    -          -
matter.record_violation       -          in_work    in_work    -          -
act.draft                     -          in_work    in_work    -          -
inspection.draft              -          in_work    in_work    -          -
right.other                   -          in_work    in_work    -          -
court.apply                   -          in_work    in_work    -          -
matter.record_protected       -          in_work    in_work    -          -
matter.record_liability       -          in_work    in_work    -          -
matter.record_result          -          in_work    in_work    -          -
matter.suspend                -          suspended  suspended  -          -
matter.resume                 -          -          -          in_work    -
matter.close                  -          closed     closed     -          -
matter.call_up                opened     opened     opened     opened     opened
matter.move                   opened     opened     opened     opened     -
matter.tell_applicant         opened     assigned   in_work    suspended  closed
matter.tell_office            opened     assigned   in_work    suspended  closed
"""
ROWS = {line.split()[0]: line.split()[1:] for line in EXPECTED.strip().splitlines()}


@pytest.mark.parametrize(("power", "status"), list(product(MATTER_POWERS, MatterStatus.values)))
def test_every_cell_of_the_table(power: str, status: str) -> None:
    expected = ROWS[power][MatterStatus.values.index(status)]
    assert MATTER.allows(status, power) is (expected != "-")
    if expected != "-":
        assert MATTER.move(status, power) == expected
        return
    with pytest.raises(Conflict) as refused:
        MATTER.move(status, power)
    assert refused.value.status == 409
    assert refused.value.data["possible"] == sorted(MATTER.powers(status))


def test_a_refusal_says_where_it_stands_where_it_is_possible_and_by_which_clause() -> None:
    with pytest.raises(Conflict) as refused, translation.override("ru"):
        MATTER.move("closed", "matter.assign")
    with translation.override("ru"):
        said = words(refused.value)
    assert said == (
        "Стадия сейчас: «Закрыто». Это возможно на стадиях: "
        "Открыто, Поручено, В работе, Приостановлено. Пункт: O.13.1."
    )


def test_the_table_names_no_status_that_a_matter_cannot_have() -> None:
    assert MATTER.statuses() - {""} == set(MatterStatus.values)


def test_a_choice_is_made_by_the_caller_and_only_among_the_offered() -> None:
    table = Table({("a", "p"): ("b", "c"), ("a", "q"): "b"})
    assert table.move("a", "p", "c") == "c"
    assert table.move("a", "q", "b") == "b"
    for power, to in (("p", None), ("p", "a"), ("q", "c")):
        with pytest.raises(ValueError, match="b"):
            table.move("a", power, to)
