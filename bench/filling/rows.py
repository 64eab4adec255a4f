"""What the rows of a table hold, as SQL over `r` (n, nth, day, closed), `p` (the place), `b` (a body)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Rows:
    """The rows of a table: in status `running` while something is to be done, in `done` after that.

    `given` is of every row, `while_running` and `when_done` of those; other columns are NULL or by type.
    """

    running: str = ""
    done: str = ""
    given: Mapping[str, str] = field(default_factory=dict)
    while_running: Mapping[str, str] = field(default_factory=dict)
    when_done: Mapping[str, str] = field(default_factory=dict)


def of(table: str) -> str:
    """The id of row `n` of another table."""
    return f"bench.id('{table}', r.n, r.day)"


def word(text: str) -> str:
    """A text as SQL."""
    return f"'{text}'"


def numbered(text: str) -> str:
    """A text that is of this row alone."""
    return f"'{text} № ' || r.n"


DAY, LATER = "r.day", "r.day + 30"
KATO = word("101000000")
WHO, HEAD = "p.assistant", "p.head"
COURT = word("Городской суд")
YEAR, NUMBER = "extract(year FROM r.day)::int", "r.n + 2000000"
NUMBERED = {"year": YEAR, "number": NUMBER, "number_text": "p.code || '/' || r.n"}
# What a signed paper keeps of its signature.
SIGNED = {
    **NUMBERED,
    "signer_id": HEAD,
    "signed_on": DAY,
    "signed_at": "r.day + interval '6 hours'",
    "pdf_id": "p.paper",
    "sha256": "repeat('0', 64)",
    "edition": word("2017-11-03"),
    "ruling": "'{}'::jsonb",
}
# The same where the measure and its paper are one row.
FROZEN = {**SIGNED, "language": word("ru"), "norm": word("статья 193"), "reasons": word("Основания есть")}
