"""The rulings at signing of the papers that a card holds, each run again: what `again` shows of an act."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from qadaga.web.components import AgainView
from qadaga.web.rulings import again_view, power_title

MOST = 10
"""A card holds few signed papers; of many the newest are run again."""


@dataclass(frozen=True, slots=True)
class SignedView:
    """A signed paper of a card: what was decided, its number, and its ruling run again."""

    title: str
    again: AgainView


def signed_views(rows: Iterable[Any], on: date) -> list[SignedView]:
    """The papers among the rows that are signed and keep their ruling, the newest first. Reads nothing."""
    kept = [row for row in rows if row is not None and row.ruling]
    newest = sorted(kept, key=lambda row: str(row.id), reverse=True)[:MOST]
    seen = [(row, again_view(row.ruling, on)) for row in newest]
    return [SignedView(_title(row), again) for row, again in seen if again is not None]


def _title(row: Any) -> str:
    # The stored ruling keeps the power among the facts that the law was asked about.
    power = power_title(str(row.ruling.get("facts", {}).get("power", "")))
    return f"{power}: {row.number_text}" if power else str(row.number_text)
