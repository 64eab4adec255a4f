"""Acts and measures: drafts, agreement, signature, and what follows."""

from datetime import date
from uuid import UUID

from django.http import HttpResponse, HttpResponseBase
from ninja import Router, Schema

from qadaga.acts import services
from qadaga.acts.models import Act, Measure
from qadaga.api.auth import ApiRequest
from qadaga.api.common import (
    adding,
    file_of,
    needed_body,
    needed_file,
    seen,
    shown,
    updating,
)
from qadaga.api.matters import Made, ReasonIn
from qadaga.api.schemas import Line, Long, Text
from qadaga.common.errors import NotFound
from qadaga.documents.downloads import attachment

router = Router(tags=["acts"])
measures = Router(tags=["measures"])


class ActOut(Schema):
    """An act: its kind, where it stands, its dates, the fingerprint of what was signed."""

    id: UUID
    matter_id: UUID
    number_text: str | None
    kind: str
    language: str
    heading: str
    addressee_id: UUID
    status: str
    drafted_on: date
    signed_on: date | None
    sha256: str | None
    edition: str | None
    norms: list[str]
    served_on: date | None
    replied_on: date | None
    due_on: date | None
    removed_on: date | None
    withdrawn_on: date | None
    version: int


class WordingIn(Schema):
    """The text of an act."""

    heading: Line
    facts: Text = ""
    norms: Text = ""
    demands: Text = ""


class ProtestedIn(Schema):
    """The unlawful act that a protest is against."""

    title: Text
    adopted_on: date
    issuer_id: UUID
    number: Line = ""
    is_law: bool = False


class DraftIn(Schema):
    """A new act in a matter."""

    matter_id: UUID
    kind: str
    language: str
    addressee_id: UUID
    wording: WordingIn
    violations: list[UUID] = []
    protested: ProtestedIn | None = None


class RemarksIn(Schema):
    """Why a draft goes back."""

    remarks: Long


class ServedIn(Schema):
    """How an act reached its addressee; a proof file or the reference of a receipt."""

    way: str
    served_on: date
    recipient: Line
    proof_file_id: UUID | None = None
    proof_ref: Line = ""


class RepliedIn(Schema):
    """What the addressee replied."""

    replied_on: date
    summary: Long
    number: Line = ""
    file_id: UUID | None = None


class AssessIn(Schema):
    """What the reply amounts to: satisfied, partly or refused."""

    assessment: str
    note: Long = ""


class RemovedIn(Schema):
    """That the violations are removed, with the proof."""

    removed_on: date
    what: Long
    proof_file_id: UUID
    causes_removed: bool
    consequences_remedied: bool


class CourtIn(ReasonIn):
    """To which court."""

    court: Line


class SuspendedIn(Schema):
    """How far and how long the protested act stands still."""

    scope: str
    ground: str
    starts_on: date
    ends_on: date | None = None
    part: Long = ""


class MeasureOut(Schema):
    """A measure taken in a matter."""

    id: UUID
    matter_id: UUID
    kind: str
    number_text: str
    status: str
    language: str
    addressee_id: UUID | None
    ground: str
    text: str
    issued_on: date
    served_on: date | None
    due_on: date | None
    replied_on: date | None
    reply: str | None
    version: int


class RequestIn(Schema):
    """A request for documents."""

    matter_id: UUID
    addressee_id: UUID
    ground: Long
    text: Text
    language: str


class FindingsIn(Schema):
    """A note of findings."""

    matter_id: UUID
    ground: Long
    note: Text
    language: str


class MeasureServedIn(Schema):
    """How a request reached its addressee; `days` where the request sets the length of the term."""

    way: str
    served_on: date
    days: int | None = None


class MeasureReplyIn(Schema):
    """What came back."""

    replied_on: date
    reply: Long
    file_id: UUID | None = None


def _wording(given: WordingIn) -> services.Wording:
    return services.Wording(**given.dict())


