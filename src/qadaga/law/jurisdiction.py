"""Which office is competent beside which, who holds a matter, who may move it, and what was passed down.

Pure answers on frozen values; the layers above turn them into the marks that powers ask about
(`held_elsewhere`, `target_not_below`, `delegated`, `power_not_held`).
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from qadaga.law.coverage import implements
from qadaga.law.model import Subject, Who
from qadaga.law.records import Power
from qadaga.law.territory import within

# The case that a condition is limited to where it does not ask of whoever the power was passed to.
GIVEN_WAY = ("mark_not", "delegated")


@dataclass(frozen=True, slots=True)
class Place:
    """An office as competence sees it; the fields are those of `Who`."""

    office: str
    level: int
    path: tuple[str, ...]
    spheres: frozenset[str] = frozenset()
    territory: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Delegation:
    """A power passed from an office to one below it, from `starts` (inclusive) to `ends` (exclusive)."""

    power: str
    given_by: str
    given_to: str
    starts: date
    ends: date


@implements("L.1.9", "L.2.3")
def competent(places: Iterable[Place], subject: Subject) -> list[Place]:
    """The offices of the lowest level that may take the subject, by territory and, if specialised, sphere.

    In a specialised sphere that is the territorial office and the specialised one beside it; elsewhere the
    territorial one alone.
    """
    able = [place for place in places if _covers(place, subject)]
    lowest = max((place.level for place in able), default=0)
    return [place for place in able if place.level == lowest]


def _covers(place: Place, subject: Subject) -> bool:
    in_sphere = not place.spheres or subject.sphere in place.spheres
    return in_sphere and (subject.territory is None or within(subject.territory, place.territory))


@implements("L.1.9")
def to_tell(places: Iterable[Place], subject: Subject, opened_by: str) -> list[str]:
    """The other competent offices, which the one that opened has to tell."""
    return [place.office for place in competent(places, subject) if place.office != opened_by]


def holder(openings: Sequence[tuple[datetime, str]]) -> str | None:
    """The office that opened first and so holds the matter (product rule Q.rule); None where none has."""
    return min(openings)[1] if openings else None


@implements("L.1.2")
def common_higher(one: tuple[str, ...], other: tuple[str, ...]) -> str | None:
    """The nearest office above both paths: the one that may move a matter between them (product rule)."""
    shared = [a for a, b in zip(one[:-1], other[:-1], strict=False) if a == b]
    return shared[-1] if shared else None


def may_move(mover: str, one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether that office stands above both."""
    return mover in one[:-1] and mover in other[:-1]


@implements("L.1.2", "O.9")
def delegated(delegations: Iterable[Delegation], power: str, who: Who, on: date) -> bool:
    """Whether an office above passed that power to the actor's office and the time given has not run out."""
    return any(
        one.power == power
        and one.given_to == who.office
        and one.given_by in who.path[:-1]
        and one.starts <= on < one.ends
        for one in delegations
    )


def passable(power: Power) -> bool:
    """Whether the law lets the power be passed down: some condition of it gives way where it was."""
    return any(GIVEN_WAY in condition.when for condition in power.conditions)


@implements("O.9")
def held_itself(power: Power, who: Who) -> bool:
    """Whether the office holds the power itself, by its level and kind, not by what was passed to it."""
    own = {"levels": str(who.level), "kinds": who.office_kind}
    asked = [c for c in power.conditions if c.kind in own and set(c.when) <= {GIVEN_WAY}]
    return all(own[condition.kind] in condition.values for condition in asked)
