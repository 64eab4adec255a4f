"""An old ruling made again: under the edition it was made under, and by the law of another day.

What `competence.stored` kept is input like any other: a value that is none is told, never raised.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

from qadaga.law.competence import Engine, UnknownPower, engine
from qadaga.law.model import Citation, Facts, Missing, Ruling, facts_of

State = Literal["same", "differs", "unknown_edition", "unreadable"]


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing that the kept ruling says otherwise than the law does, each side as text."""

    what: str
    kept: str
    again: str

    def as_json(self) -> dict[str, str]:
        """The difference as plain JSON values."""
        return {"what": self.what, "kept": self.kept, "again": self.again}


@dataclass(frozen=True, slots=True)
class Again:
    """What came of running a kept ruling again.

    `kept` is None where nothing could be read; `again` where nothing could be ruled: the catalogue no longer
    has the edition. `now` is the law of the day asked about, on the same facts.
    """

    state: State
    edition: str = ""
    kept: Ruling | None = None
    again: Ruling | None = None
    now: Ruling | None = None
    differences: tuple[Difference, ...] = ()


def again(kept: Mapping[str, Any], today: date, law: Engine | None = None) -> Again:
    """The kept ruling under its own edition, and what the law of `today` says on the same facts.

    An edition that began later, even one that was entered late and begins before the ruling's day, changes
    nothing in the first answer. Never raises on what was kept.
    """
    law = law or engine()
    try:
        facts, on = facts_of(kept["facts"]), date.fromisoformat(kept["on"])
        was = Ruling.from_json(kept["ruling"])
        day = law.day_under(was.edition, on)
        now = _decided(law, facts, today)
        if day is None:
            return Again("unknown_edition", was.edition, was, None, now)
        found = _decided(law, facts, day)
    except (KeyError, TypeError, ValueError, AttributeError):
        return Again("unreadable")
    told = _differences(was, found, facts)
    return Again("differs" if told else "same", was.edition, was, found, now, told)


def _decided(law: Engine, facts: Facts, on: date) -> Ruling | None:
    try:
        return law.decide(facts, on)
    except UnknownPower:
        return None


def _differences(was: Ruling, found: Ruling | None, facts: Facts) -> tuple[Difference, ...]:
    if found is None:
        return (Difference("power", was.power, ""),)
    sides = [
        ("power", was.power, facts.power),
        ("allowed", _word(was), _word(found)),
        ("edition", was.edition, found.edition),
        ("citations", _clauses(was.citations), _clauses(found.citations)),
        ("missing", _gaps(was.missing), _gaps(found.missing)),
    ]
    told = tuple(Difference(*side) for side in sides if side[1] != side[2])
    if told or was == found:
        return told
    return (Difference("wording", str(was.as_json()), str(found.as_json())),)


def _word(ruling: Ruling) -> str:
    return "allowed" if ruling.allowed else "refused"


def _clauses(citations: tuple[Citation, ...]) -> str:
    return ", ".join(f"{one.clause} ({one.edition})" for one in citations)


def _gaps(missing: tuple[Missing, ...]) -> str:
    return ", ".join(f"{one.code} [{one.citation.clause}]" for one in missing)
