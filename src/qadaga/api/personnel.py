"""Ranks, periods of service, entries and guarantees of a person's file."""

from typing import Any
from uuid import UUID

from django.http import HttpResponse, HttpResponseBase
from ninja import Status

from qadaga.api.auth import ApiRequest
from qadaga.api.common import adding, file_of, shown, updating
from qadaga.api.personnel_shapes import (
    FileEntryIn,
    FileEntryOut,
    GuaranteeDecisionIn,
    GuaranteeIn,
    GuaranteeOut,
    LowerRankIn,
    PeriodIn,
    PeriodOut,
    PersonalFileOut,
    RankIn,
    RankOut,
)
from qadaga.api.routing import Router
from qadaga.documents.downloads import attachment
from qadaga.law.service import Length
from qadaga.organisation.personnel import file, guarantees, ranks, service
from qadaga.organisation.personnel.file import EntryInput
from qadaga.organisation.personnel.models import FileEntry, GuaranteeRequest, RankHeld, ServicePeriod
from qadaga.organisation.personnel.ranks import RankInput
from qadaga.organisation.personnel.service import PeriodInput

router = Router(tags=["people"])


@router.get("/{uuid:pk}/file", response=PersonalFileOut)
def read(request: ApiRequest, pk: UUID) -> dict[str, Any]:
    """The personal file; each reading is journalled."""
    opened = file.open_file(by=request.actor, on=request.on, person_id=pk)
    sums = opened.sums
    lines = [
        {
            "start": line.start,
            "end": line.end,
            "periods": list(line.spans),
            "factor": str(line.factor),
            "counted": _length(line.counted),
        }
        for line in sums.service.lines
    ]
    return {
        "person_id": pk,
        "service": _length(sums.service.total),
        "lines": lines,
        "employment": _length(sums.employment.total),
        "in_rank": _length(sums.in_rank) if sums.in_rank else None,
        "ranks": list(opened.ranks),
        "periods": [row.period for row in sums.rows if row.period is not None],
        "entries": list(opened.entries),
        "leave": list(opened.leave),
        "guarantees": list(opened.guarantees),
    }


@router.post("/{uuid:pk}/ranks", response={201: RankOut})
def confer(request: ApiRequest, pk: UUID, payload: RankIn) -> Status[RankHeld]:
    """Confer a rank."""
    given = RankInput(**payload.dict())
    return Status(201, ranks.confer(person_id=pk, conferred=given, **adding(request)))


@router.post("/{uuid:pk}/ranks/lower", response=RankOut)
def lower(request: ApiRequest, pk: UUID, payload: LowerRankIn) -> RankHeld:
    """Lower the rank, or take it away; the rank that begins, or that ended."""
    given = RankInput(**payload.dict())
    return ranks.reduce(person_id=pk, reduced=given, **adding(request))


@router.post("/{uuid:pk}/periods", response={201: PeriodOut})
def record(request: ApiRequest, response: HttpResponse, pk: UUID, payload: PeriodIn) -> Status[ServicePeriod]:
    """Record a period of service."""
    given = PeriodInput(**payload.dict(exclude={"file_id"}))
    kept = file_of(request, payload.file_id, "file_id")
    row = service.record(person_id=pk, period=given, file=kept, **adding(request))
    return Status(201, shown(response, row))


@router.get("/{uuid:pk}/periods/{uuid:period_id}/file")
def paper(request: ApiRequest, pk: UUID, period_id: UUID) -> HttpResponseBase:
    """The paper that proves the period; a reading of the personal file."""
    found = file.paper_of(by=request.actor, on=request.on, person_id=pk, period_id=period_id)
    return attachment(found)


@router.change("/{uuid:pk}/periods/{uuid:period_id}/withdraw", response=PeriodOut)
def withdraw_period(request: ApiRequest, response: HttpResponse, pk: UUID, period_id: UUID) -> ServicePeriod:
    """Take back a period that was recorded wrongly."""
    return shown(response, service.withdraw(person_id=pk, period_id=period_id, **updating(request)))


@router.post("/{uuid:pk}/entries", response={201: FileEntryOut})
def add(request: ApiRequest, response: HttpResponse, pk: UUID, payload: FileEntryIn) -> Status[FileEntry]:
    """Write an entry in the file."""
    given = EntryInput(**payload.dict())
    return Status(201, shown(response, file.add(person_id=pk, entry=given, **adding(request))))


@router.change("/{uuid:pk}/entries/{uuid:entry_id}/withdraw", response=FileEntryOut)
def withdraw_entry(request: ApiRequest, response: HttpResponse, pk: UUID, entry_id: UUID) -> FileEntry:
    """Take back an entry that was made wrongly."""
    return shown(response, file.withdraw(person_id=pk, entry_id=entry_id, **updating(request)))


@router.post("/{uuid:pk}/guarantees", response={201: GuaranteeOut})
def ask(
    request: ApiRequest, response: HttpResponse, pk: UUID, payload: GuaranteeIn
) -> Status[GuaranteeRequest]:
    """Ask for a guarantee of service for oneself."""
    row = guarantees.ask(person_id=pk, **payload.dict(), **adding(request))
    return Status(201, shown(response, row))


@router.change("/{uuid:pk}/guarantees/{uuid:request_id}/decide", response=GuaranteeOut)
def decide(
    request: ApiRequest, response: HttpResponse, pk: UUID, request_id: UUID, payload: GuaranteeDecisionIn
) -> GuaranteeRequest:
    """Grant or refuse what was asked for."""
    row = guarantees.decide(person_id=pk, request_id=request_id, **payload.dict(), **updating(request))
    return shown(response, row)


def _length(length: Length) -> dict[str, int]:
    return length._asdict()
