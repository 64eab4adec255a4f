"""First half of an import: every row is checked, and only a file without a fault is laid ready, whole."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from django.db import transaction

from qadaga import authority
from qadaga.appeals.importing import columns
from qadaga.appeals.importing.rows import SourceAppeal, source_appeal
from qadaga.appeals.kinds import ImportState
from qadaga.appeals.models import ImportRow, ImportRun
from qadaga.appeals.subject import new_subject
from qadaga.authority.actor import Actor
from qadaga.common.errors import InvalidInput
from qadaga.common.i18n import N_
from qadaga.documents.importing.faults import Fault, Progress, fault_of, write_faults
from qadaga.documents.importing.reading import Line, lines

__all__ = ["POWER", "Checked", "Fault", "Progress", "check", "stage", "write_faults"]

POWER = "appeal.import"
_PIECE = 1_000


@dataclass(slots=True)
class Checked:
    """What checking a file found: `run` is set when the rows were laid ready."""

    rows: int = 0
    faults: list[Fault] = field(default_factory=list)
    run: ImportRun | None = None


def check(path: Path, *, by: Actor, on: date, progress: Progress = lambda _: None) -> Checked:
    """Check every row and write nothing (a dry run). Raises InvalidInput on `file`, NotPermitted."""
    authority.require(by, POWER, new_subject(by, on), on=on)
    found = Checked()
    for _row in _checked_rows(path, found, on, progress):
        pass
    return found


def stage(path: Path, *, by: Actor, on: date, progress: Progress = lambda _: None, name: str = "") -> Checked:
    """Check every row and, if none has a fault, lay all of them ready in one transaction.

    The same file of the same office is one run: laid ready or even imported before, that run comes back.
    `name` is what the file was called where its path does not say.
    """
    authority.require(by, POWER, new_subject(by, on), on=on)
    digest = _sha256(path)
    known = ImportRun.objects.filter(office_id=by.office_id, sha256=digest).first()
    if known is not None:
        return Checked(rows=known.rows, run=known)
    found = Checked()
    with transaction.atomic():
        run = ImportRun.objects.create(
            office_id=by.office_id,
            sha256=digest,
            file_name=(name or path.name)[:200],
            state=ImportState.STAGED,
            started_by_id=by.appointment_id,
            started_on=on,
        )
        _lay(run, _checked_rows(path, found, on, progress))
        if found.faults:
            transaction.set_rollback(True)
            return found
        run.rows = found.rows
        run.save(update_fields=["rows"])
    found.run = run
    return found


def _checked_rows(path: Path, found: Checked, on: date, progress: Progress) -> Iterator[SourceAppeal]:
    seen: dict[tuple[int, str], int] = {}
    for line in lines(path, columns.TABLE):
        found.rows += 1
        try:
            row = source_appeal(line, on=on)
            _refuse_twice(row, line, seen)
        except InvalidInput as error:
            found.faults.extend(fault_of(line.number, one, columns.TABLE) for one in error.fields)
        else:
            yield row
        if found.rows % _PIECE == 0:
            progress(found.rows)
    progress(found.rows)


def _refuse_twice(row: SourceAppeal, line: Line, seen: dict[tuple[int, str], int]) -> None:
    before = seen.setdefault(row.key, line.number)
    if before != line.number:
        raise InvalidInput.of(
            "number", "twice", N_("This number of the year stands in row %(row)s already."), row=before
        )


def _lay(run: ImportRun, rows: Iterator[SourceAppeal]) -> None:
    piece: list[ImportRow] = []
    for row in rows:
        piece.append(ImportRow(run=run, line=row.line, data=row.as_json()))
        if len(piece) == _PIECE:
            ImportRow.objects.bulk_create(piece)
            piece = []
    ImportRow.objects.bulk_create(piece)


def _sha256(path: Path) -> str:
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()
