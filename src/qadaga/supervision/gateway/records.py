"""Kinds of special records, dated data of `records.yaml` (L.3.8): which may be asked on which day."""

from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from qadaga.law.records import Text

_FILE = Path(__file__).with_name("records.yaml")


@dataclass(frozen=True, slots=True)
class RecordKind:
    """A kind of special records: what it is called, its first and last day (None: no last day is known)."""

    id: str
    title: Text
    valid_from: date
    valid_until: date | None

    def holds(self, on: date) -> bool:
        """Whether it may be asked on the day."""
        return self.valid_from <= on and (self.valid_until is None or on <= self.valid_until)


@cache
def kinds() -> dict[str, RecordKind]:
    """Every kind by id, in the order of the file. Raises ValueError where a kind ends before it begins."""
    found = [
        RecordKind(row["id"], Text(**row["title"]), row["valid_from"], row.get("valid_until"))
        for row in _read()["kinds"]
    ]
    for kind in found:
        if kind.valid_until is not None and kind.valid_until < kind.valid_from:
            raise ValueError(f"records.yaml: {kind.id} ends before it begins")
    return {kind.id: kind for kind in found}


@cache
def unverified() -> bool:
    """Whether the list is known from no source of ours: shown so wherever it is chosen from."""
    return bool(_read()["status"] == "unverified")


def on_day(on: date) -> list[RecordKind]:
    """The kinds that may be asked on the day."""
    return [kind for kind in kinds().values() if kind.holds(on)]


@cache
def _read() -> dict[str, Any]:
    raw: dict[str, Any] = yaml.safe_load(_FILE.read_text(encoding="utf-8"))
    return raw
