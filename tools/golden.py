"""Fills in the clauses of allowed rows of the golden table of competence: `write` them, or `check` them.

A lawyer writes who may do what and whether it is allowed; which clauses the ruling then rests on is read from
the ruling. A row that is there twice, as two branches that add rows leave it, is kept once.
"""

import csv
import io
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT / "src"), str(ROOT)]

from qadaga.law import competence  # noqa: E402 - the tool runs from a checkout, without an installed package
from tests.law.golden_tables import FOLDER, rows, table  # noqa: E402 - as above

FILE = FOLDER / "competence.csv"


def text() -> str:
    """The table as it should stand, its rows in their order."""
    kept: dict[tuple[str, ...], dict[str, str]] = {}
    for raw, row in zip(table(FILE.name), rows(), strict=True):
        if row.allowed:
            ruling = competence.decide(row.facts, row.on)
            raw["clauses"] = ";".join(dict.fromkeys(citation.clause for citation in ruling.citations))
        kept.setdefault(tuple(raw.values()), raw)
    out = io.StringIO()
    writer = csv.DictWriter(out, list(table(FILE.name)[0]), lineterminator="\n")
    writer.writeheader()
    writer.writerows(kept.values())
    return out.getvalue()


def main(command: str) -> int:
    """Returns 0 when done or current, 1 when stale, 2 for anything else asked."""
    if command == "write":
        FILE.write_text(text(), encoding="utf-8")
        return 0
    if command == "check":
        return int(FILE.read_text(encoding="utf-8") != text())
    print("golden.py write|check", file=sys.stderr)
    return 2


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1] if len(sys.argv) > 1 else ""))
