"""Faults of a table by row and column, and the error file that lists them."""

import csv
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from django.utils.translation import gettext

from qadaga.common.errors import FieldError
from qadaga.documents.importing.columns import Columns

Progress = Callable[[int], None]
"""Called with the number of rows done so far."""


@dataclass(frozen=True, slots=True)
class Fault:
    """One cell that cannot be taken."""

    line: int
    column: str
    reason: str


def fault_of(line: int, fault: FieldError, columns: Columns) -> Fault:
    """The fault of a field in that row, in the active language, under the heading people know."""
    message = gettext(fault.message)
    reason = message % fault.data if fault.data else message
    return Fault(line, columns.example(fault.field), reason)


def write_faults(faults: Iterable[Fault], path: Path) -> None:
    """The error file: row, column and reason, as a CSV that spreadsheets open in the right encoding."""
    with path.open("w", encoding="utf-8-sig", newline="") as stream:
        writer = csv.writer(stream, delimiter=";")
        writer.writerow([gettext("Row"), gettext("Column"), gettext("Reason")])
        for fault in faults:
            writer.writerow([fault.line, fault.column, _inert(fault.reason)])


def _inert(text: str) -> str:
    """The text as no spreadsheet takes it for a formula, whatever of the file it repeats."""
    return f"'{text}" if text.startswith(("=", "+", "-", "@", "\t")) else text
