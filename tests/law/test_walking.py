"""Step by step the law says what it says at once."""

import pytest

from qadaga.law import competence
from qadaga.law.walking import walk
from tests.law.golden_tables import Row, rows


@pytest.mark.parametrize("row", list(rows()), ids=str)
def test_the_walk_lacks_what_the_ruling_lacks(row: Row) -> None:
    ruling = competence.decide(row.facts, row.on)
    if any(missing.code in ("no_norm", "not_in_force") for missing in ruling.missing):
        assert walk(row.facts, row.on) == []
        return
    steps = walk(row.facts, row.on)
    assert steps
    assert ruling.allowed is all(step.held for step in steps)
    assert sorted(map(str, ruling.missing)) == sorted(str(step.missing) for step in steps if step.missing)
    assert all(step.held for step in steps if not step.applied)
