"""The term an addressee has for an act or a request: prolonged, suspended, run again, told of."""

from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import QuerySet
from ninja import Schema, Status

from qadaga.acts import services
from qadaga.acts.models import TermChange
from qadaga.api.auth import ApiRequest
from qadaga.api.common import seen, updating
from qadaga.api.routing import Router
from qadaga.api.schemas import Code, Day, Long, ReasonIn


class ProlongTermIn(Schema):
    """Until which day, and why."""

    until: Day
    reason: Long


class TellTermIn(Schema):
    """When and how the addressee was told of a change of the term."""

    change_id: UUID
    told_on: Day
    way: Code


class TermChangeOut(Schema):
    """A decision on the term, and when the addressee was told of it."""

    id: UUID
    kind: str
    until: date | None
    reason: str
    decided_on: date
    told_on: date | None
    told_way: str | None


def mount(router: Router, kind: str, rows: "QuerySet[Any]") -> None:
    """Add the changes of the term to the router of acts (`act`) or measures (`measure`), found in `rows`."""

    @router.get("/{uuid:pk}/term/changes", response=list[TermChangeOut], operation_id=f"{kind}_term_changes")
    def changes(request: ApiRequest, pk: UUID) -> list[TermChange]:
        """What was decided on the term, the oldest first."""
        return list(seen(request, rows, pk).term_changes.order_by("id"))

    def about(request: ApiRequest, pk: UUID) -> dict[str, Any]:
        return {"kind": kind, "record_id": pk, **updating(request)}

    @router.change(
        "/{uuid:pk}/term/prolongation", response={201: TermChangeOut}, operation_id=f"{kind}_term_prolong"
    )
    def prolong(request: ApiRequest, pk: UUID, payload: ProlongTermIn) -> Status[TermChange]:
        """Prolong the term of consideration."""
        return Status(201, services.prolong_term(**about(request, pk), **payload.dict()))

    @router.change(
        "/{uuid:pk}/term/suspension", response={201: TermChangeOut}, operation_id=f"{kind}_term_suspend"
    )
    def suspend(request: ApiRequest, pk: UUID, payload: ReasonIn) -> Status[TermChange]:
        """Let the term stand still, where its norm allows that."""
        return Status(201, services.suspend_term(**about(request, pk), reason=payload.reason))

    @router.change(
        "/{uuid:pk}/term/resumption", response={201: TermChangeOut}, operation_id=f"{kind}_term_resume"
    )
    def resume(request: ApiRequest, pk: UUID, payload: ReasonIn) -> Status[TermChange]:
        """Let the term run again."""
        return Status(201, services.resume_term(**about(request, pk), reason=payload.reason))

    @router.change("/{uuid:pk}/term/notice", response=TermChangeOut, operation_id=f"{kind}_term_tell")
    def tell(request: ApiRequest, pk: UUID, payload: TellTermIn) -> TermChange:
        """Record that the addressee was told."""
        return services.tell_of_term(**about(request, pk), **payload.dict())
