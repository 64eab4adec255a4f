"""The catalogue read backwards: which records rest on a clause, and which speak of another record."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from qadaga.law.checks import posts_of
from qadaga.law.loading import SECTIONS, Catalogue
from qadaga.law.records import ActKind, Duty, OfficeKind, Post, Power, Record, UnitKind
from qadaga.law.references import IN_CONDITIONS

# What records rest on; the pages of the questions are made of records, none rests on them.
NOT_RESTING = ("sources", "editions", "provisions", "questions")


class Place(NamedTuple):
    """A record of a state of the law and the section it stands in."""

    section: str
    record: Record


@dataclass(frozen=True, slots=True)
class Index:
    """`resting`: clause → the records that rest on it; `speaking`: (section, id) → those that name it."""

    state: Catalogue
    resting: Mapping[str, tuple[Place, ...]]
    speaking: Mapping[tuple[str, str], tuple[Place, ...]]


_built: dict[int, Index] = {}


def index(state: Catalogue) -> Index:
    """The index of a state of the law, made once for each."""
    found = _built.get(id(state))
    if found is None or found.state is not state:
        found = _built[id(state)] = _index(state)
    return found


def clauses_of(record: Record) -> tuple[str, ...]:
    """Every clause a record rests on, its own first, then those of its conditions, each once."""
    own = [citation.clause for citation in record.citations]
    more = [condition.cite for condition in record.conditions] if isinstance(record, Power) else []
    return tuple(dict.fromkeys([*own, *more]))


def statute_order(clause: str) -> tuple[tuple[int, int, str], ...]:
    """A key that puts clauses in the order of their text: O.8.2 before O.8.11, rights before duties."""
    return tuple(_part(part) for part in clause.split("."))


def _part(part: str) -> tuple[int, int, str]:
    digits = part.lstrip("dPQ")
    if digits.isdigit():
        return (1 if part[0].isdigit() else 2 if part[0] != "P" else 0), int(digits), part[0]
    return 3, 0, part


def _index(state: Catalogue) -> Index:
    resting: defaultdict[str, list[Place]] = defaultdict(list)
    speaking: defaultdict[tuple[str, str], list[Place]] = defaultdict(list)
    for section in (name for name in SECTIONS if name not in NOT_RESTING):
        for record in getattr(state, section).values():
            place = Place(section, record)
            for clause in clauses_of(record):
                resting[clause].append(place)
            for name in dict.fromkeys(_named(record, state)):
                speaking[name].append(place)
    return Index(state, _closed(resting), _closed(speaking))


def _closed(found: Mapping[str, list[Place]] | Mapping[tuple[str, str], list[Place]]) -> dict:  # type: ignore[type-arg]  # keys differ
    return {key: tuple(places) for key, places in found.items()}


def _named(record: Record, state: Catalogue) -> Iterator[tuple[str, str]]:
    if isinstance(record, Power):
        yield from _in_power(record, state)
    elif isinstance(record, ActKind) and record.term:
        yield "terms", record.term
    elif isinstance(record, Duty):
        yield from _in_duty(record, state)
    elif isinstance(record, OfficeKind):
        yield "posts", record.head
        yield from (("office_kinds", kind) for kind in record.parents)
        yield from [("spheres", record.sphere)] if record.sphere else []
    elif isinstance(record, UnitKind):
        yield from (("unit_kinds", kind) for kind in record.inside)
    elif isinstance(record, Post):
        yield from (("office_kinds", kind) for kind in record.kinds)
        others = (record.appointed_by, record.proposed_by, record.ex_officio)
        yield from (("posts", post) for post in others if post and post in state.posts)


def _in_power(power: Power, state: Catalogue) -> Iterator[tuple[str, str]]:
    if power.starts:
        yield "terms", power.starts
    yield from (("act_kinds" if name in state.act_kinds else "measures", name) for name in power.issues)
    yield from (("particulars", name) for name in power.records)
    yield from (("parties", name) for name in power.tells)
    for condition in power.conditions:
        section = IN_CONDITIONS.get(condition.kind)
        if section == "posts":
            yield from (("posts", post) for post in sorted(posts_of(condition, state.posts)))
        elif section:
            yield from ((section, value) for value in condition.values)


def _in_duty(duty: Duty, state: Catalogue) -> Iterator[tuple[str, str]]:
    if duty.term:
        yield "terms", duty.term
    yield from (("powers", name) for name in duty.fulfilled_by)
    yield from (("particulars", name) for name in duty.records)
    yield from (("parties", name) for name in duty.tells)
    yield from (("posts", name) for name in duty.falls_on if name in state.posts)
