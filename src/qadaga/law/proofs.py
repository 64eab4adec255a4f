"""What proves a clause: golden rows and browser tests, as `tools/proofs.py` last found them in the tests.

The tests are not installed with the product, so what they name is kept in a file beside this one.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

FILE = Path(__file__).with_name("proofs.json")


@dataclass(frozen=True, slots=True)
class Proof:
    """How many golden rows carry a clause, and which tests name it: `browser` walks pages, `tests` do not."""

    golden: int = 0
    browser: tuple[str, ...] = ()
    tests: tuple[str, ...] = ()


NOTHING = Proof()


@cache
def proofs() -> Mapping[str, Proof]:
    """The proof of each clause that has any, read once a process."""
    found = json.loads(FILE.read_text(encoding="utf-8"))
    return {
        clause: Proof(one["golden"], tuple(one["browser"]), tuple(one["tests"]))
        for clause, one in found.items()
    }
