"""Treaties, checks of how they are kept, requests from and to abroad, their parts and documents (L.3.7)."""

from uuid import UUID

from django.http import HttpResponse, HttpResponseBase
from ninja import Status

from qadaga.api import registers
from qadaga.api.auth import ApiRequest
from qadaga.api.common import adding, needed_body, needed_file, shown, updating
from qadaga.api.routing import Router
from qadaga.api.schemas import Made
from qadaga.api.treaty_shapes import (
    CooperationIn,
    TreatyAnswerIn,
    TreatyCheckEndIn,
    TreatyCheckIn,
    TreatyCheckOut,
    TreatyConcludedIn,
    TreatyDeathIn,
    TreatyDecisionIn,
    TreatyDraftIn,
    TreatyEndIn,
    TreatyIn,
    TreatyNamed,
    TreatyOfficerIn,
    TreatyOut,
    TreatyOutcomeIn,
    TreatyPaperIn,
    TreatyPartIn,
    TreatyPartOut,
    TreatyPositionIn,
    TreatyReplyIn,
    TreatyRequestIn,
    TreatyRequestOut,
    TreatySendingIn,
    TreatyTermIn,
    TreatyViolationIn,
)
from qadaga.documents.downloads import attachment
from qadaga.treaties import selectors, services
from qadaga.treaties.models import Paper, Part, Request, Treaty, TreatyCheck
from qadaga.treaties.register import CHECKS, PARTS, REQUESTS, TREATIES

treaties = Router(tags=["treaties"])
checks = Router(tags=["treaties"])
requests = Router(tags=["treaties"])
parts = Router(tags=["treaties"])
_NAMES = {"kind", "title_ru", "title_kk", "partner_kind", "partner"}


def _named(payload: TreatyNamed) -> services.Entered:
    return services.Entered(**payload.dict(include=_NAMES))


def _concluded(payload: TreatyConcludedIn) -> services.Concluded:
    return services.Concluded(payload.concluded_on, payload.basis, payload.force_on)


def _added(request: ApiRequest, payload: TreatyPaperIn) -> services.Added:
    file = needed_file(request, payload.file_id, "file")
    translated = None
    if payload.original_id is not None and payload.translated_on is not None:
        translated = services.Translated(
            payload.original_id,
            payload.translator,
            payload.translated_on,
            payload.certified_by,
            payload.certified_on,
        )
    return services.Added(file, payload.title, payload.language, translated)


def _answered(payload: TreatyAnswerIn) -> services.Answered:
    return services.Answered(payload.answer, payload.answer_no, payload.answered_on)


@treaties.post("", response={201: TreatyOut})
def enter_treaty(request: ApiRequest, response: HttpResponse, payload: TreatyIn) -> Status[Treaty]:
    """Enter a treaty concluded already, whose keeping is supervised."""
    made = services.enter_treaty(entered=_named(payload), concluded=_concluded(payload), **adding(request))
    return Status(201, shown(response, made))


@treaties.post("/drafts", response={201: TreatyOut})
def receive_draft(request: ApiRequest, response: HttpResponse, payload: TreatyDraftIn) -> Status[Treaty]:
    """Enter a draft sent for the position; its term begins."""
    body = needed_body(payload.sent_by, "sent_by")
    sent = services.Sent(body, payload.received_on, payload.days)
    made = services.receive_draft(entered=_named(payload), sent=sent, **adding(request))
    return Status(201, shown(response, made))


@treaties.get("/{uuid:pk}", response=TreatyOut)
def read_treaty(request: ApiRequest, response: HttpResponse, pk: UUID) -> Treaty:
    """A treaty of the caller's scope."""
    return shown(response, selectors.read_treaty(request.actor, request.on, pk))


@treaties.change("/{uuid:pk}/position", response=TreatyOut)
def give_position(request: ApiRequest, response: HttpResponse, pk: UUID, payload: TreatyPositionIn) -> Treaty:
    """State the position on a draft."""
    return shown(response, services.give_position(treaty_id=pk, **payload.dict(), **updating(request)))


@treaties.change("/{uuid:pk}/conclusion", response=TreatyOut)
def conclude(request: ApiRequest, response: HttpResponse, pk: UUID, payload: TreatyConcludedIn) -> Treaty:
    """Conclude the treaty: the Prosecutor General."""
    given = _concluded(payload)
    return shown(response, services.conclude(treaty_id=pk, concluded=given, **updating(request)))