def _protested(given: ProtestedIn | None) -> services.Protested | None:
    if given is None:
        return None
    issuer = needed_body(given.issuer_id, "protested.issuer_id")
    return services.Protested(**given.dict(exclude={"issuer_id"}), issuer=issuer)


@router.post("", response={201: ActOut})
def draft(request: ApiRequest, response: HttpResponse, payload: DraftIn) -> tuple[int, Act]:
    """Begin an act in a matter."""
    made = services.draft(
        matter_id=payload.matter_id,
        draft=services.Draft(
            kind=payload.kind,
            language=payload.language,
            addressee=needed_body(payload.addressee_id, "addressee_id"),
            wording=_wording(payload.wording),
            violations=payload.violations,
            protested=_protested(payload.protested),
        ),
        **adding(request),
    )
    return 201, shown(response, made)


@router.get("/{uuid:pk}", response=ActOut)
def read(request: ApiRequest, response: HttpResponse, pk: UUID) -> Act:
    """One act."""
    return shown(response, seen(request, Act.objects.all(), pk))


@router.get("/{uuid:pk}/pdf", include_in_schema=True)
def pdf(request: ApiRequest, pk: UUID) -> HttpResponseBase:
    """The frozen PDF/A of a signed act; 404 while it is a draft."""
    act = seen(request, Act.objects.select_related("pdf"), pk)
    if act.pdf is None:
        raise NotFound
    return attachment(act.pdf)


@router.put("/{uuid:pk}/wording", response=ActOut)
def save(request: ApiRequest, response: HttpResponse, pk: UUID, payload: WordingIn) -> Act:
    """Save a new text of the draft."""
    return shown(response, services.save_draft(act_id=pk, wording=_wording(payload), **updating(request)))


@router.post("/{uuid:pk}/submit", response=ActOut)
def submit(request: ApiRequest, response: HttpResponse, pk: UUID) -> Act:
    """Submit the draft for agreement."""
    return shown(response, services.submit(act_id=pk, **updating(request)))


@router.post("/{uuid:pk}/agree", response=ActOut)
def agree(request: ApiRequest, response: HttpResponse, pk: UUID) -> Act:
    """Agree the draft."""
    return shown(response, services.agree(act_id=pk, **updating(request)))


@router.post("/{uuid:pk}/send-back", response=ActOut)
def send_back(request: ApiRequest, response: HttpResponse, pk: UUID, payload: RemarksIn) -> Act:
    """Send the draft back with remarks."""
    services.send_back(act_id=pk, remarks=payload.remarks, **updating(request))
    return read(request, response, pk)


@router.post("/{uuid:pk}/sign", response=ActOut)
def sign(request: ApiRequest, response: HttpResponse, pk: UUID) -> Act:
    """Sign: number, PDF/A and fingerprint are frozen."""
    services.sign(act_id=pk, **updating(request))
    return read(request, response, pk)


@router.post("/{uuid:pk}/service", response=ActOut)
def serve(request: ApiRequest, response: HttpResponse, pk: UUID, payload: ServedIn) -> Act:
    """Record service; the term of consideration starts."""
    proof = file_of(request, payload.proof_file_id, "proof_file_id")
    served = services.Served(**payload.dict(exclude={"proof_file_id"}), proof=proof)
    services.serve(act_id=pk, served=served, **updating(request))
    return read(request, response, pk)


@router.post("/{uuid:pk}/replies", response=ActOut)
def record_reply(request: ApiRequest, response: HttpResponse, pk: UUID, payload: RepliedIn) -> Act:
    """Record the reply."""
    file = file_of(request, payload.file_id, "file_id")
    replied = services.Replied(**payload.dict(exclude={"file_id"}), file=file)
    services.record_reply(act_id=pk, replied=replied, **updating(request))
    return read(request, response, pk)


