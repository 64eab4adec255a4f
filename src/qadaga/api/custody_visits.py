"""Visits to places of custody: begun, answered, taken along on a device, carried out (L.3.6)."""

from collections.abc import Sequence
from uuid import UUID

from django.http import HttpResponse, HttpResponseBase
from ninja import Status

from qadaga.api.auth import ApiRequest
from qadaga.api.common import adding, needed_file, shown, updating, zoned
from qadaga.api.custody_visit_shapes import (
    AnswersIn,
    CalledOffIn,
    CheckListOut,
    EvidenceIn,
    FinishIn,
    OutcomeOut,
    ParcelIn,
    PassIn,
    ResultOut,
    SettlementIn,
    VisitMoveIn,
    VisitOut,
)
from qadaga.api.problems import say
from qadaga.api.routing import Router
from qadaga.api.schemas import Made
from qadaga.common.errors import InvalidInput, QadagaError, filled
from qadaga.documents.downloads import attachment
from qadaga.supervision.custody import selectors, services
from qadaga.supervision.custody.lists import CheckList, lists
from qadaga.supervision.custody.models import Visit
from qadaga.supervision.custody.shown import file_of

visits = Router(tags=["custody"])


def _visit(request: ApiRequest, response: HttpResponse, pk: UUID) -> Visit:
    return shown(response, selectors.read_visit(request.actor, request.on, pk))


def _parcel(payload: ParcelIn) -> services.Parcel:
    found = [
        services.FoundEntry(
            one.key,
            zoned(one.device_at),
            services.Found(
                **one.dict(exclude={"key", "device_at", "held_since"}), held_since=zoned(one.held_since)
            ),
        )
        for one in payload.found
    ]
    answers = [
        services.SaidEntry(
            one.key, zoned(one.device_at), one.item, services.Answered(one.verdict, one.remark), one.over
        )
        for one in payload.answers
    ]
    begun_at = zoned(payload.begun_at) if payload.begun_at else None
    return services.Parcel(
        zoned(payload.device_now),
        begun_at,
        tuple(found),
        tuple(answers),
        payload.whole,
        payload.list_version,
    )


def _result(key: UUID, one: services.Result) -> ResultOut:
    code = one.error.code if one.error else ""
    return ResultOut(key=key, standing=one.standing, code=code, detail=said_of(one.error))


def said_of(error: QadagaError | None) -> str:
    """A refusal in the caller's language; nothing for none."""
    if isinstance(error, InvalidInput):
        return " ".join(filled(say(fault.message), fault.data) for fault in error.fields)
    return filled(say(error.message), error.data) if error else ""


@visits.get("/lists", response=list[CheckListOut])
def read_lists(request: ApiRequest) -> Sequence[CheckList]:
    """Every edition of the check lists of each kind of place, the newest first."""
    return lists().editions


@visits.get("/{uuid:pk}", response=VisitOut)
def read_visit(request: ApiRequest, response: HttpResponse, pk: UUID) -> Visit:
    """A visit of the caller's scope; the reading is journalled."""
    return _visit(request, response, pk)


@visits.change("/{uuid:pk}/beginning", response=VisitOut)
def begin(request: ApiRequest, response: HttpResponse, pk: UUID) -> Visit:
    """Begin the visit on the spot."""
    return shown(response, services.begin(visit_id=pk, **updating(request)))


@visits.change("/{uuid:pk}/move", response=VisitOut)
def move_visit(request: ApiRequest, response: HttpResponse, pk: UUID, payload: VisitMoveIn) -> Visit:
    """Give a visit not begun yet to another day, another officer, or both."""
    services.move(visit_id=pk, **payload.dict(), **updating(request))
    return _visit(request, response, pk)


@visits.change("/{uuid:pk}/calling-off", response=VisitOut)
def call_off_visit(request: ApiRequest, response: HttpResponse, pk: UUID, payload: CalledOffIn) -> Visit:
    """Call off a visit not begun yet."""
    services.call_off(visit_id=pk, why=payload.why, **updating(request))
    return _visit(request, response, pk)


@visits.change("/{uuid:pk}/answers", response=VisitOut)
def fill(request: ApiRequest, response: HttpResponse, pk: UUID, payload: AnswersIn) -> Visit:
    """Save answers to points of the check list."""
    answers = {one.item: services.Answered(one.verdict, one.remark) for one in payload.answers}
    return shown(response, services.fill(visit_id=pk, answers=answers, **updating(request)))


@visits.post("/{uuid:pk}/device", response=VisitOut)
def keep(request: ApiRequest, response: HttpResponse, pk: UUID) -> Visit:
    """Take the check list along on a device, to be sent once it has a network again."""
    services.keep(visit_id=pk, **adding(request))
    return _visit(request, response, pk)


@visits.post("/{uuid:pk}/sync", response=OutcomeOut)
def sync(request: ApiRequest, pk: UUID, payload: ParcelIn) -> dict[str, object]:
    """Send what was written without a network: people found first, then the answers.

    An answer over one that its writer did not see is kept as disputed; see `settlement`.
    """
    selectors.read_visit(request.actor, request.on, pk)
    done = services.sync(visit_id=pk, parcel=_parcel(payload), **adding(request))
    results = [_result(key, one) for key, one in done.results.items()]
    detail = said_of(done.refused)
    return {"begun": done.begun, "detail": detail, "relisted": done.relisted, "results": results}


@visits.post("/{uuid:pk}/evidence", response={201: Made})
def show(request: ApiRequest, pk: UUID, payload: EvidenceIn) -> Status[object]:
    """Put an uploaded photograph or file with a point that has an answer."""
    file = needed_file(request, payload.file_id, "file_id")
    made = services.show(visit_id=pk, item=payload.item, file=file, title=payload.title, **adding(request))
    return Status(201, made)


@visits.get("/{uuid:pk}/files/{uuid:file_id}")
def shown_file(request: ApiRequest, pk: UUID, file_id: UUID) -> HttpResponseBase:
    """A file of the visit; the reading of the visit is journalled."""
    return attachment(file_of(selectors.read_visit(request.actor, request.on, pk), file_id))


@visits.change("/{uuid:pk}/settlement", response=VisitOut)
def settle(request: ApiRequest, response: HttpResponse, pk: UUID, payload: SettlementIn) -> Visit:
    """Choose which of two answers to a point stands; both stay on record."""
    chosen = {one.said_id: one.choice for one in payload.chosen}
    services.settle(visit_id=pk, chosen=chosen, **updating(request))
    return _visit(request, response, pk)


@visits.change("/{uuid:pk}/end", response=VisitOut)
def finish(request: ApiRequest, response: HttpResponse, pk: UUID, payload: FinishIn) -> Visit:
    """Finish the visit."""
    talks = [(talk.name, talk.said) for talk in payload.talks]
    done = services.finish(
        visit_id=pk,
        outcome=payload.outcome,
        participants=payload.participants,
        talks=talks,
        **updating(request),
    )
    return shown(response, done)


@visits.post("/{uuid:pk}/violations", response={201: Made})
def pass_violation(request: ApiRequest, pk: UUID, payload: PassIn) -> Status[object]:
    """Pass what was not kept to a matter as a violation."""
    return Status(201, services.pass_violation(visit_id=pk, **payload.dict(), **adding(request)))
