"""Which golden rows and which tests carry each clause: `write` the file of them, or `check` it is not stale.

A test names its clauses by `@pytest.mark.clause("O.15", …)` (or `pytestmark` for a whole module). A row of a
golden table carries the clauses it writes; an allowed row carries the clauses its power rests on.
"""

import ast
import csv
import json
import sys
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "src"))

from qadaga.law import catalogue  # noqa: E402 - the tool runs from a checkout, without an installed package
from qadaga.law.coverage import clauses_of  # noqa: E402
from qadaga.law.proofs import FILE  # noqa: E402

TESTS = ROOT / "tests"
GOLDEN = TESTS / "law" / "golden"


class UnknownClause(Exception):
    """A test or a golden row names a clause that no edition has."""


def proofs() -> dict[str, dict[str, Any]]:
    """Clause → golden rows, browser tests and other tests, as the tests stand now. Raises UnknownClause."""
    golden: defaultdict[str, int] = defaultdict(int)
    for clause in _golden():
        golden[clause] += 1
    named: dict[bool, defaultdict[str, set[str]]] = {True: defaultdict(set), False: defaultdict(set)}
    for path, test, clause in _marked():
        named[path.is_relative_to(TESTS / "browser")][clause].add(f"{path.relative_to(ROOT)}::{test}")
    known = catalogue.load().provisions
    found = {
        clause: {
            "golden": golden[clause],
            "browser": sorted(named[True][clause]),
            "tests": sorted(named[False][clause]),
        }
        for clause in sorted({*golden, *named[True], *named[False]})
    }
    if unknown := set(found) - set(known):
        raise UnknownClause(", ".join(sorted(unknown)))
    return found


def _golden() -> Iterator[str]:
    powers = catalogue.load().powers
    for path in sorted(GOLDEN.glob("*.csv")):
        with path.open(encoding="utf-8", newline="") as lines:
            for row in csv.DictReader(lines):
                written = {part for part in row.get("clauses", row.get("clause", "")).split(";") if part}
                allowed = powers.get(row.get("power", "")) if row.get("allowed") == "yes" else None
                yield from written | (clauses_of(allowed) if allowed else set())


def _marked() -> Iterator[tuple[Path, str, str]]:
    for path in sorted(TESTS.rglob("test_*.py")):
        module = ast.parse(path.read_text(encoding="utf-8"))
        whole = [c for node in module.body if _is_pytestmark(node) for c in _clauses(node)]
        for node in ast.walk(module):
            if isinstance(node, ast.FunctionDef) and node.name.startswith("test_"):
                own = [c for decorator in node.decorator_list for c in _clauses(decorator)]
                yield from ((path, node.name, clause) for clause in [*whole, *own])


def _is_pytestmark(node: ast.stmt) -> bool:
    return isinstance(node, ast.Assign) and any(
        isinstance(target, ast.Name) and target.id == "pytestmark" for target in node.targets
    )


def _clauses(node: ast.AST) -> Iterator[str]:
    """The texts inside every `….clause(…)` call of the node."""
    for call in ast.walk(node):
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Attribute) and call.func.attr == "clause":
            yield from (
                part.value
                for argument in call.args
                for part in ast.walk(argument)
                if isinstance(part, ast.Constant) and isinstance(part.value, str)
            )


def text() -> str:
    """The data file as it should stand."""
    rows = (f'"{clause}": {json.dumps(one)}' for clause, one in proofs().items())
    return "{\n" + ",\n".join(rows) + "\n}\n"


def main(command: str) -> int:
    """Returns 0 when done or current, 1 when stale, 2 for anything else asked."""
    if command == "write":
        FILE.write_text(text(), encoding="utf-8")
        return 0
    if command == "check":
        return int(FILE.read_text(encoding="utf-8") != text())
    print("proofs.py write|check", file=sys.stderr)
    return 2


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1] if len(sys.argv) > 1 else ""))
