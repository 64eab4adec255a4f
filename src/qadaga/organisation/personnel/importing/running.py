"""A table of people brought in: every row by the services, all rows in one transaction, or none.

One faulty row and nothing is written; a run that is killed leaves nothing; run again it adds nothing, because
every row is known by what it says. A dry run does all of it and takes it back, so what it says is exact.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from functools import partial
from pathlib import Path
from typing import Protocol

from django.db import transaction
from django.utils.translation import get_language, gettext

from qadaga import authority
from qadaga.authority import NotPermitted
from qadaga.authority.actor import Actor
from qadaga.common.errors import InvalidInput, QadagaError
from qadaga.documents.importing.columns import Columns
from qadaga.documents.importing.faults import Fault, Progress, fault_of
from qadaga.documents.importing.reading import Line, lines
from qadaga.journal import services as journal
from qadaga.law import wording
from qadaga.organisation.personnel.importing import service, staff

_PIECE = 25


class Adding(Protocol):
    """Brings one row in: True where it added something, False where it was there."""

    def __call__(self, cells: dict[str, str], *, by: Actor, on: date) -> bool: ...


KINDS: dict[str, tuple[Columns, Adding]] = {
    "staff": (staff.COLUMNS, staff.add),
    "service": (service.COLUMNS, service.add),
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
    columns, add = KINDS[what]
    found = Brought()
    try:
        with transaction.atomic(), journal.gathered():
            for line in lines(path, columns):
                _take(line, columns, found, partial(add, by=by, on=on))
                if found.rows % _PIECE == 0:
                    progress(found.rows)
            if found.faults or dry_run:
                raise _TakenBack
    except _TakenBack:
        pass
    progress(found.rows)
    return found


def _take(line: Line, columns: Columns, found: Brought, add: Callable[[dict[str, str]], bool]) -> None:
    found.rows += 1
    try:
        # A savepoint a row: a row that fails must not take the transaction with it before all are looked at.
        with transaction.atomic():
            added = add(dict.fromkeys(columns.names, "") | line.cells)
    except InvalidInput as error:
        found.faults += [fault_of(line.number, fault, columns) for fault in error.fields]
    except QadagaError as error:
        found.faults.append(Fault(line.number, "", _said(error)))
    else:
        found.added += added
        found.known += not added


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
