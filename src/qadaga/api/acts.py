"""Acts: drafts, agreement, signature, and what follows."""

from uuid import UUID

from django.http import HttpResponse
from ninja import Status

from qadaga.acts import services
from qadaga.acts.models import Act
from qadaga.acts.register import ACTS
from qadaga.acts.selectors import act_actions, act_parts
from qadaga.api import above, act_papers, records, registers, term_changes
from qadaga.api.act_shapes import (
    ActOut,
    AssessIn,
    CourtDecisionIn,
    CourtIn,
    DraftIn,
    ProtestedIn,
    RemarksIn,
    RemovedIn,
    RepliedIn,
    ServedIn,
    SuspendedIn,
    ViolationsIn,
    WordingIn,
)
from qadaga.api.auth import ApiRequest
from qadaga.api.common import adding, file_of, needed_body, needed_file, seen, shown, updating
from qadaga.api.records import About
from qadaga.api.routing import Router
from qadaga.api.schemas import AttachIn, Made, ReasonIn

router = Router(tags=["acts"])
ROWS = Act.objects.select_related("matter__holder", "office")


def _wording(given: WordingIn) -> services.Wording:
    return services.Wording(**given.dict())


def _protested(given: ProtestedIn | None) -> services.Protested | None:
    if given is None:
        return None
    issuer = needed_body(given.issuer, "protested.issuer")
    return services.Protested(**given.dict(exclude={"issuer"}), issuer=issuer)


@router.post("", response={201: ActOut})
def draft(request: ApiRequest, response: HttpResponse, payload: DraftIn) -> Status[Act]:
    """Begin an act in a matter."""
    made = services.draft(
        matter_id=payload.matter_id,
        draft=services.Draft(
            kind=payload.kind,
            language=payload.language,
            addressee=needed_body(payload.addressee, "addressee"),
            wording=_wording(payload.wording),
            violations=payload.violations,
            protested=_protested(payload.protested),
        ),
        **adding(request),
    )
    return Status(201, shown(response, made))


@router.get("/{uuid:pk}", response=ActOut)
def read(request: ApiRequest, response: HttpResponse, pk: UUID) -> Act:
    """One act."""
    return shown(response, seen(request, ROWS, pk))


@router.replace("/{uuid:pk}/wording", response=ActOut)
def save(request: ApiRequest, response: HttpResponse, pk: UUID, payload: WordingIn) -> Act:
    """Save a new text of the draft."""
    return shown(response, services.save_draft(act_id=pk, wording=_wording(payload), **updating(request)))


@router.replace("/{uuid:pk}/violations", response=ActOut)
def set_violations(request: ApiRequest, response: HttpResponse, pk: UUID, payload: ViolationsIn) -> Act:
    """Say which violations of the matter the draft is about."""
    return shown(response, services.set_violations(act_id=pk, **payload.dict(), **updating(request)))


@router.change("/{uuid:pk}/submit", response=ActOut)
def submit(request: ApiRequest, response: HttpResponse, pk: UUID) -> Act:
    """Submit the draft for agreement."""
    return shown(response, services.submit(act_id=pk, **updating(request)))


@router.change("/{uuid:pk}/agree", response=ActOut)
def agree(request: ApiRequest, response: HttpResponse, pk: UUID) -> Act:
    """Agree the draft."""
    return shown(response, services.agree(act_id=pk, **updating(request)))


@router.change("/{uuid:pk}/send-back", response=ActOut)
def send_back(request: ApiRequest, response: HttpResponse, pk: UUID, payload: RemarksIn) -> Act:
    """Send the draft back with remarks."""
    services.send_back(act_id=pk, remarks=payload.remarks, **updating(request))
    return read(request, response, pk)


@router.change("/{uuid:pk}/sign", response=ActOut)
def sign(request: ApiRequest, response: HttpResponse, pk: UUID) -> Act:
    """Sign: number, PDF/A and fingerprint are frozen."""
    services.sign(act_id=pk, **updating(request))
    return read(request, response, pk)