@treaties.change("/{uuid:pk}/cooperation", response=TreatyOut)
def cooperate(request: ApiRequest, response: HttpResponse, pk: UUID, payload: CooperationIn) -> Treaty:
    """Record how cooperation by the treaty went on."""
    return shown(
        response, services.record_contact(treaty_id=pk, **payload.dict(), **updating(request)).treaty
    )


@treaties.change("/{uuid:pk}/papers", response=TreatyOut)
def add_treaty_paper(request: ApiRequest, response: HttpResponse, pk: UUID, payload: TreatyPaperIn) -> Treaty:
    """Add a document of the treaty, or a translation."""
    services.add_paper(of="treaty", owner_id=pk, added=_added(request, payload), **updating(request))
    return shown(response, selectors.read_treaty(request.actor, request.on, pk))


@treaties.change("/{uuid:pk}/end", response=TreatyOut)
def end_treaty(request: ApiRequest, response: HttpResponse, pk: UUID, payload: TreatyEndIn) -> Treaty:
    """Say since when the treaty is no longer in force."""
    return shown(response, services.end_treaty(treaty_id=pk, **payload.dict(), **updating(request)))


@treaties.get("/{uuid:pk}/papers/{uuid:file_id}")
def treaty_paper(request: ApiRequest, pk: UUID, file_id: UUID) -> HttpResponseBase:
    """A document of the treaty."""
    row = selectors.read_treaty(request.actor, request.on, pk)
    return attachment(selectors.paper_of(Paper.objects.filter(treaty=row), file_id))


@checks.post("", response={201: TreatyCheckOut})
def begin_treaty_check(
    request: ApiRequest, response: HttpResponse, payload: TreatyCheckIn
) -> Status[TreatyCheck]:
    """Begin a check of how a body keeps a treaty."""
    given = payload.dict(exclude={"body"})
    begun = services.Begun(body=needed_body(payload.body, "body"), **given)
    return Status(201, shown(response, services.begin_check(begun=begun, **adding(request))))


@checks.get("/{uuid:pk}", response=TreatyCheckOut)
def read_check(request: ApiRequest, response: HttpResponse, pk: UUID) -> TreatyCheck:
    """A check of the caller's scope."""
    return shown(response, selectors.read_check(request.actor, request.on, pk))


@checks.change("/{uuid:pk}/end", response=TreatyCheckOut)
def finish_treaty_check(
    request: ApiRequest, response: HttpResponse, pk: UUID, payload: TreatyCheckEndIn
) -> TreatyCheck:
    """Finish the check."""
    return shown(response, services.finish_check(check_id=pk, **payload.dict(), **updating(request)))


@checks.post("/{uuid:pk}/violations", response={201: Made})
def pass_treaty_violation(request: ApiRequest, pk: UUID, payload: TreatyViolationIn) -> Status[object]:
    """Pass what the check found to a matter as a violation."""
    return Status(201, services.pass_violation(check_id=pk, **payload.dict(), **adding(request)))


@requests.post("", response={201: TreatyRequestOut})
def register_request(
    request: ApiRequest, response: HttpResponse, payload: TreatyRequestIn
) -> Status[Request]:
    """Enter a request from abroad, or prepare one to be sent abroad."""
    asked = services.Asked(**payload.dict())
    return Status(201, shown(response, services.register_request(asked=asked, **adding(request))))


@requests.get("/{uuid:pk}", response=TreatyRequestOut)
def read_request(request: ApiRequest, response: HttpResponse, pk: UUID) -> Request:
    """A request of the caller's scope; the reading is journalled."""
    return shown(response, selectors.read_request(request.actor, request.on, pk))


@requests.change("/{uuid:pk}/correction", response=TreatyRequestOut)
def correct_request(
    request: ApiRequest, response: HttpResponse, pk: UUID, payload: TreatyRequestIn
) -> Request:
    """Correct an entry that nothing was done about yet."""
    asked = services.Asked(**payload.dict())
    return shown(response, services.correct_request(request_id=pk, asked=asked, **updating(request)))


@requests.change("/{uuid:pk}/parts", response=TreatyRequestOut)
def pass_down(request: ApiRequest, response: HttpResponse, pk: UUID, payload: TreatyPartIn) -> Request:
    """Pass a part to an office that an order has given the power to."""
    given = services.Passed(payload.office_id, payload.task, payload.days, payload.kato)
    services.pass_down(request_id=pk, passed=given, **updating(request))
    return shown(response, selectors.read_request(request.actor, request.on, pk))


@requests.change("/{uuid:pk}/decision", response=TreatyRequestOut)
def decide(request: ApiRequest, response: HttpResponse, pk: UUID, payload: TreatyDecisionIn) -> Request:
    """Decide on a petition from abroad."""
    return shown(response, services.decide(request_id=pk, **payload.dict(), **updating(request)))


