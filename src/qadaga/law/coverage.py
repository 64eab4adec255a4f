"""What of the law is made to work: for each clause, what rules on it and what carries it out.

Upper modules register what they do with `implements`; `config` loads them all; `law` imports nobody.
"""

from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, TypeVar

from qadaga.law import catalogue
from qadaga.law.loading import SECTIONS, Catalogue
from qadaga.law.proofs import NOTHING, Proof, proofs
from qadaga.law.records import Power, Provision, Record

T = TypeVar("T")
NORMATIVE = ("O", "L")
_NAMES = ("sources", "editions", "provisions", "subjects", "statuses", "particulars", "parties", "spheres")
_carriers: defaultdict[str, set[str]] = defaultdict(set)


class UnknownClause(KeyError):
    """No edition of any source has this clause: a mistake of the program."""


@dataclass(frozen=True, slots=True)
class Row:
    """One clause: `ruled` names the records that rest on it, `worked` the code that carries it out; `proof`
    has the golden rows and the tests that hold both.
    """

    clause: str
    title: str
    ruled: tuple[str, ...]
    worked: tuple[str, ...]
    proof: Proof = NOTHING

    @property
    def complete(self) -> bool:
        """Whether code carries it and a browser test walks it."""
        return bool(self.worked and self.proof.browser)

    def as_json(self) -> dict[str, Any]:
        """The row as plain JSON values."""
        return {
            "clause": self.clause,
            "title": self.title,
            "ruled": list(self.ruled),
            "worked": list(self.worked),
            "golden_rows": self.proof.golden,
            "browser_tests": list(self.proof.browser),
            "other_tests": list(self.proof.tests),
        }


def implements(*clauses: str, code: str = "") -> Callable[[T], T]:
    """Registers that a function or class carries these clauses out, under its name or `code`.

    Use as a decorator, or call the result with anything. Raises UnknownClause at once for a wrong id.
    """
    for clause in clauses:
        if clause not in _clauses():
            raise UnknownClause(clause)
    if code:
        _register(clauses, code)

    def register(carrier: T) -> T:
        if not code:
            _register(
                clauses, f"{getattr(carrier, '__module__', '')}.{getattr(carrier, '__qualname__', carrier)}"
            )
        return carrier

    return register


def _register(clauses: tuple[str, ...], code: str) -> None:
    for clause in clauses:
        _carriers[clause].add(code)


def rows(language: str = "en") -> list[Row]:
    """One row for each clause of the normative sources, in statute order."""
    ruled, proven = _ruled(catalogue.load()), proofs()
    return [
        Row(
            p.id,
            p.title.get(language),
            tuple(sorted(ruled[p.id])),
            carriers(p.id),
            proven.get(p.id, NOTHING),
        )
        for source in NORMATIVE
        for p in _clauses().values()
        if p.source == source
    ]


def carriers(clause: str) -> tuple[str, ...]:
    """The code that carries a clause out, by name."""
    return tuple(sorted(_carriers.get(clause, ())))


def _clauses() -> dict[str, Provision]:
    found: dict[str, Provision] = {}
    for state in catalogue.law().states:
        found |= state.provisions
    return found


def _ruled(state: Catalogue) -> defaultdict[str, set[str]]:
    found: defaultdict[str, set[str]] = defaultdict(set)
    for section, record in _resting(state):
        for clause in clauses_of(record):
            found[clause].add(f"{section}:{record.id}")
    return found


def _resting(state: Catalogue) -> Iterator[tuple[str, Record]]:
    """Records that decide something: not the sources and clauses themselves, nor mere names of ours."""
    for section in (name for name in SECTIONS if name not in _NAMES):
        yield from ((section, record) for record in getattr(state, section).values())


def clauses_of(record: Record) -> set[str]:
    """Every clause a record rests on: its own, and those of its conditions."""
    clauses = {citation.clause for citation in record.citations}
    if isinstance(record, Power):
        clauses |= {condition.cite for condition in record.conditions}
    return clauses
