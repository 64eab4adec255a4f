"""The check list of each kind of place and how often it is visited, read from `lists.yaml`: data, not law."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from qadaga.law import catalogue
from qadaga.supervision.custody.choices import PlaceKind

_FILE = Path(__file__).with_name("lists.yaml")
LANGUAGES = ("ru", "kk", "en")
GROUPS = ("rights", "conditions", "duties")


@dataclass(frozen=True, slots=True)
class Item:
    """A point of a check list: rights, conditions, or the held persons' own duties.

    `clauses` of the two sources ask for it; without one it is unverified, recalled from the act `norm`.
    """

    id: str
    group: str
    text: Mapping[str, str]
    clauses: tuple[str, ...]
    norm: Mapping[str, str] | None

    @property
    def status(self) -> str:
        """How sure it is that the law asks for it: nothing to say, or "unverified"."""
        return "" if self.clauses else "unverified"


@dataclass(frozen=True, slots=True)
class CheckList:
    """One edition of the list of some kinds of places, in use from a day on."""

    version: str
    kinds: tuple[str, ...]
    since: date
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Lists:
    """Every edition, the newest first, and after how many days each kind of place is due again.

    `points` are all that any edition ever asked.
    """

    editions: tuple[CheckList, ...]
    points: Mapping[str, Item]
    every_days: Mapping[str, int]
    status: str

    def of_kind(self, kind: str) -> tuple[CheckList, ...]:
        """The editions of the kind of place, the newest first."""
        return tuple(one for one in self.editions if kind in one.kinds)

    def on(self, kind: str, day: date) -> CheckList:
        """The edition of the kind in force on the day; the oldest before there was any."""
        editions = self.of_kind(kind)
        return next((one for one in editions if one.since <= day), editions[-1])

    def edition(self, version: str) -> CheckList:
        """The edition of that name. Raises KeyError."""
        return {one.version: one for one in self.editions}[version]

    def items(self, version: str | None) -> tuple[Item, ...]:
        """The points of the edition a visit was begun with; none before it was. Raises KeyError."""
        return () if version is None else self.edition(version).items

    def due(self, kind: str, last: date) -> date:
        """The day by which a place of the kind is visited next."""
        return last + timedelta(days=self.every_days[kind])


@cache
def lists() -> Lists:
    """The file, checked. Raises ValueError where it is wrong."""
    raw = yaml.safe_load(_FILE.read_text(encoding="utf-8"))
    points = {name: _point(name, row, raw["norms"]) for name, row in raw["points"].items()}
    editions = [_edition(row, points) for row in raw["editions"]]
    made = Lists(
        tuple(sorted(editions, key=lambda one: one.since, reverse=True)),
        points,
        raw["every_days"],
        raw["status"],
    )
    _check(made)
    return made


def _point(name: str, row: Mapping[str, Any], norms: Mapping[str, Mapping[str, str]]) -> Item:
    text = {language: row[language] for language in LANGUAGES}
    clauses, norm = tuple(row.get("clauses", ())), row.get("norm")
    if row["group"] not in GROUPS or bool(clauses) == bool(norm) or not set(clauses) <= _clauses():
        raise ValueError(f"lists.yaml: {name} needs a group of {GROUPS} and either clauses or a norm")
    return Item(name, row["group"], text, clauses, norms[norm] if norm else None)


def _clauses() -> set[str]:
    return set(catalogue.load().provisions)


def _edition(row: Mapping[str, Any], points: Mapping[str, Item]) -> CheckList:
    items = tuple(points[name] for name in row["points"])
    if len({item.id for item in items}) != len(items) or {item.group for item in items} != set(GROUPS):
        raise ValueError(f"lists.yaml: {row['version']} names a point twice, or none of one of {GROUPS}")
    return CheckList(row["version"], tuple(row["kinds"]), row["since"], items)


def _check(made: Lists) -> None:
    """Every kind has its lists and its days; no name and no day stands for two lists."""
    if set(made.every_days) != set(PlaceKind.values):
        raise ValueError(f"lists.yaml: every_days needs {sorted(PlaceKind.values)}")
    _once("version", [one.version for one in made.editions])
    for kind in PlaceKind.values:
        days = [one.since for one in made.of_kind(kind)]
        if not days:
            raise ValueError(f"lists.yaml: {kind} has no list")
        _once(f"day of {kind}", days)


def _once(what: str, values: Iterable[object]) -> None:
    values = list(values)
    if len(set(values)) != len(values):
        raise ValueError(f"lists.yaml: a {what} is named twice")
