"""Inspections: the draft, the signature, the notice, the period, findings and the end."""

from typing import Any
from uuid import UUID

from django.http import HttpResponse, HttpResponseBase
from ninja import Status

from qadaga.api import above, inspection_steps, registers, rulings
from qadaga.api.act_papers import paper
from qadaga.api.auth import ApiRequest
from qadaga.api.common import adding, needed_body, shown, updating
from qadaga.api.inspection_shapes import (
    ConsentIn,
    GoesOnIn,
    InspectionDraftIn,
    InspectionFindingsIn,
    InspectionFinishIn,
    InspectionIn,
    InspectionOut,
    InspectorsIn,
    LongerIn,
    NoticeIn,
    OverlapOut,
    SecrecyIn,
    StandStillIn,
)
from qadaga.api.matter_shapes import OfficeToldIn
from qadaga.api.routing import Router
from qadaga.api.schemas import Made, ReasonIn
from qadaga.common.errors import NotFound
from qadaga.documents.downloads import attachment
from qadaga.supervision.inspections import content, reading, services
from qadaga.supervision.inspections.models import Inspection
from qadaga.supervision.inspections.register import INSPECTIONS
from qadaga.supervision.inspections.subject import overlaps_of

router = Router(tags=["inspections"])


def _draft(given: InspectionDraftIn) -> services.Draft:
    values: dict[str, Any] = given.dict(exclude={"body", "matter_id"})
    return services.Draft(body=needed_body(given.body, "body"), **values)


@router.post("", response={201: InspectionOut})
def draft(request: ApiRequest, response: HttpResponse, payload: InspectionIn) -> Status[Inspection]:
    """Draft a resolution to inspect, in a matter."""
    made = services.draft(matter_id=payload.matter_id, draft=_draft(payload), **adding(request))
    return Status(201, shown(response, made))


@router.get("/{uuid:pk}", response=InspectionOut)
def read(request: ApiRequest, response: HttpResponse, pk: UUID) -> Inspection:
    """One inspection of the caller's scope."""
    return shown(response, reading.read(request.actor, request.on, pk))


rulings.mount(router, "inspections", lambda request, pk: reading.read(request.actor, request.on, pk))


@router.get("/{uuid:pk}/overlaps", response=list[OverlapOut])
def overlaps(request: ApiRequest, pk: UUID) -> list[dict[str, object]]:
    """Inspections of the same body that are under way, in whichever office."""
    found = overlaps_of(reading.read(request.actor, request.on, pk), request.actor)
    return [
        {
            "number": row.number,
            "office": row.office.code,
            "starts_on": None if row.secret else row.starts_on,
            "due_on": None if row.secret else row.due_on,
        }
        for row in found
    ]


@router.get("/{uuid:pk}/pdf")
def pdf(request: ApiRequest, pk: UUID) -> HttpResponseBase:
    """The frozen resolution; before the signature the text as it will print, marked as a draft."""
    inspection = reading.read(request.actor, request.on, pk)
    if inspection.pdf is not None:
        return attachment(inspection.pdf)
    return paper(content.resolution(inspection), "draft.pdf")


@router.get("/{uuid:pk}/findings/pdf")
def findings_pdf(request: ApiRequest, pk: UUID) -> HttpResponseBase:
    """The note of findings as it stands, a draft until the inspection is finished."""
    inspection = reading.read(request.actor, request.on, pk)
    if inspection.findings_on is None:
        raise NotFound
    return paper(content.findings(inspection, inspection.specialists.order_by("id")), "findings.pdf")


@router.replace("/{uuid:pk}/draft", response=InspectionOut)
def save(request: ApiRequest, response: HttpResponse, pk: UUID, payload: InspectionDraftIn) -> Inspection:
    """Save the draft anew."""
    return shown(response, services.save_draft(inspection_id=pk, draft=_draft(payload), **updating(request)))


@router.change("/{uuid:pk}/withdrawal", response=InspectionOut)
def withdraw(request: ApiRequest, response: HttpResponse, pk: UUID, payload: ReasonIn) -> Inspection:
    """Give the draft up."""
    return shown(response, services.withdraw(inspection_id=pk, reason=payload.reason, **updating(request)))


