"""Exports of the registers to a spreadsheet: asked for, watched, fetched by whoever asked."""

from collections.abc import Callable
from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.http import HttpResponseBase
from ninja import Field, Schema

from qadaga.api.auth import ApiRequest
from qadaga.api.routing import Router
from qadaga.authority.lists import exports
from qadaga.authority.lists.models import ExportJob
from qadaga.authority.lists.register import Register
from qadaga.documents.downloads import attachment

router = Router(tags=["exports"])
Start = Callable[[str], object]
_starters: list[Start] = []
_registers: dict[str, Register] = {}


class ExportOut(Schema):
    """An export of `rows_of` (appeals, matters, acts).

    `looked` of `expected` rows are looked through, `rows` written; `limited` when there are too many.
    `state` is waiting, running, done or failed; the file is there when it is done.
    """

    id: UUID
    rows_of: str = Field(alias="register")
    state: str
    rows: int
    looked: int
    expected: int
    limited: bool
    created_at: datetime
    finished_at: datetime | None


def start_with(start: Start) -> None:
    """Name what hands a job to the worker; it stands above this package, so the assembly says it."""
    _starters[:] = [start]


def mounted(register: Register) -> None:
    """Know the register by its name: whoever fetches a file of it is asked for by its own rule."""
    _registers[register.name] = register


def begun(job: ExportJob) -> ExportJob:
    """The job, handed to the worker after the commit: it must not look for one that is not there yet."""
    (start,) = _starters
    transaction.on_commit(lambda: start(str(job.id)))
    return job


@router.get("/{uuid:pk}", response=ExportOut)
def state(request: ApiRequest, pk: UUID) -> ExportJob:
    """How far one's own export has come."""
    return exports.owned(pk, by=request.actor)


@router.get("/{uuid:pk}/file")
def download(request: ApiRequest, pk: UUID) -> HttpResponseBase:
    """The spreadsheet of one's own export; 404 until it is done."""
    job = exports.owned(pk, by=request.actor)
    return attachment(exports.written(job, _registers[job.register], by=request.actor, on=request.on))
