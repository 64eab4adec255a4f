"""Exports of a register: asked for by a person, written by the worker, fetched by that person only.

A register with a circle of its own is asked again at the end: whoever has left the circle fetches nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils import translation
from django.utils.translation import gettext

from qadaga import authority
from qadaga.authority.actor import Actor
from qadaga.authority.actors import actor_for
from qadaga.authority.lists import asking, pages, texts
from qadaga.authority.lists.models import ExportJob
from qadaga.authority.lists.pages import Ask, Page
from qadaga.authority.lists.register import Register
from qadaga.authority.scope import Scope
from qadaga.common import clock
from qadaga.common.errors import Conflict, NotFound
from qadaga.common.i18n import N_
from qadaga.documents import services as documents
from qadaga.documents.models import StoredFile
from qadaga.journal import services as journal

MOST_ROWS = 50_000
_BATCH = 1_000
_MOST_WAITING = 3


def request(
    register: Register, *, values: Mapping[str, Any], ask: Ask, office_id: UUID | None, by: Actor, on: date
) -> ExportJob:
    """Ask for a file of the rows that the values leave in the actor's scope; the ruling is journalled.

    Raises NotPermitted, or Conflict while three of the person's exports are under way.
    """
    with transaction.atomic():
        ruling = authority.require(by, register.power, None, on=on)
        under_way = ExportJob.objects.filter(owner_id=by.person_id, state__in=("waiting", "running"))
        if under_way.count() >= _MOST_WAITING:
            raise Conflict("exports_under_way", N_("Wait until your other exports are done."))
        job = ExportJob.objects.create(
            register=register.name,
            owner_id=by.person_id,
            appointment_id=by.appointment_id,
            language=by.language,
            request={
                "values": dict(values),
                "sort": ask.sort,
                "ascending": ask.ascending,
                "office": str(office_id) if office_id else None,
            },
        )
        journal.record(
            office_id=by.office_id,
            action=register.power,
            subject_kind="register",
            subject_id=job.id,
            by=journal.JournalActor(by.person_id, by.appointment_id, by.office_id),
            ruling=ruling.as_json(),
            on=on,
            data={"register": register.name, "filters": sorted(values), "office": office_id},
        )
        return job


def owned(job_id: UUID, *, by: Actor) -> ExportJob:
    """The person's own export, in the appointment that asked for it; NotFound for anybody else's.

    What an appointment saw is not carried along to another post, nor kept when the post has ended.
    """
    own = ExportJob.objects.filter(owner_id=by.person_id, appointment_id=by.appointment_id)
    job = own.select_related("file").filter(id=job_id).first()
    if job is None:
        raise NotFound()
    return job


def written(job: ExportJob, register: Register, *, by: Actor, on: date) -> StoredFile:
    """The file of one's own export. Raises NotFound until it is there, NotPermitted as the register does."""
    _ = register.seen(by, on)
    if job.file is None:
        raise NotFound()
    return job.file


def run(job_id: UUID, register: Register) -> None:
    """Write the file of a job. Doing it again after a killed worker begins from the first row."""
    job = ExportJob.objects.get(id=job_id)
    if job.state == "done":
        return
    on = clock.today()
    actor = actor_for(job.appointment_id, on)
    if actor is None:  # dismissed since: nothing is in scope any more
        _finish(job, "failed")
        return
    _set(job, state="running", rows=0)
    try:
        with TemporaryDirectory(prefix="qadaga-export-") as folder:
            path = Path(folder) / f"{register.name}-{on.isoformat()}.xlsx"
            with translation.override(job.language):
                _write(path, job, register, register.seen(actor, on), on)
            with path.open("rb") as stream:
                file = documents.store(stream, path.name, by=actor)
    except BaseException:
        _finish(job, "failed")
        raise
    _finish(job, "done", file=file)


def _write(path: Path, job: ExportJob, register: Register, scope: Scope, on: date) -> None:
    # Only the worker loads this library: the web processes stay small (decision 4).
    import xlsxwriter

    with xlsxwriter.Workbook(str(path), {"constant_memory": True, "strings_to_formulas": False}) as book:
        sheet = book.add_worksheet(gettext(register.title)[:31])
        bold = book.add_format({"bold": True})
        sheet.freeze_panes(1, 0)
        for place, column in enumerate(register.filed):
            sheet.write_string(0, place, gettext(column.label), bold)
        for line, row in enumerate(_rows(job, register, scope, on), start=1):
            for place, column in enumerate(register.filed):
                sheet.write_string(line, place, texts.text(column, row, job.language))


def _rows(job: ExportJob, register: Register, scope: Scope, on: date) -> Iterator[Mapping[str, Any]]:
    """Rows page by page; the job says after each page how far it has come."""
    ask, values = _ask(job.request, scope), job.request["values"]
    found, done, looked = asking.found(register, scope, values, today=on), 0, 0
    job.expected = pages.count(register, scope, ask, today=on, most=MOST_ROWS)
    while True:
        page = pages.fetch(register, scope, ask, today=on, found=found)
        rows = page.rows[: MOST_ROWS - done]
        yield from rows
        done, looked = done + len(rows), looked + _looked(page)
        _set(job, rows=done, looked=min(looked, job.expected), expected=job.expected)
        if done >= MOST_ROWS or not page.next:
            break
        ask = replace(ask, cursor=page.next)
    _set(job, limited=bool(page.next) or len(rows) < len(page.rows))


def _looked(page: Page) -> int:
    return page.searched or len(page.rows)


def _ask(asked: Mapping[str, Any], scope: Scope) -> Ask:
    units = asking.narrowed(scope, UUID(asked["office"])) if asked["office"] else None
    order = {"sort": asked["sort"], "ascending": asked["ascending"]}
    return asking.asked(asked["values"], **order, size=_BATCH, units=units)


def _set(job: ExportJob, **changes: Any) -> None:
    for name, value in changes.items():
        setattr(job, name, value)
    job.save(update_fields=list(changes))


def _finish(job: ExportJob, state: str, file: StoredFile | None = None) -> None:
    _set(job, state=state, file=file, finished_at=clock.now())