@router.change("/{uuid:pk}/sign", response=InspectionOut)
def sign(request: ApiRequest, response: HttpResponse, pk: UUID) -> Inspection:
    """Sign the resolution: its papers are frozen, the term begins."""
    return shown(response, services.sign(inspection_id=pk, **updating(request)))


@router.change("/{uuid:pk}/secrecy", response=InspectionOut)
def mark_secrecy(request: ApiRequest, response: HttpResponse, pk: UUID, payload: SecrecyIn) -> Inspection:
    """Narrow or widen the readers."""
    return shown(response, services.mark_secrecy(inspection_id=pk, **payload.dict(), **updating(request)))


@router.change("/{uuid:pk}/notice", response=InspectionOut)
def notify(request: ApiRequest, response: HttpResponse, pk: UUID, payload: NoticeIn) -> Inspection:
    """Record that the inspected was told."""
    notice = services.Notice(**payload.dict())
    return shown(response, services.notify(inspection_id=pk, notice=notice, **updating(request)))


@router.change("/{uuid:pk}/other-offices/notice", response=InspectionOut)
def tell_office(request: ApiRequest, response: HttpResponse, pk: UUID, payload: OfficeToldIn) -> Inspection:
    """Record that another competent office was told (L.1.9)."""
    services.tell_office(inspection_id=pk, **payload.dict(), **updating(request))
    return read(request, response, pk)


@router.replace("/{uuid:pk}/inspectors", response=InspectionOut)
def name_officers(request: ApiRequest, response: HttpResponse, pk: UUID, payload: InspectorsIn) -> Inspection:
    """Say who inspects from now on."""
    made = services.name_officers(inspection_id=pk, **payload.dict(), **updating(request))
    return shown(response, made)


@router.change("/{uuid:pk}/prolongations", response={201: Made})
def ask_prolong(request: ApiRequest, pk: UUID, payload: LongerIn) -> Status[object]:
    """Ask the office above for a longer period."""
    longer = services.Longer(**payload.dict())
    return Status(201, services.ask_prolong(inspection_id=pk, longer=longer, **updating(request)))


@router.change("/{uuid:pk}/consent", response=Made)
def consent(request: ApiRequest, pk: UUID, payload: ConsentIn) -> object:
    """Decide on the longer period that a lower office asks for."""
    return services.consent(inspection_id=pk, **payload.dict(), **updating(request))


@router.change("/{uuid:pk}/prolong", response=InspectionOut)
def prolong(request: ApiRequest, response: HttpResponse, pk: UUID) -> Inspection:
    """Apply the longer period that the office above agreed to."""
    return shown(response, services.prolong(inspection_id=pk, **updating(request)))


@router.change("/{uuid:pk}/suspension", response=InspectionOut)
def suspend(request: ApiRequest, response: HttpResponse, pk: UUID, payload: StandStillIn) -> Inspection:
    """Let the inspection stand still from today: the own leadership."""
    told = services.Told(payload.reason, payload.told_how)
    stood = services.suspend(inspection_id=pk, ground=payload.ground, told=told, **updating(request))
    return shown(response, stood)


@router.change("/{uuid:pk}/resumption", response=InspectionOut)
def resume(request: ApiRequest, response: HttpResponse, pk: UUID, payload: GoesOnIn) -> Inspection:
    """Let a suspended inspection go on from today."""
    told = services.Told(payload.reason, payload.told_how)
    return shown(response, services.resume(inspection_id=pk, told=told, **updating(request)))


@router.change("/{uuid:pk}/findings", response=InspectionOut)
def record_findings(
    request: ApiRequest, response: HttpResponse, pk: UUID, payload: InspectionFindingsIn
) -> Inspection:
    """Write down what was established."""
    made = services.record_findings(inspection_id=pk, **payload.dict(), **updating(request))
    return shown(response, made)


@router.change("/{uuid:pk}/finish", response=InspectionOut)
def finish(request: ApiRequest, response: HttpResponse, pk: UUID, payload: InspectionFinishIn) -> Inspection:
    """Finish the inspection."""
    return shown(response, services.finish(inspection_id=pk, outcome=payload.outcome, **updating(request)))


registers.mount(router, INSPECTIONS)
above.mount(router, "inspection", lambda request, pk: reading.read(request.actor, request.on, pk))
inspection_steps.mount(router)
