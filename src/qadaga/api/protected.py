"""People whose rights were hurt: what was restored, when they were told (L.1.3)."""

from datetime import date
from uuid import UUID

from django.http import HttpResponse
from ninja import Schema

from qadaga.api import registers
from qadaga.api.auth import ApiRequest
from qadaga.api.common import shown, updating
from qadaga.api.matter_shapes import ToldIn
from qadaga.api.routing import Router
from qadaga.api.schemas import Day, Long
from qadaga.matters.models import ProtectedPerson
from qadaga.matters.protected_register import PROTECTED
from qadaga.matters.selectors.protected import read_protected
from qadaga.matters.services import protection

router = Router(tags=["people protected"])


class RightRestoredIn(Schema):
    """What was restored, and when."""

    restored: Long
    restored_on: Day


class ProtectedPersonOut(Schema):
    """People whose rights were hurt; the reading is journalled."""

    id: UUID
    matter_id: UUID
    violation_id: UUID | None
    status: str
    kind: str
    name: str
    iin: str | None
    count: int
    right: str
    source: str
    hurt_by_id: UUID | None
    found_on: date
    restored: str | None
    restored_on: date | None
    due_on: date | None
    told_on: date | None
    told_how: str | None
    version: int


@router.get("/{uuid:pk}", response=ProtectedPersonOut)
def read(request: ApiRequest, response: HttpResponse, pk: UUID) -> ProtectedPerson:
    """People of the caller's scope."""
    return shown(response, read_protected(request.actor, request.on, pk))


@router.change("/{uuid:pk}/restored", response=ProtectedPersonOut)
def restore(
    request: ApiRequest, response: HttpResponse, pk: UUID, payload: RightRestoredIn
) -> ProtectedPerson:
    """Record that the right was restored; the term to tell them runs."""
    return shown(response, protection.restore(protected_id=pk, **payload.dict(), **updating(request)))


@router.change("/{uuid:pk}/told", response=ProtectedPersonOut)
def tell(request: ApiRequest, response: HttpResponse, pk: UUID, payload: ToldIn) -> ProtectedPerson:
    """Record when and how they were told."""
    return shown(response, protection.tell(protected_id=pk, **payload.dict(), **updating(request)))


registers.mount(router, PROTECTED)