@requests.change("/{uuid:pk}/death", response=TreatyRequestOut)
def record_request_death(
    request: ApiRequest, response: HttpResponse, pk: UUID, payload: TreatyDeathIn
) -> Request:
    """Record that whom the request is about has died: nobody hands them over."""
    return shown(response, services.record_death(request_id=pk, **payload.dict(), **updating(request)))


@requests.change("/{uuid:pk}/sending", response=TreatyRequestOut)
def send(request: ApiRequest, response: HttpResponse, pk: UUID, payload: TreatySendingIn) -> Request:
    """Send a request abroad."""
    return shown(response, services.send(request_id=pk, **payload.dict(), **updating(request)))


@requests.change("/{uuid:pk}/prolongation", response=TreatyRequestOut)
def prolong_request(request: ApiRequest, response: HttpResponse, pk: UUID, payload: TreatyTermIn) -> Request:
    """Prolong the running term of the request."""
    return shown(response, services.prolong_request(request_id=pk, **payload.dict(), **updating(request)))


@requests.change("/{uuid:pk}/answer", response=TreatyRequestOut)
def answer_request(request: ApiRequest, response: HttpResponse, pk: UUID, payload: TreatyAnswerIn) -> Request:
    """Answer the foreign body."""
    given = _answered(payload)
    return shown(response, services.answer(request_id=pk, answered=given, **updating(request)))


@requests.change("/{uuid:pk}/reply", response=TreatyRequestOut)
def record_reply(request: ApiRequest, response: HttpResponse, pk: UUID, payload: TreatyReplyIn) -> Request:
    """Record what the foreign body replied."""
    said = services.record_reply(
        request_id=pk, reply=payload.reply, answered=_answered(payload), **updating(request)
    )
    return shown(response, said)


@requests.change("/{uuid:pk}/papers", response=TreatyRequestOut)
def add_request_paper(
    request: ApiRequest, response: HttpResponse, pk: UUID, payload: TreatyPaperIn
) -> Request:
    """Add a document of the request, or a translation."""
    services.add_paper(of="request", owner_id=pk, added=_added(request, payload), **updating(request))
    return shown(response, selectors.read_request(request.actor, request.on, pk))


@requests.get("/{uuid:pk}/papers/{uuid:file_id}")
def request_paper(request: ApiRequest, pk: UUID, file_id: UUID) -> HttpResponseBase:
    """A document of the request."""
    row = selectors.read_request(request.actor, request.on, pk)
    return attachment(selectors.paper_of(Paper.objects.filter(request=row), file_id))


@parts.get("/{uuid:pk}", response=TreatyPartOut)
def read_part(request: ApiRequest, response: HttpResponse, pk: UUID) -> Part:
    """A part that an office of the caller's scope carries out; the reading is journalled."""
    return shown(response, selectors.read_part(request.actor, request.on, pk))


@parts.change("/{uuid:pk}/officer", response=TreatyPartOut)
def give_part(request: ApiRequest, response: HttpResponse, pk: UUID, payload: TreatyOfficerIn) -> Part:
    """Give the part to an officer."""
    return shown(response, services.give_part(part_id=pk, **payload.dict(), **updating(request)))


@parts.change("/{uuid:pk}/prolongation", response=TreatyPartOut)
def prolong_part(request: ApiRequest, response: HttpResponse, pk: UUID, payload: TreatyTermIn) -> Part:
    """Prolong the term of the part: the central authority that passed it down."""
    return shown(response, services.prolong_part(part_id=pk, **payload.dict(), **updating(request)))


@parts.change("/{uuid:pk}/execution", response=TreatyPartOut)
def complete_part(request: ApiRequest, response: HttpResponse, pk: UUID, payload: TreatyOutcomeIn) -> Part:
    """Record that the part was carried out; with the last one the request is."""
    return shown(response, services.complete_part(part_id=pk, **payload.dict(), **updating(request)))


@parts.get("/{uuid:pk}/papers/{uuid:file_id}")
def part_paper(request: ApiRequest, pk: UUID, file_id: UUID) -> HttpResponseBase:
    """A document of the request that the part belongs to."""
    row = selectors.read_part(request.actor, request.on, pk)
    return attachment(selectors.paper_of(Paper.objects.filter(request=row.request_id), file_id))


registers.mount(treaties, TREATIES)
registers.mount(checks, CHECKS)
registers.mount(requests, REQUESTS)
registers.mount(parts, PARTS)
