"""What is added to an inspection under way: visits, the inventory, summons, specialists, other officers."""

from uuid import UUID

from django.http import HttpResponseBase
from ninja import Schema, Status

from qadaga.api.auth import ApiRequest
from qadaga.api.common import adding, needed_file
from qadaga.api.inspection_shapes import (
    CalledIn,
    ConcludedIn,
    EngagedIn,
    ExplainedIn,
    OfficersIn,
    ReturnedIn,
    TakenIn,
    TakenOut,
    TakenTogetherIn,
    VisitIn,
)
from qadaga.api.routing import Router
from qadaga.api.schemas import Line, Made, ReasonIn
from qadaga.appeals.selectors import appeal_called
from qadaga.documents.downloads import attachment
from qadaga.supervision.inspections import reading, services
from qadaga.supervision.inspections.models import TakenDocument
from qadaga.supervision.inspections.selectors.card import summons_letter


class ComplaintIn(Schema):
    """The number of the appeal as which a complaint of the inspected was registered."""

    number: Line


def mount(router: Router) -> None:
    """Add the endpoints to the router of inspections."""

    @router.post("/{uuid:pk}/visits", response={201: Made})
    def visit(request: ApiRequest, pk: UUID, payload: VisitIn) -> Status[object]:
        """Record time on the premises."""
        return Status(201, services.visit(inspection_id=pk, **payload.dict(), **adding(request)))

    @router.post("/{uuid:pk}/summons", response={201: Made})
    def summon(request: ApiRequest, pk: UUID, payload: CalledIn) -> Status[object]:
        """Summon somebody for explanations."""
        called = services.Called(**payload.dict())
        return Status(201, services.summon(inspection_id=pk, called=called, **adding(request)))

    @router.post("/{uuid:pk}/summons/{uuid:summons_id}/explanation", response=Made)
    def explain(request: ApiRequest, pk: UUID, summons_id: UUID, payload: ExplainedIn) -> object:
        """Record how a summons ended."""
        return services.record_explanation(
            inspection_id=pk,
            summons_id=summons_id,
            ended=services.Ended(**payload.dict()),
            **adding(request),
        )

    @router.get("/{uuid:pk}/summons/{uuid:summons_id}/letter")
    def letter(request: ApiRequest, pk: UUID, summons_id: UUID) -> HttpResponseBase:
        """The letter of a summons, PDF/A."""
        inspection = reading.read(request.actor, request.on, pk)
        return attachment(summons_letter(inspection, summons_id))

    _inventory(router)
    _participants(router)


def _inventory(router: Router) -> None:
    @router.get("/{uuid:pk}/documents", response=list[TakenOut])
    def inventory(request: ApiRequest, pk: UUID) -> list[TakenDocument]:
        """The inventory of what was received."""
        return list(reading.read(request.actor, request.on, pk).documents.order_by("no"))

    @router.post("/{uuid:pk}/documents", response={201: TakenOut})
    def take(request: ApiRequest, pk: UUID, payload: TakenIn) -> Status[TakenDocument]:
        """Put a document down as received."""
        taken = services.Taken(**payload.dict())
        return Status(201, services.take_document(inspection_id=pk, taken=taken, **adding(request)))

    @router.post("/{uuid:pk}/inventory", response={201: list[TakenOut]})
    def take_many(request: ApiRequest, pk: UUID, payload: TakenTogetherIn) -> Status[list[TakenDocument]]:
        """Put several documents down as received, all of them or none."""
        taken = [services.Taken(**one.dict()) for one in payload.documents]
        return Status(201, services.take_documents(inspection_id=pk, taken=taken, **adding(request)))

    @router.post("/{uuid:pk}/documents/return", response=list[TakenOut])
    def give_back(request: ApiRequest, pk: UUID, payload: ReturnedIn) -> list[TakenDocument]:
        """Record that documents went back."""
        values = payload.dict()
        chosen = values.pop("document_ids")
        returned = services.Returned(**values)
        return services.return_documents(
            inspection_id=pk, document_ids=chosen, returned=returned, **adding(request)
        )

    @router.post("/{uuid:pk}/documents/{uuid:document_id}/keep", response=TakenOut)
    def keep(request: ApiRequest, pk: UUID, document_id: UUID, payload: ReasonIn) -> TakenDocument:
        """Say why a document is not returned."""
        return services.keep_document(
            inspection_id=pk, document_id=document_id, reason=payload.reason, **adding(request)
        )


def _participants(router: Router) -> None:
    @router.post("/{uuid:pk}/specialists", response={201: Made})
    def involve_specialist(request: ApiRequest, pk: UUID, payload: EngagedIn) -> Status[object]:
        """Call a specialist in."""
        engaged = services.Engaged(**payload.dict())
        return Status(201, services.involve_specialist(inspection_id=pk, engaged=engaged, **adding(request)))

    @router.post("/{uuid:pk}/specialists/{uuid:specialist_id}/waiver", response=Made)
    def waive(request: ApiRequest, pk: UUID, specialist_id: UUID, payload: ReasonIn) -> object:
        """Let the inspection go on without a specialist's conclusion."""
        return services.waive_conclusion(
            inspection_id=pk, specialist_id=specialist_id, reason=payload.reason, **adding(request)
        )

    @router.post("/{uuid:pk}/specialists/{uuid:specialist_id}/conclusion", response=Made)
    def conclude(request: ApiRequest, pk: UUID, specialist_id: UUID, payload: ConcludedIn) -> object:
        """Put in a specialist's conclusion."""
        return services.record_conclusion(
            inspection_id=pk,
            specialist_id=specialist_id,
            concluded_on=payload.concluded_on,
            file=needed_file(request, payload.file_id, "file_id"),
            **adding(request),
        )

    @router.post("/{uuid:pk}/officers", response={201: Made})
    def involve_officers(request: ApiRequest, pk: UUID, payload: OfficersIn) -> Status[object]:
        """Call in officers of another body for safety."""
        made = services.involve_officers(inspection_id=pk, **payload.dict(), **adding(request))
        return Status(201, made)

    @router.post("/{uuid:pk}/complaints", response={201: Made})
    def complain(request: ApiRequest, pk: UUID, payload: ComplaintIn) -> Status[object]:
        """Link a complaint of the inspected, registered as an appeal."""
        reading.find(request.actor, request.on, pk)
        appeal = appeal_called(request.actor, request.on, payload.number)
        made = services.record_complaint(
            inspection_id=pk, appeal_id=appeal.id, number=appeal.number, **adding(request)
        )
        return Status(201, made)
