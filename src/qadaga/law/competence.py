"""The one question: may this person use this power on this subject on this day, and by which clause?"""

from collections.abc import Mapping
from datetime import date
from functools import cache, cached_property
from typing import Any, NamedTuple

from qadaga.law import catalogue
from qadaga.law.checks import Verdicts, about_verdicts, compile_check, forbidden_mark, officer_verdicts
from qadaga.law.guards import Check
from qadaga.law.loading import Catalogue, Law
from qadaga.law.messages import BY_KIND
from qadaga.law.model import Citation, Facts, Missing, Ruling, facts_json, facts_of
from qadaga.law.records import Condition, Power

# A refusal is built by the tuple's own constructor: the named tuple's costs half a microsecond more.
_new = tuple.__new__


class UnknownPower(KeyError):
    """The catalogue has no such power in any edition: a mistake of the program, never of a person."""


class _Rule(NamedTuple):
    """A power under one state of the law, compiled.

    Nearly every power begins with what it is about and with the officer: `about` and `officer` hold those two
    verdicts, so that they cost a look-up and no call. `forbidden` holds the marks that block it always: most
    powers forbid several, and one set test tells that none of them is there.
    """

    about: Mapping[str, Missing | None]
    officer: Mapping[str, Missing] | None
    checks: tuple[Check, ...]
    blocking: frozenset[str]
    forbidden: Mapping[str, Missing]
    allowed: Ruling


class _State:
    """A state of the law (None: before the first); its rules are compiled when a ruling first asks."""

    def __init__(self, state: Catalogue | None) -> None:
        self._state = state
        self.start, self.edition = (state.start, state.edition) if state else (date.min, "")

    @cached_property
    def rules(self) -> Mapping[str, _Rule]:
        state = self._state
        return {power.id: _rule(power, state) for power in state.powers.values()} if state else {}


class Engine:
    """A law compiled for ruling. Immutable after construction, so threads share it."""

    def __init__(self, law: Law) -> None:
        self._law = law
        self._newest, *older = (_State(state) for state in (*reversed(law.states), None))
        self._older = tuple(older)
        self._known = frozenset(power for state in law.states for power in state.powers)

    def decide(self, facts: Facts, on: date) -> Ruling:
        """The ruling on these facts by the law of that day. Raises UnknownPower."""
        power = facts.power
        state = self._newest if self._newest.start <= on else self._at(on)
        rule = state.rules.get(power)
        if rule is None:
            return self._no_norm(power, state.edition, on)
        who, subject, ground = facts.who, facts.subject, facts.ground
        about = rule.about["none" if subject is None else subject.kind]
        missing = [] if about is None else [about]
        if rule.officer is not None and not who.officer:
            missing.append(rule.officer[who.post])
        for check in rule.checks:  # a comprehension would cost a function call a ruling
            lacking = check(who, subject, ground)
            if lacking is not None:
                missing.append(lacking)
        if subject is not None and not rule.blocking.isdisjoint(subject.marks):
            missing += [m for mark, m in rule.forbidden.items() if mark in subject.marks]
        if not missing:
            return rule.allowed
        return _new(Ruling, (False, power, state.edition, rule.allowed.citations, tuple(missing)))

    def rerun(self, kept: Mapping[str, Any]) -> Ruling:
        """Rules once more on what `stored` kept, by this law's editions of that day."""
        return self.decide(facts_of(kept["facts"]), date.fromisoformat(kept["on"]))

    def day_under(self, edition: str, on: date) -> date | None:
        """A day whose law is that edition: `on` itself where it is, else the last such state's first day.

        Where a source joined the law late no state bears the old name, though each part of it stands: then
        `on`. None where the catalogue no longer has one of the editions.
        """
        known = self._law.latest.editions
        if not edition or any(part not in known for part in edition.split("+")):
            return None
        starts = [state.start for state in self._law.states if state.edition == edition]
        if not starts or self._law.at(on).edition == edition:
            return on
        return starts[-1]

    def _at(self, on: date) -> _State:
        return next(state for state in self._older if state.start <= on)

    def _no_norm(self, power: str, edition: str, on: date) -> Ruling:
        if power not in self._known:
            raise UnknownPower(power)
        states = [s for s in self._law.states if power in s.powers]
        later = [s for s in states if s.start > on]
        citations = (later or states)[0].powers[power].citations
        data = {"on": on.isoformat(), "since": later[0].start.isoformat() if later else ""}
        code = "no_norm" if later else "not_in_force"
        return Ruling(False, power, edition, citations, (Missing(code, data, citations[0], BY_KIND[code]),))


class _Anything(dict[str, Missing | None]):
    """The verdicts of a condition that is not there."""

    def __missing__(self, _key: str) -> None:
        return None


_ANYTHING = _Anything()


def _rule(power: Power, state: Catalogue) -> _Rule:
    marks = [c for c in power.conditions if c.kind == "forbid" and not c.when]
    forbidden = {c.values[0]: forbidden_mark(c, state.cite(c.cite)) for c in marks}
    rest = [c for c in power.conditions if c not in marks]
    about = _leading(rest, "about", about_verdicts, state)
    officer = _leading(rest, "officer", officer_verdicts, state)
    checks = tuple(compile_check(c, state) for c in rest)
    allowed = Ruling(True, power.id, state.edition, _citations(power, state), ())
    return _Rule(about or _ANYTHING, officer, checks, frozenset(forbidden), forbidden, allowed)


def _leading(rest: list[Condition], kind: str, verdicts: Verdicts, state: Catalogue) -> Any:
    """The verdicts of the first condition, taken off, where it is of that kind and always asked."""
    if not rest or rest[0].kind != kind or rest[0].when:
        return None
    first = rest.pop(0)
    return verdicts(first, state.cite(first.cite), state)


def _citations(power: Power, state: Catalogue) -> tuple[Citation, ...]:
    """The power's own clauses, then those of its conditions, each once."""
    clauses = [*(c.clause for c in power.citations), *(c.cite for c in power.conditions)]
    return tuple(state.cite(clause) for clause in dict.fromkeys(clauses))


@cache
def engine() -> Engine:
    """The engine of the shipped catalogue, compiled once a process. Raises CatalogueError."""
    return Engine(catalogue.law())


def decide(facts: Facts, on: date) -> Ruling:
    """The ruling on these facts by the law of that day (O.9, L.2.1). Raises UnknownPower."""
    return engine().decide(facts, on)


def stored(facts: Facts, on: date, ruling: Ruling) -> dict[str, Any]:
    """What an act keeps of its ruling, as JSON values: the facts, the day and the ruling, for `rerun`."""
    return {"on": on.isoformat(), "facts": facts_json(facts), "ruling": ruling.as_json()}


def rerun(kept: Mapping[str, Any]) -> Ruling:
    """Rules once more on the facts and day that `stored` kept, by the editions of that day."""
    return engine().rerun(kept)


def same(kept: Mapping[str, Any]) -> bool:
    """Whether the law still answers as it did when `stored` kept the ruling."""
    return rerun(kept) == Ruling.from_json(kept["ruling"])
