"""A ruling walked through step by step: each condition, whether it applied, and whether it held.

The engine answers fast and says only what is missing; this answers the same question at length, for a reader.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from qadaga.law import catalogue
from qadaga.law.checks import compile_check
from qadaga.law.guards import holds
from qadaga.law.loading import Catalogue
from qadaga.law.model import Citation, Facts, Missing, Subject, Who
from qadaga.law.records import Condition, Power


@dataclass(frozen=True, slots=True)
class Checked:
    """One condition as it was asked.

    `applied` False: it is limited to cases that this is not. `missing` None: it held. `found` is what was
    there: ids of the catalogue, a relation, "yes" or "no"; empty for nothing.
    """

    condition: Condition
    citation: Citation
    applied: bool
    missing: Missing | None
    found: tuple[str, ...]

    @property
    def held(self) -> bool:
        """Whether nothing is missing by this condition."""
        return self.missing is None


def walk(facts: Facts, on: date) -> list[Checked]:
    """Every condition of the power on that day, in the catalogue's order; empty where no norm is in force."""
    state = catalogue.law().at(on)
    power = state.powers.get(facts.power)
    return [] if power is None else list(_walked(power, facts, state))


def _walked(power: Power, facts: Facts, state: Catalogue) -> Iterator[Checked]:
    who, subject, ground = facts.who, facts.subject, facts.ground
    for condition in power.conditions:
        citation = state.cite(condition.cite)
        applied = holds(condition.when, who, subject, ground)
        missing = compile_check(condition, state)(who, subject, ground)
        yield Checked(condition, citation, applied, missing, tuple(_found(condition, facts)))


def _found(condition: Condition, facts: Facts) -> Iterator[str]:
    found = _OF_WHO.get(condition.kind)
    if found is not None:
        yield from found(facts.who)
    elif condition.kind == "ground":
        yield from [facts.ground] if facts.ground else []
    elif facts.subject is not None:
        yield from _of_subject(condition, facts.who, facts.subject)


def _of_subject(condition: Condition, who: Who, subject: Subject) -> Iterator[str]:
    kind = condition.kind
    if kind == "forbid":
        yield "yes" if condition.values[0] in subject.marks else "no"
    elif kind == "relation":
        yield relation(who, subject)
    elif kind == "act_kinds":
        yield from (value for value in condition.values if value in subject.marks)
    else:
        value = getattr(subject, _FIELDS.get(kind, ""), None)
        yield from [value] if value else []


def relation(who: Who, subject: Subject) -> str:
    """How the office that acts stands to the one that holds the subject: own, higher, lower or other."""
    if subject.office == who.office:
        return "own"
    if who.office in subject.path:
        return "higher"
    return "lower" if subject.office in who.path else "other"


_FIELDS = {
    "about": "kind",
    "status": "status",
    "not_status": "status",
    "directions": "direction",
    "territory": "territory",
    "sphere": "sphere",
}
_OF_WHO: Mapping[str, Callable[[Who], tuple[str, ...]]] = {
    "posts": lambda who: (who.post, *(["@acting"] if who.acting else [])),
    "officer": lambda who: ("yes" if who.officer else "no",),
    "levels": lambda who: (str(who.level),),
    "kinds": lambda who: (who.office_kind,),
}
