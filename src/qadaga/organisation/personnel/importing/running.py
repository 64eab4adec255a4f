"""A table of people brought in: every row as by hand, all rows in one transaction, or none.

One faulty row and nothing is written; a run that is killed leaves nothing; run again it adds nothing, because
every row is known by what it says. A dry run does all of it and takes it back, so what it says is exact.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import partial
from itertools import groupby, islice
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
# So many rows are read, ruled on and written together.
AT_ONCE = 500
# The staffing service names the part of a line that is wrong by its code.
_OF_LINES = {"post": "post", "staff": "sort", "unit": "unit", "positions": "positions", "rate": "rate"}


class Adding(Protocol):
    """Brings rows in together; of each whether it added something: not where it was there."""

    def __call__(self, rows: Sequence[Cells], *, by: Actor, on: date) -> list[bool]: ...


class Holding(Protocol):
    """Holds to the end of the transaction what the rows of the whole file will change."""

    def __call__(self, rows: Iterable[Cells], *, by: Actor) -> None: ...


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of file. `key`: neighbours that have it in common are one whole; without, rows stand alone.
    `hold` is called once, before the first row.
    """

    columns: Columns
    add: Adding
    key: Callable[[Cells], object] | None = None
    hold: Holding | None = None


KINDS = {
    "staff": Kind(staff.COLUMNS, staff.add, hold=staff.hold),
    "staffing": Kind(staffing.COLUMNS, staffing.add, staffing.key),
    "service": Kind(service.COLUMNS, service.add),
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
    kind, found = KINDS[what], Brought()
    try:
        with transaction.atomic(), journal.staged():
            # Here, and not in a savepoint that a faulty row takes back: the standing is held to the end.
            authority.require(by, "people.import", None, on=on)
            if kind.hold is not None:
                kind.hold((line.cells for line in lines(path, kind.columns)), by=by)
            for batch in _batches(path, kind):
                _take(batch, kind, found, partial(kind.add, by=by, on=on))
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
    if kind.key is None:
        return _of_size(every)
    key = kind.key
    return (list(batch) for _common, batch in groupby(every, key=lambda line: key(line.cells)))


def _of_size(every: Iterator[Line]) -> Iterator[list[Line]]:
    while batch := list(islice(every, AT_ONCE)):
        yield batch


def _take(
    batch: Sequence[Line], kind: Kind, found: Brought, add: Callable[[Sequence[Cells]], list[bool]]
) -> None:
    """Rows are taken together; where one of them is at fault, by halves until it is found.

    Two rows that can only follow each other, as two posts of somebody new, are parted in the same way.
    """
    try:
        # What the rows before wrote stays; of these nothing does.
        with transaction.atomic():
            added = add([line.cells for line in batch])
    except QadagaError as error:
        if kind.key is not None or len(batch) == 1:
            found.rows += len(batch)
            found.faults += _faults(batch, error, kind.columns)
            return
        middle = len(batch) // 2
        _take(batch[:middle], kind, found, add)
        _take(batch[middle:], kind, found, add)
        return
    found.rows += len(batch)
    found.added += sum(added)
    found.known += len(added) - sum(added)


def _faults(batch: Sequence[Line], error: QadagaError, columns: Columns) -> list[Fault]:
    if isinstance(error, InvalidInput):
        return [_fault(batch, fault, columns) for fault in error.fields]
    return [Fault(batch[0].number, "", _said(error))]


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
