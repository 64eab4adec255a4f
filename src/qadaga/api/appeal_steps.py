"""Every step on an appeal, by the services that the pages use."""

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from ninja import Status

from qadaga.api.appeal_entries import (
    AnswerIn,
    AppealIn,
    ApplicantToldIn,
    CorrectIn,
    ForwardIn,
    GroundIn,
    MaterialsDecisionIn,
    MaterialsIn,
    MatterIn,
    OutcomeIn,
    ProlongIn,
    SendIn,
    ShownIn,
)
from qadaga.api.appeal_shapes import AnswerOut, AppealOut, DecisionOut, ForwardingOut, MaterialsOut
from qadaga.api.auth import ApiRequest
from qadaga.api.common import adding, body_of, needed_file, one_of, seen, shown, updating
from qadaga.api.matter_shapes import MatterOut
from qadaga.api.routing import Router
from qadaga.api.schemas import AttachIn, Made, ReasonIn
from qadaga.appeals import services
from qadaga.appeals.entry import AppealEntry
from qadaga.appeals.models import Answer, Appeal, Decision, Forwarding, MaterialsRequest
from qadaga.appeals.services import Addressee, AnswerEntry, MatterEntry
from qadaga.matters.models import Matter

ROWS = Appeal.objects.select_related("office", "matter")


def entry_of(given: AppealIn) -> AppealEntry:
    """As the services take it; the body named is found, or entered as part of the change."""
    body = body_of(given.body, "body")
    return AppealEntry(
        **given.dict(exclude={"applicants", "body"}),
        applicants=tuple(one.entry() for one in given.applicants),
        body_id=body.id if body else None,
    )


def mount(router: Router) -> None:
    """Add the endpoints to the router of appeals."""
    _deciding(router)
    _handling(router)
    _telling(router)
    _answering(router)
    _materials(router)


def _deciding(router: Router) -> None:
    @router.change("/{uuid:pk}/correct", response=AppealOut)
    def correct(request: ApiRequest, response: HttpResponse, pk: UUID, payload: CorrectIn) -> Appeal:
        """Correct the registration by a reasoned decision; the number and the days stay."""
        values = payload.dict(exclude={"entry"})
        entry = entry_of(payload.entry)
        return shown(response, services.correct(appeal_id=pk, entry=entry, **values, **updating(request)))

    @router.change("/{uuid:pk}/annul", response=AppealOut)
    def annul(request: ApiRequest, response: HttpResponse, pk: UUID, payload: GroundIn) -> Appeal:
        """Annul a registration made by mistake; it keeps its number."""
        return shown(response, services.annul(appeal_id=pk, **payload.dict(), **updating(request)))

    @router.change("/{uuid:pk}/decline", response=AppealOut)
    def decline(request: ApiRequest, response: HttpResponse, pk: UUID, payload: GroundIn) -> Appeal:
        """Leave the appeal without consideration."""
        return shown(response, services.decline(appeal_id=pk, **payload.dict(), **updating(request)))

    @router.change("/{uuid:pk}/prolong", response=AppealOut)
    def prolong(request: ApiRequest, response: HttpResponse, pk: UUID, payload: ProlongIn) -> Appeal:
        """Prolong the consideration; the applicant must be told."""
        return shown(response, services.prolong(appeal_id=pk, **payload.dict(), **updating(request)))

    @router.change("/{uuid:pk}/withdraw", response=AppealOut)
    def withdraw(request: ApiRequest, response: HttpResponse, pk: UUID, payload: ReasonIn) -> Appeal:
        """End the consideration because the applicant withdrew the appeal."""
        return shown(response, services.withdraw(appeal_id=pk, **payload.dict(), **updating(request)))


def _handling(router: Router) -> None:
    @router.change("/{uuid:pk}/matter", response={201: MatterOut})
    def open_matter(
        request: ApiRequest, response: HttpResponse, pk: UUID, payload: MatterIn
    ) -> Status[Matter]:
        """Open a matter to consider the appeal in."""
        values: dict[str, Any] = {**payload.dict(), "tasks": tuple(payload.tasks)}
        made = services.open_matter(appeal_id=pk, entry=MatterEntry(**values), **updating(request))
        return Status(201, shown(response, made))

    @router.change("/{uuid:pk}/call-up", response=MatterOut)
    def call_up(request: ApiRequest, response: HttpResponse, pk: UUID, payload: ReasonIn) -> Matter:
        """Call up the matter that the appeal challenges."""
        made = services.call_up(appeal_id=pk, reason=payload.reason, **updating(request))
        return shown(response, made)

    @router.change("/{uuid:pk}/forward", response={201: ForwardingOut})
    def forward(request: ApiRequest, pk: UUID, payload: ForwardIn) -> Status[Forwarding]:
        """Forward the appeal, or a part of it, to the competent office or body, under control."""
        body = body_of(payload.to_body, "to_body")
        to = Addressee(
            office_id=payload.to_office_id, body_id=body.id if body else None, name=payload.to_name
        )
        values = payload.dict(exclude={"to_office_id", "to_body", "to_name"})
        return Status(201, services.forward(appeal_id=pk, to=to, **values, **updating(request)))

    @router.change("/{uuid:pk}/challenge", response={201: AppealOut})
    def challenge(request: ApiRequest, response: HttpResponse, pk: UUID, payload: AppealIn) -> Status[Appeal]:
        """Register a challenge of what was answered; it goes to the office above."""
        made = services.challenge(appeal_id=pk, entry=entry_of(payload), **updating(request))
        return Status(201, shown(response, made))

    @router.post("/{uuid:pk}/files", response={201: Made})
    def attach(request: ApiRequest, pk: UUID, payload: AttachIn) -> Status[object]:
        """Tie an uploaded file to the appeal."""
        file = needed_file(request, payload.file_id, "file_id")
        return Status(201, services.attach(appeal_id=pk, file=file, title=payload.title, **adding(request)))


