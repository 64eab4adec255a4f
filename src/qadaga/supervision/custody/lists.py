"""The check lists and how often each kind of place is visited, read from `lists.yaml`: data, not law."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from qadaga.supervision.custody.choices import PlaceKind

_FILE = Path(__file__).with_name("lists.yaml")
LANGUAGES = ("ru", "kk", "en")
GROUPS = ("rights", "conditions", "duties")


@dataclass(frozen=True, slots=True)
class Item:
    """A point of a check list: rights, conditions, or the held persons' own duties."""

    id: str
    group: str
    text: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class CheckList:
    """One edition of the list, in use from a day on."""

    version: str
    since: date
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Lists:
    """Every edition, the newest first, and after how many days each kind of place is due again."""

    editions: tuple[CheckList, ...]
    every_days: Mapping[str, int]
    status: str

    def on(self, day: date) -> CheckList:
        """The edition of the day; the oldest before there was any."""
        return next((one for one in self.editions if one.since <= day), self.editions[-1])

    def items(self, version: str | None) -> tuple[Item, ...]:
        """The points of the edition a visit was begun with; none before it was. Raises KeyError."""
        known = {one.version: one.items for one in self.editions}
        return () if version is None else known[version]

    def due(self, kind: str, last: date) -> date:
        """The day by which a place of the kind is visited next."""
        return last + timedelta(days=self.every_days[kind])


@cache
def lists() -> Lists:
    """The file, checked. Raises ValueError where it is wrong."""
    raw = yaml.safe_load(_FILE.read_text(encoding="utf-8"))
    if set(raw["every_days"]) != set(PlaceKind.values):
        raise ValueError(f"lists.yaml: every_days needs {sorted(PlaceKind.values)}")
    editions = sorted((_edition(row) for row in raw["editions"]), key=lambda one: one.since, reverse=True)
    return Lists(tuple(editions), raw["every_days"], raw["status"])


def _edition(row: Mapping[str, Any]) -> CheckList:
    items = tuple(Item(one["id"], one["group"], one["text"]) for one in row["items"])
    for item in items:
        if item.group not in GROUPS or set(item.text) != set(LANGUAGES):
            raise ValueError(f"lists.yaml: {item.id} needs a group of {GROUPS} and a text in {LANGUAGES}")
    if len({item.id for item in items}) != len(items):
        raise ValueError(f"lists.yaml: {row['version']} names a point twice")
    return CheckList(row["version"], row["since"], items)
