"""Measures of a matter: requests for documents, notes of findings."""

from uuid import UUID

from django.http import HttpResponse, HttpResponseBase
from ninja import Status

from qadaga.acts import services
from qadaga.acts.letters.selectors import letter_file
from qadaga.acts.models import Measure
from qadaga.acts.selectors import measure_actions
from qadaga.api import above, records, rulings, term_changes
from qadaga.api.auth import ApiRequest
from qadaga.api.common import adding, file_of, needed_body, seen, shown, updating
from qadaga.api.measure_shapes import DeliveredIn, FindingsIn, MeasureOut, MeasureReplyIn, RequestIn
from qadaga.api.records import About
from qadaga.api.routing import Router
from qadaga.common.errors import NotFound
from qadaga.documents.downloads import attachment
from qadaga.matters import terms

router = Router(tags=["measures"])
ROWS = Measure.objects.select_related("matter__holder", "office", "reply_file", "ordered", "carrier")


@router.post("/requests", response={201: MeasureOut})
def request_documents(request: ApiRequest, response: HttpResponse, payload: RequestIn) -> Status[Measure]:
    """Issue a request for documents."""
    asked = services.Asked(
        addressee=needed_body(payload.addressee, "addressee"),
        ground=payload.ground,
        text=payload.text,
        language=payload.language,
        days=payload.days,
    )
    made = services.request(matter_id=payload.matter_id, asked=asked, **adding(request))
    return Status(201, shown(response, made))


@router.post("/findings", response={201: MeasureOut})
def findings(request: ApiRequest, response: HttpResponse, payload: FindingsIn) -> Status[Measure]:
    """Record a note of findings."""
    return Status(201, shown(response, services.findings(**payload.dict(), **adding(request))))


@router.get("/{uuid:pk}", response=MeasureOut)
def read(request: ApiRequest, response: HttpResponse, pk: UUID) -> Measure:
    """One measure."""
    return shown(response, seen(request, ROWS, pk))


rulings.mount(router, "measures", lambda request, pk: seen(request, ROWS, pk))


@router.change("/{uuid:pk}/service", response=MeasureOut)
def serve_request(request: ApiRequest, response: HttpResponse, pk: UUID, payload: DeliveredIn) -> Measure:
    """Record that the request reached its addressee, with the proof; the term for the reply starts."""
    proof = file_of(request, payload.proof_file_id, "proof_file_id")
    delivered = services.Delivered(payload.way, payload.served_on, proof, payload.proof_ref)
    services.serve_request(measure_id=pk, delivered=delivered, **updating(request))
    return read(request, response, pk)


@router.change("/{uuid:pk}/reply", response=MeasureOut)
def record_reply(request: ApiRequest, response: HttpResponse, pk: UUID, payload: MeasureReplyIn) -> Measure:
    """Record what came back."""
    file = file_of(request, payload.file_id, "file_id")
    values = payload.dict(exclude={"file_id"})
    services.record_measure_reply(measure_id=pk, file=file, **values, **updating(request))
    return read(request, response, pk)


@router.get("/{uuid:pk}/reply/file")
def reply_file(request: ApiRequest, pk: UUID) -> HttpResponseBase:
    """The file of the reply."""
    measure = seen(request, ROWS, pk)
    if measure.reply_file is None:
        raise NotFound
    return attachment(measure.reply_file)


@router.get("/{uuid:pk}/letter")
def letter(request: ApiRequest, pk: UUID) -> HttpResponseBase:
    """The letter by which the measure went out, PDF/A."""
    found = letter_file(seen(request, ROWS, pk).id)
    if found is None:
        raise NotFound
    return attachment(found)


def _about(request: ApiRequest, pk: UUID) -> About:
    measure = seen(request, ROWS, pk)
    rows, events = terms.of_subject("measure", measure.id)
    return About(
        "measure", measure, rows, events, [], lambda: measure_actions(measure, request.actor, request.on)
    )


records.mount(router, "measures", _about)
term_changes.mount(router, "measure", ROWS)
above.mount(router, "measure", lambda request, pk: seen(request, ROWS, pk))
