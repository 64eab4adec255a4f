"""Imports through pages: a file is uploaded and checked by the worker, then somebody says that it goes in."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction

from qadaga import authority
from qadaga.appeals.importing.staging import POWER
from qadaga.appeals.importing.uploads import Utf8
from qadaga.appeals.kinds import ImportJobState, ImportState
from qadaga.appeals.models import ImportJob, ImportRun
from qadaga.appeals.subject import new_subject
from qadaga.authority.actor import Actor
from qadaga.common.errors import Conflict, InvalidInput, NotFound
from qadaga.common.i18n import N_
from qadaga.documents import services as documents
from qadaga.documents.models import StoredFile
from qadaga.documents.sniff import TXT, XLSX
from qadaga.journal import services as journal

MOST_SHOWN = 50
_UNDER_WAY = (ImportJobState.WAITING, ImportJobState.CHECKING, ImportJobState.WRITING)
_WRITABLE = (ImportJobState.CHECKED, ImportJobState.FAILED)


def upload(file: UploadedFile[Any], *, by: Actor, on: date) -> ImportJob:
    """Keep the file and ask for its check. Raises InvalidInput on `file`, NotPermitted.

    Conflict while another import of the office is under way: two could wait for each other's rows.
    """
    authority.require(by, POWER, new_subject(by, on), on=on)
    if ImportJob.objects.filter(office_id=by.office_id, state__in=_UNDER_WAY).exists():
        raise Conflict(
            "import_under_way", N_("Another import of this office is under way. Wait until it ends.")
        )
    stored = documents.store(Utf8(file), file.name or "register.csv", by=by, field="file")
    if stored.mime not in (XLSX.mime, TXT.mime):
        raise InvalidInput.of(
            "file", "not_a_table", N_("Choose an XLSX workbook or a CSV table; this is another kind of file.")
        )
    return ImportJob.objects.create(
        office_id=by.office_id,
        appointment_id=by.appointment_id,
        language=by.language,
        file=stored,
        asked_on=on,
    )


def of_office(*, by: Actor, on: date) -> list[Past]:
    """The office's newest imports, those of the command among them; at most fifty. Raises NotPermitted."""
    authority.require(by, POWER, new_subject(by, on), on=on)
    jobs = ImportJob.objects.filter(office_id=by.office_id).select_related("file", "appointment__person")
    runs = ImportRun.objects.filter(office_id=by.office_id, jobs=None).select_related("started_by__person")
    found: Iterable[Past] = [
        *(_of_job(job) for job in jobs.order_by("-id")[:MOST_SHOWN]),
        *(_of_run(run) for run in runs.order_by("-id")[:MOST_SHOWN]),
    ]
    return sorted(found, key=lambda one: one.key, reverse=True)[:MOST_SHOWN]


def job_of(job_id: UUID, *, by: Actor, on: date) -> ImportJob:
    """An import of the actor's office. Raises NotFound for another office's, NotPermitted."""
    authority.require(by, POWER, new_subject(by, on), on=on)
    rows = ImportJob.objects.select_related("file", "error_file", "run")
    job = rows.filter(id=job_id, office_id=by.office_id).first()
    if job is None:
        raise NotFound()
    return job


def imported_before(job: ImportJob) -> ImportRun | None:
    """The finished import of the very same file by this office; it adds nothing again."""
    runs = ImportRun.objects.filter(office_id=job.office_id, sha256=job.file.sha256, state=ImportState.DONE)
    return runs.first()


def go_on(job_id: UUID, *, by: Actor, on: date) -> ImportJob:
    """Say that a file without faults goes in; the worker writes it. Journalled.

    Raises Conflict where it has faults, is not checked yet or is in already; NotFound, NotPermitted.
    """
    with transaction.atomic():
        ruling = authority.require(by, POWER, new_subject(by, on), on=on)
        rows = ImportJob.objects.select_for_update(of=("self",)).select_related("file")
        job = rows.filter(id=job_id, office_id=by.office_id).first()
        if job is None:
            raise NotFound()
        if job.state not in _WRITABLE or not job.rows or job.fault_count:
            raise Conflict("import_not_ready", N_("Only a checked file without errors can be imported."))
        job.state, job.appointment_id = ImportJobState.WRITING, by.appointment_id
        job.save(update_fields=["state", "appointment"])
        journal.record(
            office_id=by.office_id,
            action=POWER,
            subject_kind="register",
            subject_id=job.id,
            by=journal.JournalActor(by.person_id, by.appointment_id, by.office_id),
            ruling=ruling.as_json(),
            on=on,
            data={"file": job.file.sha256, "rows": job.rows},
        )
        return job


@dataclass(frozen=True, slots=True)
class Past:
    """One line of the list of imports; `job_id` is None for one that the command made."""

    key: str
    job_id: UUID | None
    name: str
    state: str
    by: str
    on: date
    rows: int
    imported: int
    known: int
    faults: int


def _of_job(job: ImportJob) -> Past:
    return Past(
        key=job.id.hex,
        job_id=job.id,
        name=job.file.name,
        state=job.get_state_display(),
        by=job.appointment.person.short_name,
        on=job.asked_on,
        rows=job.rows,
        imported=job.imported,
        known=job.known,
        faults=job.fault_count,
    )


def _of_run(run: ImportRun) -> Past:
    return Past(
        key=run.id.hex,
        job_id=None,
        name=run.file_name,
        state=run.get_state_display(),
        by=run.started_by.person.short_name,
        on=run.started_on,
        rows=run.rows,
        imported=run.imported,
        known=run.known,
        faults=0,
    )


def file_of_faults(job: ImportJob) -> StoredFile:
    """Every cell that cannot be taken, as a table. Raises NotFound where there is none."""
    if job.error_file is None:
        raise NotFound()
    return job.error_file
