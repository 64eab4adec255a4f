"""Decisions about people beside appointing and ending: transfer, secondment, hand-over, check of entry."""

from uuid import UUID

from django.http import HttpResponse
from ninja import Status

from qadaga import authority
from qadaga.api.auth import ApiRequest
from qadaga.api.common import adding, shown
from qadaga.api.people_shapes import (
    EntryCheckIn,
    EntryCheckOut,
    HandOverOut,
    MergeIn,
    MergeOut,
    MoveIn,
    OpenItemOut,
    PassingIn,
    PostOut,
)
from qadaga.api.routing import Router
from qadaga.organisation import moves, subjects
from qadaga.organisation.careers import entry, merging
from qadaga.organisation.careers.entry import Finding
from qadaga.organisation.careers.models import EntryCheck, Merge
from qadaga.organisation.handover import services as handover
from qadaga.organisation.handover.items import OpenItem
from qadaga.organisation.handover.models import HandOver
from qadaga.organisation.handover.passage import POWER
from qadaga.organisation.handover.work import open_work
from qadaga.staff import selectors as staff
from qadaga.staff.models import Appointment

router = Router(tags=["people"])
posts = Router(tags=["people"])


@posts.post("/{uuid:pk}/transfer", response={201: PostOut})
def transfer(request: ApiRequest, response: HttpResponse, pk: UUID, payload: MoveIn) -> Status[Appointment]:
    """Transfer the holder to another post."""
    passing = payload.passing.value() if payload.passing else None
    row = moves.transfer(appointment_id=pk, to=payload.value(), passing=passing, **adding(request))
    return Status(201, shown(response, row))


@posts.post("/{uuid:pk}/secondment", response={201: PostOut})
def second(request: ApiRequest, response: HttpResponse, pk: UUID, payload: MoveIn) -> Status[Appointment]:
    """Second the holder to another office until `ends_on`, the day of return."""
    passing = payload.passing.value() if payload.passing else None
    row = moves.second(appointment_id=pk, to=payload.value(), passing=passing, **adding(request))
    return Status(201, shown(response, row))


@posts.get("/{uuid:pk}/open-work", response=list[OpenItemOut])
def work(request: ApiRequest, pk: UUID) -> list[OpenItem]:
    """What is open in the officer's hands, without what complains of the caller."""
    held = staff.appointment_by_id(pk)
    subject = subjects.of_office(held.office, request.on, kind="appointment")
    authority.require(request.actor, POWER, subject, on=request.on)
    mine = request.actor.person_id
    return [item for item in open_work(pk, request.on) if item.barred.get(mine) != "complained_of"]


@posts.post("/{uuid:pk}/hand-over", response={201: HandOverOut})
def hand_over(request: ApiRequest, pk: UUID, payload: PassingIn) -> Status[HandOver]:
    """Hand the open work over, all of it or a part."""
    return Status(201, handover.make(giver_id=pk, passing=payload.value(), **adding(request)))


@router.post("/{uuid:pk}/entry-checks", response={201: EntryCheckOut})
def check_entry(request: ApiRequest, pk: UUID, payload: EntryCheckIn) -> Status[EntryCheck]:
    """Record a check of the conditions of entry."""
    findings = {row.requirement: Finding(row.met, row.evidence) for row in payload.findings}
    check = entry.record(
        person_id=pk, officer=payload.officer, findings=findings, note=payload.note, **adding(request)
    )
    return Status(201, check)


@router.post("/{uuid:pk}/merge", response={201: MergeOut})
def merge(request: ApiRequest, pk: UUID, payload: MergeIn) -> Status[Merge]:
    """Make one card of two: this one goes on with everything that the other holds."""
    return Status(201, merging.merge(kept_id=pk, **payload.dict(), **adding(request)))
