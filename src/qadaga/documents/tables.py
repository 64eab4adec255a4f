"""A workbook of plain tables. Every cell is written as text or a day: nothing typed can become a formula."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from io import BytesIO

Cell = str | date | None


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet: its name (at most 31 characters are kept), its headings, its rows."""

    name: str
    columns: Sequence[str]
    rows: Sequence[Sequence[Cell]]


def xlsx(sheets: Sequence[Sheet]) -> bytes:
    """The workbook as a file's bytes."""
    # Loaded here on purpose: a web worker that writes no workbook stays small.
    import xlsxwriter

    stream = BytesIO()
    with xlsxwriter.Workbook(stream, {"in_memory": True}) as book:
        bold = book.add_format({"bold": True, "text_wrap": True})
        day = book.add_format({"num_format": "dd.mm.yyyy"})
        for sheet in sheets:
            page = book.add_worksheet(_safe(sheet.name))
            page.freeze_panes(1, 0)
            for column, heading in enumerate(sheet.columns):
                page.set_column(column, column, 24)
                page.write_string(0, column, heading, bold)
            for number, row in enumerate(sheet.rows, start=1):
                for column, cell in enumerate(row):
                    if isinstance(cell, date):
                        page.write_datetime(number, column, cell, day)
                    elif cell:
                        page.write_string(number, column, cell)
    return stream.getvalue()


def _safe(name: str) -> str:
    return "".join(" " if sign in "[]:*?/\\" else sign for sign in name)[:31].strip("'") or "1"