@router.post("/{uuid:pk}/assessment", response=ActOut)
def assess(request: ApiRequest, response: HttpResponse, pk: UUID, payload: AssessIn) -> Act:
    """Assess the last reply."""
    services.assess_reply(act_id=pk, **payload.dict(), **updating(request))
    return read(request, response, pk)


@router.post("/{uuid:pk}/removal", response=ActOut)
def confirm_removal(request: ApiRequest, response: HttpResponse, pk: UUID, payload: RemovedIn) -> Act:
    """Confirm the removal with proof."""
    proof = needed_file(request, payload.proof_file_id, "proof_file_id")
    removed = services.Removed(**payload.dict(exclude={"proof_file_id"}), proof=proof)
    services.confirm_removal(act_id=pk, removed=removed, **updating(request))
    return read(request, response, pk)


@router.post("/{uuid:pk}/escalation", response=ActOut)
def escalate(request: ApiRequest, response: HttpResponse, pk: UUID, payload: ReasonIn) -> Act:
    """Pass the act to the office above."""
    services.escalate(act_id=pk, reason=payload.reason, **updating(request))
    return read(request, response, pk)


@router.post("/{uuid:pk}/court", response=ActOut)
def to_court(request: ApiRequest, response: HttpResponse, pk: UUID, payload: CourtIn) -> Act:
    """Take the act to court."""
    services.to_court(act_id=pk, **payload.dict(), **updating(request))
    return read(request, response, pk)


@router.post("/{uuid:pk}/suspensions", response={201: Made})
def suspend_effect(request: ApiRequest, pk: UUID, payload: SuspendedIn) -> tuple[int, object]:
    """Suspend the effect of the protested act (O.8.8)."""
    suspended = services.Suspended(**payload.dict())
    return 201, services.suspend_effect(act_id=pk, suspended=suspended, **updating(request))


@router.post("/{uuid:pk}/withdrawal", response=ActOut)
def withdraw(request: ApiRequest, response: HttpResponse, pk: UUID, payload: ReasonIn) -> Act:
    """Withdraw the act."""
    services.withdraw(act_id=pk, reason=payload.reason, **updating(request))
    return read(request, response, pk)


@measures.post("/requests", response={201: MeasureOut})
def request_documents(request: ApiRequest, response: HttpResponse, payload: RequestIn) -> tuple[int, Measure]:
    """Issue a request for documents."""
    asked = services.Asked(
        addressee=needed_body(payload.addressee_id, "addressee_id"),
        ground=payload.ground,
        text=payload.text,
        language=payload.language,
    )
    made = services.request(matter_id=payload.matter_id, asked=asked, **adding(request))
    return 201, shown(response, made)


@measures.post("/findings", response={201: MeasureOut})
def findings(request: ApiRequest, response: HttpResponse, payload: FindingsIn) -> tuple[int, Measure]:
    """Record a note of findings."""
    return 201, shown(response, services.findings(**payload.dict(), **adding(request)))


@measures.get("/{uuid:pk}", response=MeasureOut)
def read_measure(request: ApiRequest, response: HttpResponse, pk: UUID) -> Measure:
    """One measure."""
    return shown(response, seen(request, Measure.objects.all(), pk))


@measures.post("/{uuid:pk}/service", response=MeasureOut)
def serve_request(request: ApiRequest, response: HttpResponse, pk: UUID, payload: MeasureServedIn) -> Measure:
    """Record that the request reached its addressee; the term for the reply starts."""
    services.serve_request(measure_id=pk, **payload.dict(), **updating(request))
    return read_measure(request, response, pk)


@measures.post("/{uuid:pk}/reply", response=MeasureOut)
def record_measure_reply(
    request: ApiRequest, response: HttpResponse, pk: UUID, payload: MeasureReplyIn
) -> Measure:
    """Record what came back."""
    file = file_of(request, payload.file_id, "file_id")
    values = payload.dict(exclude={"file_id"})
    services.record_measure_reply(measure_id=pk, file=file, **values, **updating(request))
    return read_measure(request, response, pk)
