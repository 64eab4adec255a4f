"""What an office above decides on a lower one's act, request or inspection (L.1.2)."""

from collections.abc import Callable
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.http import HttpResponseBase
from ninja import Schema, Status

from qadaga.acts.above import selectors, services
from qadaga.acts.above.models import Decision
from qadaga.api.auth import ApiRequest
from qadaga.api.common import updating
from qadaga.api.routing import Router
from qadaga.api.schemas import Code, Day, Line, Long, ReasonIn
from qadaga.documents.downloads import attachment


class AboveGroundIn(Schema):
    """On which ground, and why."""

    ground: Code
    reasons: Long


class AboveCancelIn(AboveGroundIn):
    """What the resolution says: the norm, in which language."""

    norm: Line
    language: Code = "ru"


class AboveSuspendIn(AboveCancelIn):
    """How far: `part` names the part where `scope` is "part"."""

    scope: Code = "whole"
    part: Long = ""


class AboveChangeIn(AboveSuspendIn):
    """The new wording, and the last day where its term changes too."""

    wording: Long
    until: Day | None = None


class AboveToldIn(Schema):
    """When and how the addressee was told."""

    told_on: Day
    way: Code


class AboveNotedOut(Schema):
    """How many decisions were noted."""

    noted: int


class AboveDecisionOut(Schema):
    """A decision of the office above; `lower_office_id` is the office whose record it is about."""

    id: UUID
    kind: str
    office_id: UUID
    lower_office_id: UUID
    ground: str
    scope: str
    part: str
    wording: str
    until: date | None
    reasons: str
    decided_at: datetime
    ended_on: date | None
    noted_on: date | None
    to_tell: bool
    told_on: date | None
    told_way: str | None
    resolution_id: UUID | None = None
    number_text: str | None = None

    @staticmethod
    def resolve_resolution_id(row: Decision) -> UUID | None:
        """The paper, where it was decided by one."""
        paper = getattr(row, "resolution", None)
        return paper.id if paper else None

    @staticmethod
    def resolve_number_text(row: Decision) -> str | None:
        """The number of the paper."""
        paper = getattr(row, "resolution", None)
        return paper.number_text if paper else None


Find = Callable[[ApiRequest, UUID], Any]


def mount(router: Router, kind: str, find: Find) -> None:
    """Add the decisions of offices above to the router of the records of the kind; `find` gives one of them
    to whoever may read it.
    """
    _reading(router, kind, find)
    _suspending(router, kind)
    _deciding(router, kind)
    _knowing(router, kind)
    _taking_over(router, kind)


def _about(kind: str, request: ApiRequest, pk: UUID) -> dict[str, Any]:
    return {"kind": kind, "record_id": pk, **updating(request)}


def _decided(payload: Schema) -> services.Decided:
    return services.Decided(**payload.dict())


def _reading(router: Router, kind: str, find: Find) -> None:
    @router.get("/{uuid:pk}/above", response=list[AboveDecisionOut], operation_id=f"{kind}_above")
    def decisions(request: ApiRequest, pk: UUID) -> list[Decision]:
        """What offices above decided, the oldest first."""
        return selectors.decisions(find(request, pk).id)

    @router.get("/{uuid:pk}/above/{uuid:resolution_id}/pdf", operation_id=f"{kind}_above_pdf")
    def paper(request: ApiRequest, pk: UUID, resolution_id: UUID) -> HttpResponseBase:
        """The resolution as it was signed."""
        return attachment(selectors.resolution(find(request, pk).id, resolution_id).pdf)


def _suspending(router: Router, kind: str) -> None:
    @router.change(
        "/{uuid:pk}/above/suspension", response={201: AboveDecisionOut}, operation_id=f"{kind}_above_suspend"
    )
    def suspend(request: ApiRequest, pk: UUID, payload: AboveSuspendIn) -> Status[Decision]:
        """Suspend a lower office's paper until the higher one decides."""
        return Status(201, services.suspend(**_about(kind, request, pk), decided=_decided(payload)))

    @router.change(
        "/{uuid:pk}/above/resumption", response={201: AboveDecisionOut}, operation_id=f"{kind}_above_resume"
    )
    def resume(request: ApiRequest, pk: UUID, payload: ReasonIn) -> Status[Decision]:
        """Let it go on."""
        return Status(201, services.resume(**_about(kind, request, pk), reasons=payload.reason))


def _deciding(router: Router, kind: str) -> None:
    @router.change(
        "/{uuid:pk}/above/change", response={201: AboveDecisionOut}, operation_id=f"{kind}_above_change"
    )
    def change(request: ApiRequest, pk: UUID, payload: AboveChangeIn) -> Status[Decision]:
        """Give it a new wording."""
        return Status(201, services.change(**_about(kind, request, pk), decided=_decided(payload)))

    @router.change(
        "/{uuid:pk}/above/cancellation", response={201: AboveDecisionOut}, operation_id=f"{kind}_above_cancel"
    )
    def cancel(request: ApiRequest, pk: UUID, payload: AboveCancelIn) -> Status[Decision]:
        """Cancel it; it stays on record."""
        return Status(201, services.cancel(**_about(kind, request, pk), decided=_decided(payload)))


def _knowing(router: Router, kind: str) -> None:
    @router.change("/{uuid:pk}/above/note", response=AboveNotedOut, operation_id=f"{kind}_above_note")
    def note(request: ApiRequest, pk: UUID) -> dict[str, int]:
        """The lower office takes note."""
        return {"noted": services.note(**_about(kind, request, pk))}

    @router.change(
        "/{uuid:pk}/above/notice", response=list[AboveDecisionOut], operation_id=f"{kind}_above_tell"
    )
    def tell(request: ApiRequest, pk: UUID, payload: AboveToldIn) -> list[Decision]:
        """Record that the addressee was told."""
        return services.tell(**_about(kind, request, pk), **payload.dict())


def _taking_over(router: Router, kind: str) -> None:
    @router.change(
        "/{uuid:pk}/above/carrier", response={201: AboveDecisionOut}, operation_id=f"{kind}_above_take_over"
    )
    def take_over(request: ApiRequest, pk: UUID, payload: AboveGroundIn) -> Status[Decision]:
        """Carry on in the own office what a lower one began."""
        made = services.take_over(
            kind=kind, record_id=pk, decided=services.Decided(**payload.dict()), **updating(request)
        )
        return Status(201, made)
