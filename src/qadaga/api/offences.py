"""Cases of administrative offences: files, checks, proceedings opened and closed (O.7.1, O.8.9)."""

from typing import Any
from uuid import UUID

from django.http import HttpResponse, HttpResponseBase
from ninja import Status

from qadaga.acts.services import Delivered
from qadaga.api import registers, rulings
from qadaga.api.auth import ApiRequest
from qadaga.api.common import adding, file_of, needed_body, one_of, shown, updating
from qadaga.api.offence_shapes import (
    CallForIn,
    CaseIn,
    CaseOutcomeIn,
    ClosingIn,
    DecidedIn,
    FileBackIn,
    FileCameIn,
    FileSilenceIn,
    FileTermIn,
    FileWithheldIn,
    LegalityIn,
    LetterDeliveredIn,
    OffenceActIn,
    OffenceMatterIn,
    OffenceOut,
    OffenceReminderIn,
    ProceedingsIn,
)
from qadaga.api.routing import Router
from qadaga.api.schemas import Made
from qadaga.documents.downloads import attachment
from qadaga.supervision.offences import selectors, services
from qadaga.supervision.offences.models import OffenceCase
from qadaga.supervision.offences.register import OFFENCES

offences = Router(tags=["offences"])


def _named(payload: CaseIn) -> services.Named:
    values = payload.dict(exclude={"body", "ground", "language"})
    return services.Named(body=needed_body(payload.body, "body"), **values)


@offences.post("", response={201: OffenceOut})
def call_for(request: ApiRequest, response: HttpResponse, payload: CallForIn) -> Status[OffenceCase]:
    """Call for the file of a case; the term of the reply runs."""
    given = payload.dict(include={"ground", "language"})
    made = services.call_for(named=_named(payload), **given, **adding(request))
    return Status(201, shown(response, made))


@offences.post("/proceedings", response={201: OffenceOut})
def open_new(request: ApiRequest, response: HttpResponse, payload: ProceedingsIn) -> Status[OffenceCase]:
    """Open proceedings by one's own resolution."""
    decided = services.Decided(**payload.decided.dict())
    made = services.open_new(named=_named(payload.case), decided=decided, **adding(request))
    return Status(201, shown(response, made))


@offences.get("/{uuid:pk}", response=OffenceOut)
def read(request: ApiRequest, response: HttpResponse, pk: UUID) -> OffenceCase:
    """A case of the caller's scope; the reading is journalled."""
    return shown(response, selectors.read_case(request.actor, request.on, pk))


rulings.mount(offences, "offences", lambda request, pk: selectors.read_case(request.actor, request.on, pk))


@offences.get("/{uuid:pk}/resolutions/{uuid:row_id}/pdf")
def paper(request: ApiRequest, response: HttpResponse, pk: UUID, row_id: UUID) -> HttpResponseBase:
    """A resolution as it was signed, PDF/A."""
    case = selectors.read_case(request.actor, request.on, pk)
    return attachment(one_of(case.resolutions.select_related("pdf").filter(id=row_id)).pdf)


@offences.get("/{uuid:pk}/letter/pdf")
def letter(request: ApiRequest, pk: UUID) -> HttpResponseBase:
    """The letter that called for the file, PDF/A."""
    return attachment(selectors.letter_file(selectors.read_case(request.actor, request.on, pk), "pdf"))


def _change(request: ApiRequest, pk: UUID) -> dict[str, Any]:
    return {"case_id": pk, **updating(request)}


@offences.change("/{uuid:pk}/delivery", response=OffenceOut)
def deliver(request: ApiRequest, response: HttpResponse, pk: UUID, payload: LetterDeliveredIn) -> OffenceCase:
    """Record that the letter was delivered, with the proof."""
    proof = file_of(request, payload.proof_file_id, "proof_file_id")
    delivered = Delivered(payload.way, payload.served_on, proof, payload.proof_ref)
    return shown(response, services.deliver(delivered=delivered, **_change(request, pk)))


@offences.change("/{uuid:pk}/prolongation", response=OffenceOut)
def prolong(request: ApiRequest, response: HttpResponse, pk: UUID, payload: FileTermIn) -> OffenceCase:
    """Prolong the term of the file's coming or return: the leadership."""
    return shown(response, services.prolong(**payload.dict(), **_change(request, pk)))


