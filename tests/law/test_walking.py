"""Step by step the law says what it says at once."""

from qadaga.law import competence
from qadaga.law.walking import walk
from tests.law.golden_tables import Row, rows


def test_the_walk_lacks_what_the_ruling_lacks() -> None:
    table = list(rows())
    assert table
    assert [str(row) for row in table if not agree(row)] == []


def agree(row: Row) -> bool:
    """Whether the walk ends where the ruling does, for the same reasons."""
    ruling, steps = competence.decide(row.facts, row.on), walk(row.facts, row.on)
    if any(missing.code in ("no_norm", "not_in_force") for missing in ruling.missing):
        return steps == []
    missing = sorted(str(step.missing) for step in steps if step.missing)
    return (
        bool(steps)
        and ruling.allowed is all(step.held for step in steps)
        and sorted(map(str, ruling.missing)) == missing
        and all(step.held for step in steps if not step.applied)
    )
