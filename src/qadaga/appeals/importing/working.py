"""What the worker does for an import through pages: check the file, then write it when somebody said so."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import asdict
from pathlib import Path
from tempfile import TemporaryDirectory
from uuid import UUID

from django.utils import translation
from django.utils.translation import gettext

from qadaga.appeals.importing import staging
from qadaga.appeals.importing.committing import commit
from qadaga.appeals.kinds import ImportJobState, ImportState
from qadaga.appeals.models import ImportJob
from qadaga.authority.actor import Actor
from qadaga.authority.actors import actor_for
from qadaga.common import clock
from qadaga.common.errors import InvalidInput, QadagaError, filled
from qadaga.documents import services as documents
from qadaga.documents import storage
from qadaga.documents.models import StoredFile

MOST_FAULTS = 200


def check(job_id: UUID) -> None:
    """Check every row of the uploaded file and write nothing; done again, it begins from the first row."""
    job = ImportJob.objects.select_related("file").get(id=job_id)
    if job.state in (ImportJobState.WAITING, ImportJobState.CHECKING):
        _set(job, state=ImportJobState.CHECKING, rows=0)
        _on_behalf(job, _check)


def write(job_id: UUID) -> None:
    """Write a checked file that somebody said goes in; stopped anywhere, it goes on where it stood."""
    job = ImportJob.objects.select_related("file").get(id=job_id)
    if job.state == ImportJobState.WRITING:
        _on_behalf(job, _write)


def _check(job: ImportJob, actor: Actor) -> None:
    path, on = storage.path_of(job.file.sha256), clock.today()
    found = staging.check(path, by=actor, on=on, progress=lambda rows: _set(job, rows=rows))
    if found.faults:
        _faulty(job, found, actor)
    else:
        _set(job, state=ImportJobState.CHECKED, rows=found.rows)


def _write(job: ImportJob, actor: Actor) -> None:
    path, on = storage.path_of(job.file.sha256), clock.today()
    found = staging.stage(path, by=actor, on=on, name=job.file.name)
    if found.run is None:
        _faulty(job, found, actor)
    elif found.run.state == ImportState.DONE:
        _set(job, state=ImportJobState.DONE, run=found.run, written=job.rows, known=job.rows)
    else:
        run = commit(found.run.id, by=actor, on=on, progress=lambda rows: _set(job, written=rows))
        _set(job, state=ImportJobState.DONE, run=run, imported=run.imported, known=run.known)


def _on_behalf(job: ImportJob, work: Callable[[ImportJob, Actor], None]) -> None:
    """Do it for whoever asked, in their language; what cannot be is said, a fault of ours stops the job."""
    actor = actor_for(job.appointment_id, clock.today())
    if actor is None:  # dismissed since: nobody imports in the name of somebody who left
        _set(job, state=ImportJobState.FAILED)
        return
    with translation.override(job.language):
        try:
            work(job, actor)
        except InvalidInput as error:
            said = [_said(fault.message, fault.data) for fault in error.fields]
            _set(job, state=ImportJobState.REFUSED, faults=said)
        except QadagaError as error:
            _set(job, state=ImportJobState.FAILED, faults=[_said(error.message, error.data)])
        except BaseException:
            _set(job, state=ImportJobState.FAILED)
            raise


def _said(message: str, data: Mapping[str, object]) -> dict[str, object]:
    return {"line": 0, "column": "", "reason": filled(gettext(message), data)}


def _faulty(job: ImportJob, found: staging.Checked, actor: Actor) -> None:
    _set(
        job,
        state=ImportJobState.FAULTY,
        rows=found.rows,
        fault_count=len(found.faults),
        faults=[asdict(fault) for fault in found.faults[:MOST_FAULTS]],
        error_file=_file_of(found, job, actor),
    )


def _file_of(found: staging.Checked, job: ImportJob, actor: Actor) -> StoredFile:
    with TemporaryDirectory(prefix="qadaga-import-") as folder:
        path = Path(folder) / f"{job.file.name.rpartition('.')[0]}.errors.csv"
        staging.write_faults(found.faults, path)
        with path.open("rb") as stream:
            return documents.store(stream, path.name, by=actor)


def _set(job: ImportJob, **changes: object) -> None:
    for name, value in changes.items():
        setattr(job, name, value)
    job.save(update_fields=list(changes))
