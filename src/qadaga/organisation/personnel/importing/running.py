"""A table of people brought in: every row by the services, all rows in one transaction, or none.

One faulty row and nothing is written; a run that is killed leaves nothing; run again it adds nothing, because
every row is known by what it says. A dry run does all of it and takes it back, so what it says is exact.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import partial
from itertools import groupby
from pathlib import Path
from typing import Protocol

from django.db import transaction
from django.utils.translation import get_language, gettext

from qadaga import authority
from qadaga.authority import NotPermitted
from qadaga.authority.actor import Actor
from qadaga.common.errors import FieldError, InvalidInput, QadagaError
from qadaga.documents.importing.columns import Columns
from qadaga.documents.importing.faults import Fault, Progress, fault_of
from qadaga.documents.importing.reading import Line, lines
from qadaga.journal import services as journal
from qadaga.law import wording
from qadaga.organisation.personnel.importing import service, staff, staffing

Cells = dict[str, str]
# The staffing service names the part of a line that is wrong by its code.
_OF_LINES = {"post": "post", "staff": "sort", "unit": "unit", "positions": "positions", "rate": "rate"}


class AddingOne(Protocol):
    """Brings one row in: True where it added something, False where it was there."""

    def __call__(self, cells: Cells, *, by: Actor, on: date) -> bool: ...


class Adding(Protocol):
    """Brings in what rows say together: True where it added something, False where it was there."""

    def __call__(self, rows: Sequence[Cells], *, by: Actor, on: date) -> bool: ...


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of file. `key`: neighbouring rows that have it in common are brought in together."""

    columns: Columns
    add: Adding
    key: Callable[[Cells], object] | None = None


def _single(add: AddingOne) -> Adding:
    def together(rows: Sequence[Cells], *, by: Actor, on: date) -> bool:
        (row,) = rows
        return add(row, by=by, on=on)

    return together


KINDS = {
    "staff": Kind(staff.COLUMNS, _single(staff.add)),
    "staffing": Kind(staffing.COLUMNS, staffing.add, staffing.key),
    "service": Kind(service.COLUMNS, _single(service.add)),
}


@dataclass(slots=True)
class Brought:
    """What came of a file: how many rows were looked at, added, known; what is wrong with it."""

    rows: int = 0
    added: int = 0
    known: int = 0
    faults: list[Fault] = field(default_factory=list)


class _TakenBack(Exception):
    """Undoes the transaction and drops the journal's entries gathered in it."""


def bring_in(
    path: Path,
    what: str,
    *,
    by: Actor,
    on: date,
    dry_run: bool = False,
    progress: Progress = lambda _: None,
) -> Brought:
    """Check and write the file's rows. Raises InvalidInput on `file`, NotPermitted."""
    authority.require(by, "people.import", None, on=on)
    kind, found = KINDS[what], Brought()
    try:
        with transaction.atomic(), journal.gathered():
            for batch in _batches(path, kind):
                _take(batch, kind.columns, found, partial(kind.add, by=by, on=on))
                progress(found.rows)
            if found.faults or dry_run:
                raise _TakenBack
    except _TakenBack:
        pass
    return found


def _batches(path: Path, kind: Kind) -> Iterator[list[Line]]:
    every = (
        Line(line.number, dict.fromkeys(kind.columns.names, "") | line.cells)
        for line in lines(path, kind.columns)
    )
    key = kind.key
    for _common, batch in groupby(every, key=lambda line: key(line.cells) if key else line.number):
        yield list(batch)


def _take(
    batch: Sequence[Line], columns: Columns, found: Brought, add: Callable[[Sequence[Cells]], bool]
) -> None:
    found.rows += len(batch)
    number = batch[0].number
    try:
        # A savepoint a row: a row that fails must not take the transaction with it before all are looked at.
        with transaction.atomic():
            added = add([line.cells for line in batch])
    except InvalidInput as error:
        found.faults += [_fault(batch, fault, columns) for fault in error.fields]
    except QadagaError as error:
        found.faults.append(Fault(number, "", _said(error)))
    else:
        found.added += len(batch) * added
        found.known += len(batch) * (not added)


def _fault(batch: Sequence[Line], fault: FieldError, columns: Columns) -> Fault:
    """A service that takes several rows says which of them it means by its number from 1."""
    line = batch[int(fault.data.get("line", 1)) - 1]
    return fault_of(line.number, replace(fault, field=_OF_LINES.get(fault.code, fault.field)), columns)


def _said(error: QadagaError) -> str:
    """Why the row is refused: of a ruling each thing that is missing, with its clause."""
    if isinstance(error, NotPermitted):
        missing = error.ruling.missing
        return "; ".join(
            f"{wording.sentence(gap, (get_language() or 'ru')[:2], gettext)} [{gap.citation.clause}]"
            for gap in missing
        )
    message = gettext(error.message)
    return message % error.data if error.data else message