@offences.change("/{uuid:pk}/receipt", response=OffenceOut)
def receive(request: ApiRequest, response: HttpResponse, pk: UUID, payload: FileCameIn) -> OffenceCase:
    """Record that the file has come."""
    return shown(response, services.receive(**payload.dict(), **_change(request, pk)))


@offences.change("/{uuid:pk}/return", response=OffenceOut)
def hand_back(request: ApiRequest, response: HttpResponse, pk: UUID, payload: FileBackIn) -> OffenceCase:
    """Record that the file went back."""
    return shown(response, services.hand_back(**payload.dict(), **_change(request, pk)))


@offences.change("/{uuid:pk}/resolutions/{uuid:row_id}/delivery", response=OffenceOut)
def deliver_resolution(
    request: ApiRequest, response: HttpResponse, pk: UUID, row_id: UUID, payload: LetterDeliveredIn
) -> OffenceCase:
    """Record that a resolution reached the body that conducts the case, with the proof."""
    proof = file_of(request, payload.proof_file_id, "proof_file_id")
    delivered = Delivered(payload.way, payload.served_on, proof, payload.proof_ref)
    change = _change(request, pk)
    return shown(response, services.deliver_resolution(resolution_id=row_id, delivered=delivered, **change))


@offences.change("/{uuid:pk}/reminders", response=Made)
def remind(request: ApiRequest, pk: UUID, payload: OffenceReminderIn) -> object:
    """Record a reminder to a body that let its term pass in silence."""
    return services.remind(**payload.dict(), **_change(request, pk))


@offences.change("/{uuid:pk}/silence", response=OffenceOut)
def silence(request: ApiRequest, response: HttpResponse, pk: UUID, payload: FileSilenceIn) -> OffenceCase:
    """Record that the file did not come in its term, as a violation of a matter."""
    return shown(response, services.record_silence(**payload.dict(), **_change(request, pk)))


@offences.change("/{uuid:pk}/withheld", response=OffenceOut)
def give_up_file(
    request: ApiRequest, response: HttpResponse, pk: UUID, payload: FileWithheldIn
) -> OffenceCase:
    """End a case whose file was never given, once a signed act answers that."""
    return shown(response, services.give_up_file(paper=payload.paper, **_change(request, pk)))


@offences.change("/{uuid:pk}/check", response=OffenceOut)
def check(request: ApiRequest, response: HttpResponse, pk: UUID, payload: LegalityIn) -> OffenceCase:
    """Record whether detention and penalty were lawful."""
    checked = services.Checked(**payload.dict())
    return shown(response, services.check(checked=checked, **_change(request, pk)))


@offences.change("/{uuid:pk}/opening", response=OffenceOut)
def open_proceedings(
    request: ApiRequest, response: HttpResponse, pk: UUID, payload: DecidedIn
) -> OffenceCase:
    """Open the proceedings that the body refused or closed."""
    decided = services.Decided(**payload.dict())
    return shown(response, services.open_proceedings(decided=decided, **_change(request, pk)))


@offences.change("/{uuid:pk}/closing", response=OffenceOut)
def close_proceedings(
    request: ApiRequest, response: HttpResponse, pk: UUID, payload: ClosingIn
) -> OffenceCase:
    """Close the proceedings on a ground."""
    decided = services.Decided(**payload.dict(exclude={"ground"}))
    done = services.close_proceedings(ground=payload.ground, decided=decided, **_change(request, pk))
    return shown(response, done)


@offences.change("/{uuid:pk}/violation", response=OffenceOut)
def pass_violation(
    request: ApiRequest, response: HttpResponse, pk: UUID, payload: OffenceMatterIn
) -> OffenceCase:
    """Pass what was unlawful to a matter as a violation."""
    return shown(response, services.pass_violation(matter_id=payload.matter_id, **_change(request, pk)))


@offences.change("/{uuid:pk}/act", response=OffenceOut)
def link_act(request: ApiRequest, response: HttpResponse, pk: UUID, payload: OffenceActIn) -> OffenceCase:
    """Link the act brought on the case."""
    return shown(response, services.link_act(act_id=payload.act_id, **_change(request, pk)))


@offences.change("/{uuid:pk}/outcome", response=OffenceOut)
def outcome(request: ApiRequest, response: HttpResponse, pk: UUID, payload: CaseOutcomeIn) -> OffenceCase:
    """Record what became of the case."""
    return shown(response, services.record_outcome(**payload.dict(), **_change(request, pk)))


registers.mount(offences, OFFENCES)