@router.change("/{uuid:pk}/service", response=ActOut)
def serve(request: ApiRequest, response: HttpResponse, pk: UUID, payload: ServedIn) -> Act:
    """Record service; the term of consideration starts."""
    proof = file_of(request, payload.proof_file_id, "proof_file_id")
    served = services.Served(**payload.dict(exclude={"proof_file_id", "days"}), proof=proof)
    services.serve(act_id=pk, served=served, days=payload.days, **updating(request))
    return read(request, response, pk)


@router.change("/{uuid:pk}/replies", response=ActOut)
def record_reply(request: ApiRequest, response: HttpResponse, pk: UUID, payload: RepliedIn) -> Act:
    """Record the reply."""
    file = file_of(request, payload.file_id, "file_id")
    replied = services.Replied(**payload.dict(exclude={"file_id"}), file=file)
    services.record_reply(act_id=pk, replied=replied, **updating(request))
    return read(request, response, pk)


@router.change("/{uuid:pk}/assessment", response=ActOut)
def assess(request: ApiRequest, response: HttpResponse, pk: UUID, payload: AssessIn) -> Act:
    """Assess the last reply."""
    services.assess_reply(act_id=pk, **payload.dict(), **updating(request))
    return read(request, response, pk)


@router.change("/{uuid:pk}/removal", response=ActOut)
def confirm_removal(request: ApiRequest, response: HttpResponse, pk: UUID, payload: RemovedIn) -> Act:
    """Confirm the removal with proof."""
    proof = needed_file(request, payload.proof_file_id, "proof_file_id")
    removed = services.Removed(**payload.dict(exclude={"proof_file_id"}), proof=proof)
    services.confirm_removal(act_id=pk, removed=removed, **updating(request))
    return read(request, response, pk)


@router.change("/{uuid:pk}/escalation", response=ActOut)
def escalate(request: ApiRequest, response: HttpResponse, pk: UUID, payload: ReasonIn) -> Act:
    """Pass the act to the office above."""
    services.escalate(act_id=pk, reason=payload.reason, **updating(request))
    return read(request, response, pk)


@router.change("/{uuid:pk}/court", response=ActOut)
def to_court(request: ApiRequest, response: HttpResponse, pk: UUID, payload: CourtIn) -> Act:
    """Take the act to court."""
    services.to_court(act_id=pk, **payload.dict(), **updating(request))
    return read(request, response, pk)


@router.change("/{uuid:pk}/court/decision", response=ActOut)
def court_decision(request: ApiRequest, response: HttpResponse, pk: UUID, payload: CourtDecisionIn) -> Act:
    """Record what the court decided."""
    file = file_of(request, payload.file_id, "file_id")
    decided = services.Decided(**payload.dict(exclude={"file_id"}), file=file)
    services.record_court_decision(act_id=pk, decided=decided, **updating(request))
    return read(request, response, pk)


@router.change("/{uuid:pk}/suspensions", response={201: Made})
def suspend_effect(request: ApiRequest, pk: UUID, payload: SuspendedIn) -> Status[object]:
    """Suspend the effect of the protested act (O.8.8)."""
    suspended = services.Suspended(**payload.dict())
    return Status(201, services.suspend_effect(act_id=pk, suspended=suspended, **updating(request)))


@router.change("/{uuid:pk}/withdrawal", response=ActOut)
def withdraw(request: ApiRequest, response: HttpResponse, pk: UUID, payload: ReasonIn) -> Act:
    """Withdraw the act."""
    services.withdraw(act_id=pk, reason=payload.reason, **updating(request))
    return read(request, response, pk)


@router.post("/{uuid:pk}/files", response={201: Made})
def attach(request: ApiRequest, pk: UUID, payload: AttachIn) -> Status[object]:
    """Tie an uploaded file to the act."""
    file = needed_file(request, payload.file_id, "file_id")
    return Status(201, services.attach(act_id=pk, file=file, title=payload.title, **adding(request)))


def _about(request: ApiRequest, pk: UUID) -> About:
    act = seen(request, ROWS, pk)
    parts = act_parts(act)
    return About(
        "act",
        act,
        parts["terms"],
        parts["term_events"],
        [],
        lambda: act_actions(act, request.actor, request.on),
    )


registers.mount(router, ACTS)
records.mount(router, "acts", _about)
act_papers.mount(router)
term_changes.mount(router, "act", ROWS)
above.mount(router, "act", lambda request, pk: seen(request, ROWS, pk))
