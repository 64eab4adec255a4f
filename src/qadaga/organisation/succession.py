"""One dated row after another: the earlier ends on the day the later begins."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from qadaga.offices.dated import Dated
from qadaga.organisation import office_checks as checks


def succeed(row: Any, rows: Any) -> None:
    """Save `row` in place of the one in force on its first day; `rows` are all of its kind of the office.

    Raises InvalidInput where a change from that day or later is entered, or the office did not exist then.
    """
    checks.no_later_change(rows, row.starts_on)
    checks.within_life(row.office, row.starts_on)
    close(rows.on(row.starts_on), row.starts_on)
    row.save(force_insert=True)


def close(rows: Iterable[Dated], ends_on: date) -> None:
    """End each of the rows on the day given, the first without it."""
    for row in rows:
        row.ends_on = ends_on
        row.save(update_fields=["ends_on"])
