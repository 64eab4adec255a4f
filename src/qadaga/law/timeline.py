"""The law over time: every rule on every day, and what nobody explains in it.

Between two editions of a source no day may be left without one, and no day may have two; a rule may stop only
where its edition ends or repeals it, and may rest only on clauses that have begun.
"""

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import pairwise
from typing import NamedTuple

from qadaga.law.loading import SECTIONS, Catalogue, Law
from qadaga.law.records import Edition, Power, Record

DAY = timedelta(days=1)
_TIMELESS = ("sources", "editions")


class Fault(NamedTuple):
    """A day, the rule or source it is about ("powers:act.sign", "O"), and what is not explained."""

    on: date
    what: str
    problem: str


def faults(law: Law, first: date, last: date) -> list[Fault]:
    """Everything unexplained from the first day to the last (both inclusive); a sound law has nothing."""
    found = list(_of_sources(law))
    before: Catalogue | None = None
    for on in _days(first, last):
        state = law.at(on)
        if not _covers(state, on, law):
            found.append(Fault(on, "law", "no state of the law covers this day"))
        if state is not before:
            found += _at_the_border(before, state, on)
        before = state
    return found


def _days(first: date, last: date) -> Iterator[date]:
    return (first + n * DAY for n in range((last - first).days + 1))


def _covers(state: Catalogue, on: date, law: Law) -> bool:
    """Whether that state, and no other, is the day's."""
    return [one for one in law.states if one.start <= on and (one.end is None or on < one.end)] == [state]


def _of_sources(law: Law) -> Iterator[Fault]:
    editions = law.latest.editions.values()
    for source in law.latest.sources:
        own = sorted((e for e in editions if e.source == source), key=lambda e: e.valid_from)
        for earlier, later in pairwise(own):
            yield from _between(source, earlier, later)


def _between(source: str, earlier: Edition, later: Edition) -> Iterator[Fault]:
    """An open earlier edition ends where the later one begins; a set end has to be that very day."""
    if earlier.valid_to is not None and earlier.valid_to < later.valid_from:
        yield Fault(earlier.valid_to, source, f"no edition until {later.id} begins")
    if earlier.valid_to is not None and earlier.valid_to > later.valid_from:
        yield Fault(later.valid_from, source, f"both {earlier.id} and {later.id} are in force")
    if earlier.valid_from == later.valid_from:
        yield Fault(later.valid_from, source, f"{earlier.id} and {later.id} begin on one day")


def _at_the_border(before: Catalogue | None, state: Catalogue, on: date) -> Iterator[Fault]:
    for section in (name for name in SECTIONS if name not in _TIMELESS):
        now = getattr(state, section)
        for record in now.values():
            yield from _resting(f"{section}:{record.id}", record, state, on)
        gone = getattr(before, section) if before else {}
        for name, record in gone.items():
            if name not in now and not _ended(record, state, on):
                yield Fault(on, f"{section}:{name}", "stops, and no edition ends or repeals it")


def _resting(what: str, record: Record, state: Catalogue, on: date) -> Iterator[Fault]:
    """A power's conditions rest on clauses that have begun; supporting and product ones may come later."""
    if not isinstance(record, Power):
        return
    for clause in (c.cite for c in record.conditions if c.status == "seed"):
        if clause not in state.provisions:
            yield Fault(on, what, f"rests on {clause}, which is not in force")


def _ended(record: Record, state: Catalogue, on: date) -> bool:
    own = state.editions[record.edition]
    line = [e for e in state.editions.values() if e.source == own.source]
    repealed = any(record.id in e.repeals and e.valid_from <= on for e in line)
    return repealed or all(e.valid_to is not None and e.valid_to <= on for e in line if e.valid_from <= on)
