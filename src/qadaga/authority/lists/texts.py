"""A row's values as finished text in a language: the same words on the page and in the exported file."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.utils.translation import gettext

from qadaga.authority.lists import periods
from qadaga.authority.lists.register import Column

Row = Mapping[str, Any]


def text(column: Column, row: Row, language: str) -> str:
    """What a person reads in that column; "" for nothing. The active translation must be `language`."""
    found = _READERS[column.shape](column, row, language)
    return found or (gettext(column.empty) if column.empty else "")


def _text(column: Column, row: Row, language: str) -> str:
    return str(row[column.name] or "")


def _date(column: Column, row: Row, language: str) -> str:
    day: date | None = row[column.name]
    return f"{day:%d.%m.%Y}" if day else ""


def _choice(column: Column, row: Row, language: str) -> str:
    value = row[column.name]
    options = column.options(language) if callable(column.options) else column.options
    return str(options.get(value, value) or "")


def _localised(column: Column, row: Row, language: str) -> str:
    return str(row.get(f"{column.name}_{language}") or row[f"{column.name}_ru"] or "")


def _person(column: Column, row: Row, language: str) -> str:
    last = row[f"{column.name}_last"]
    if not last:
        return ""
    initials = "".join(
        f"{given[0]}." for part in ("first", "middle") if (given := row[f"{column.name}_{part}"])
    )
    return f"{last} {initials}".rstrip()


def _period(column: Column, row: Row, language: str) -> str:
    return periods.called(row[f"{column.name}_kind"], row[f"{column.name}_start"])


_READERS = {
    "text": _text,
    "date": _date,
    "choice": _choice,
    "localised": _localised,
    "person": _person,
    "period": _period,
}
