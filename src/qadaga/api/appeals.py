"""Appeals: registering and reading them, their papers, what waits in the registry."""

from uuid import UUID

from django.http import HttpResponse, HttpResponseBase
from ninja import Status

from qadaga.api import appeal_steps, records, registers
from qadaga.api.act_papers import paper
from qadaga.api.appeal_entries import AppealIn, EarlierIn
from qadaga.api.appeal_shapes import AppealCardOut, AppealOut, EarlierOut, NoticeOut, WaitingOut
from qadaga.api.appeal_steps import ROWS, entry_of
from qadaga.api.auth import ApiRequest, scope
from qadaga.api.common import adding, attached, only_read, seen, shown
from qadaga.api.concurrency import tagged
from qadaga.api.records import About
from qadaga.api.routing import Router
from qadaga.appeals import papers, selectors, services
from qadaga.appeals.models import Appeal, Forwarding
from qadaga.appeals.reading import require_reading
from qadaga.appeals.register import APPEALS
from qadaga.appeals.row_papers import paper_of
from qadaga.appeals.selectors import Earlier, Notice
from qadaga.common.errors import NotFound
from qadaga.documents.downloads import attachment

router = Router(tags=["appeals"])


@router.post("", response={201: AppealOut})
def register(request: ApiRequest, response: HttpResponse, payload: AppealIn) -> Status[Appeal]:
    """Register an appeal in the caller's office: number, coupon and term are in the answer."""
    made = services.register(entry=entry_of(payload), **adding(request))
    return Status(201, shown(response, made))


@router.get("/{uuid:pk}", response=AppealCardOut)
def read(request: ApiRequest, response: HttpResponse, pk: UUID) -> dict[str, object]:
    """The card, with the people who applied; the reading is journalled."""
    appeal = seen(request, ROWS, pk)
    parts = selectors.appeal_parts(appeal)
    names = ("applicants", "decisions", "forwardings", "answers", "materials", "attachments")
    tagged(response, appeal.version)
    return {"appeal": appeal, **{name: parts[name] for name in names}}


@router.get("/{uuid:pk}/coupon")
def coupon(request: ApiRequest, pk: UUID) -> HttpResponseBase:
    """The applicant's coupon as PDF, in the language of the appeal."""
    appeal = seen(request, ROWS, pk)
    return paper(papers.coupon(appeal, papers.language_of(appeal)), "coupon.pdf")


@router.get("/{uuid:pk}/answer/pdf")
def answer_pdf(request: ApiRequest, pk: UUID) -> HttpResponseBase:
    """The frozen PDF/A of a signed answer; before that the draft as it will print."""
    appeal = seen(request, ROWS, pk)
    row = selectors.answer_of(appeal)
    if row is None:
        raise NotFound
    if row.pdf is not None:
        return attachment(row.pdf)
    return paper(papers.answer(appeal, row, appeal.applicants.order_by("position"), None), "answer.pdf")


@router.get("/{uuid:pk}/papers/{slug:kind}/{uuid:row_id}")
def row_paper(request: ApiRequest, pk: UUID, kind: str, row_id: UUID) -> HttpResponseBase:
    """A letter or notice as PDF: `kind` is letter or notice (of a forwarding), decision, materials or
    summons.
    """
    made = paper_of(seen(request, ROWS, pk), kind, row_id)
    if made is None:
        raise NotFound
    return paper(made, f"{kind}.pdf")


@router.get("/{uuid:pk}/files/{uuid:file_id}")
def file(request: ApiRequest, pk: UUID, file_id: UUID) -> HttpResponseBase:
    """A file of the appeal."""
    return attached("appeal", seen(request, ROWS, pk).id, file_id)


@router.post("/earlier", response=list[EarlierOut])
def earlier(request: ApiRequest, response: HttpResponse, payload: EarlierIn) -> list[Earlier]:
    """Likely earlier appeals of the same applicants or on the same body."""
    only_read(response)
    return selectors.likely_earlier(scope(request), **payload.dict())


@router.get("/to-register", response=list[WaitingOut])
def to_register(request: ApiRequest) -> list[Forwarding]:
    """What other offices forwarded to the caller's and is not registered yet, the oldest first."""
    return selectors.to_register(request.actor)


@router.get("/to-tell", response=list[NoticeOut])
def to_tell(request: ApiRequest) -> list[Notice]:
    """Applicants of the caller's office still to be told, the most urgent first."""
    return selectors.to_tell(request.actor)


@router.post("/to-register/{uuid:forwarding_id}", response={201: AppealOut})
def receive(request: ApiRequest, response: HttpResponse, forwarding_id: UUID) -> Status[Appeal]:
    """Register what was forwarded to the caller's office, with a number and a term of its own."""
    made = services.receive(forwarding_id=forwarding_id, **adding(request))
    return Status(201, shown(response, made))


def _about(request: ApiRequest, pk: UUID) -> About:
    appeal = selectors.get_appeal(scope(request), pk)
    parts = selectors.appeal_parts(appeal)
    require_reading(appeal, request.actor, request.on, parts)
    return About(
        "appeal",
        appeal,
        parts["terms"],
        parts["term_events"],
        [],
        lambda: selectors.appeal_actions(appeal, parts, request.actor, request.on),
    )


registers.mount(router, APPEALS)
appeal_steps.mount(router)
records.mount(router, "appeals", _about)