def _telling(router: Router) -> None:
    @router.post("/{uuid:pk}/forwardings/{uuid:row_id}/told", response=ForwardingOut)
    def told_of_forwarding(
        request: ApiRequest, pk: UUID, row_id: UUID, payload: ApplicantToldIn
    ) -> Forwarding:
        """Record that the applicant was told of the forwarding."""
        return services.tell_of_forwarding(
            appeal_id=pk, forwarding_id=row_id, **payload.dict(), **adding(request)
        )

    @router.post("/{uuid:pk}/decisions/{uuid:row_id}/told", response=DecisionOut)
    def told_of_decision(request: ApiRequest, pk: UUID, row_id: UUID, payload: ApplicantToldIn) -> Decision:
        """Record that the applicant was told of the decision."""
        return services.tell_of_decision(
            appeal_id=pk, decision_id=row_id, **payload.dict(), **adding(request)
        )

    @router.post("/{uuid:pk}/forwardings/{uuid:row_id}/outcome", response=ForwardingOut)
    def outcome(request: ApiRequest, pk: UUID, row_id: UUID, payload: OutcomeIn) -> Forwarding:
        """Record what came of the forwarding: its control ends (L.1.1)."""
        return services.record_outcome(
            appeal_id=pk, forwarding_id=row_id, **payload.dict(), **adding(request)
        )


def _answering(router: Router) -> None:
    @router.replace("/{uuid:pk}/answer", response=AnswerOut)
    def draft(request: ApiRequest, pk: UUID, payload: AnswerIn) -> Answer:
        """Write the draft of the answer, or write it anew."""
        entry = AnswerEntry(**payload.dict())
        return services.draft_answer(appeal_id=pk, entry=entry, **updating(request))

    @router.change("/{uuid:pk}/answer/sign", response=AnswerOut)
    def sign(request: ApiRequest, pk: UUID) -> Answer:
        """Sign the answer: number, PDF/A and fingerprint are frozen."""
        return services.sign_answer(appeal_id=pk, **updating(request))

    @router.change("/{uuid:pk}/answer/send", response=AnswerOut)
    def send(request: ApiRequest, pk: UUID, payload: SendIn) -> Answer:
        """Record that the answer was sent: the consideration is over."""
        return services.send_answer(appeal_id=pk, **payload.dict(), **updating(request))


def _materials(router: Router) -> None:
    @router.post("/{uuid:pk}/materials", response={201: MaterialsOut})
    def request_materials(
        request: ApiRequest, response: HttpResponse, pk: UUID, payload: MaterialsIn
    ) -> Status[MaterialsRequest]:
        """Record that an applicant asks to see the materials."""
        made = services.request_materials(appeal_id=pk, **payload.dict(), **adding(request))
        return Status(201, shown(response, made))

    @router.get("/{uuid:pk}/materials/{uuid:row_id}", response=MaterialsOut)
    def read_materials(
        request: ApiRequest, response: HttpResponse, pk: UUID, row_id: UUID
    ) -> MaterialsRequest:
        """One request; its ETag is what a decision on it must name."""
        rows = seen(request, ROWS, pk).materials_requests
        return shown(response, one_of(rows.filter(id=row_id)))

    @router.change("/{uuid:pk}/materials/{uuid:row_id}/decide", response=MaterialsOut)
    def decide_materials(
        request: ApiRequest, response: HttpResponse, pk: UUID, row_id: UUID, payload: MaterialsDecisionIn
    ) -> MaterialsRequest:
        """Allow the materials wholly or partly, or refuse."""
        row = services.decide_materials(
            appeal_id=pk, request_id=row_id, **payload.dict(), **updating(request)
        )
        return shown(response, row)

    @router.change("/{uuid:pk}/materials/{uuid:row_id}/show", response=MaterialsOut)
    def show_materials(
        request: ApiRequest, response: HttpResponse, pk: UUID, row_id: UUID, payload: ShownIn
    ) -> MaterialsRequest:
        """Note that the applicant has seen the materials."""
        row = services.show_materials(appeal_id=pk, request_id=row_id, **payload.dict(), **updating(request))
        return shown(response, row)
