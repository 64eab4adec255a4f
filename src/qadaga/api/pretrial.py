"""Investigations under supervision: the case, its people, what is asked and decided in it (L.3.2, O.8.1)."""

from uuid import UUID

from django.http import HttpResponse, HttpResponseBase
from ninja import Status

from qadaga.api import registers, rulings
from qadaga.api.auth import ApiRequest
from qadaga.api.common import adding, file_of, needed_body, shown, updating, zoned
from qadaga.api.pretrial_shapes import (
    CancelledIn,
    CaseComplaintIn,
    CaseEntryIn,
    CaseMatterIn,
    CasePaperDeliveredIn,
    CaseProtectedIn,
    CaseViolationIn,
    ComplaintDecisionIn,
    CourseIn,
    DeathCorrectionIn,
    DeathIn,
    DetentionIn,
    ExecutionIn,
    InstructionIn,
    InstructionSilenceIn,
    InvestigationCardOut,
    InvestigationIn,
    InvestigationOut,
    LibertyIn,
    LongerDecisionIn,
    LongerTermIn,
    PartyIn,
    ReasonedIn,
    SanctionAskedIn,
    SanctionDecisionIn,
    SupervisorIn,
)
from qadaga.api.routing import Router
from qadaga.api.schemas import Made
from qadaga.appeals.selectors import appeal_called
from qadaga.common.errors import NotFound
from qadaga.documents.downloads import attachment
from qadaga.matters.delivery import Delivered
from qadaga.supervision.pretrial import selectors, services
from qadaga.supervision.pretrial.models import Case
from qadaga.supervision.pretrial.register import COMPLAINTS, INSTRUCTIONS, INVESTIGATIONS, SANCTIONS

investigations = Router(tags=["investigations"])
sanctions = Router(tags=["investigations"])
instructions = Router(tags=["investigations"])
complaints = Router(tags=["investigations"])
_PAPER = {"norm", "reasons", "language"}


def _said(payload: ReasonedIn) -> services.Reasoned:
    return services.Reasoned(payload.norm, payload.reasons, payload.language)


@investigations.post("", response={201: InvestigationOut})
def register(request: ApiRequest, response: HttpResponse, payload: InvestigationIn) -> Status[Case]:
    """Take an investigation under the supervision of the caller's office."""
    values = payload.dict(exclude={"body"})
    taken = services.Taken(body=needed_body(payload.body, "body"), **values)
    return Status(201, shown(response, services.register(taken=taken, **adding(request))))


@investigations.get("/{uuid:pk}", response=InvestigationCardOut)
def read_case(request: ApiRequest, response: HttpResponse, pk: UUID) -> Case:
    """A case of the caller's scope with everything in it; the reading is journalled."""
    return shown(response, selectors.read_case(request.actor, request.on, pk))


rulings.mount(
    investigations, "investigations", lambda request, pk: selectors.read_case(request.actor, request.on, pk)
)


@investigations.get("/{uuid:pk}/papers/{kind}/{uuid:row_id}")
def case_paper(request: ApiRequest, pk: UUID, kind: str, row_id: UUID) -> HttpResponseBase:
    """The paper of a sanction, prolongation, complaint, instruction or cancellation as signed, PDF/A."""
    stored = selectors.paper_of(selectors.read_case(request.actor, request.on, pk), kind, row_id)
    if stored is None:
        raise NotFound
    return attachment(stored)


@investigations.change("/{uuid:pk}/assignee", response=InvestigationOut)
def assign(request: ApiRequest, response: HttpResponse, pk: UUID, payload: SupervisorIn) -> Case:
    """Name the prosecutor who supervises the case."""
    return shown(response, services.assign(case_id=pk, **payload.dict(), **updating(request)))


@investigations.change("/{uuid:pk}/entries", response=Made)
def enter(request: ApiRequest, pk: UUID, payload: CaseEntryIn) -> object:
    """Record that the file was studied, or a procedural action of one's own (O.8.1)."""
    return services.enter(case_id=pk, **payload.dict(), **updating(request))


@investigations.change("/{uuid:pk}/course", response=InvestigationOut)
def record_course(request: ApiRequest, response: HttpResponse, pk: UUID, payload: CourseIn) -> Case:
    """Record that the body interrupted, resumed or ended the investigation, or that it went to court."""
    return shown(response, services.record_course(case_id=pk, **payload.dict(), **updating(request)))


@investigations.change("/{uuid:pk}/parties", response=Made)
def add_party(request: ApiRequest, pk: UUID, payload: PartyIn) -> object:
    """Enter somebody of the case."""
    named = services.Named(**payload.dict())
    return services.add_party(case_id=pk, named=named, **updating(request))


@investigations.change("/{uuid:pk}/detentions", response=Made)
def detain(request: ApiRequest, pk: UUID, payload: DetentionIn) -> object:
    """Record a detention: the clock of its check runs from that minute."""
    at = zoned(payload.detained_at)
    return services.detain(case_id=pk, party_id=payload.party_id, detained_at=at, **updating(request))


@investigations.change("/{uuid:pk}/releases", response=Made)
def release(request: ApiRequest, pk: UUID, payload: LibertyIn) -> object:
    """Record that somebody held in the case is free."""
    at = zoned(payload.released_at)
    return services.release(case_id=pk, party_id=payload.party_id, released_at=at, **updating(request))


@investigations.change("/{uuid:pk}/deaths", response=Made)
def record_death(request: ApiRequest, pk: UUID, payload: DeathIn) -> object:
    """Record that somebody of the case died: nothing more is decided against them."""
    death = services.Death(payload.died_on, payload.death_paper, payload.death_paper_on)
    return services.record_death(case_id=pk, party_id=payload.party_id, death=death, **updating(request))


@investigations.change("/{uuid:pk}/death-corrections", response=Made)
def correct_death(request: ApiRequest, pk: UUID, payload: DeathCorrectionIn) -> object:
    """Take back a death that was recorded by mistake; the leadership of the office does it."""
    return services.correct_death(case_id=pk, **payload.dict(), **updating(request))


@investigations.change("/{uuid:pk}/sanctions", response=Made)
def ask_sanction(request: ApiRequest, pk: UUID, payload: SanctionAskedIn) -> object:
    """Register what the investigating body asks consent to."""
    asked = services.Asked(**payload.dict())
    return services.ask_sanction(case_id=pk, asked=asked, **updating(request))


@investigations.change("/{uuid:pk}/sanction-decisions", response=Made)
def decide_sanction(request: ApiRequest, pk: UUID, payload: SanctionDecisionIn) -> object:
    """Give the consent or refuse it, with reasons (O.8.1)."""
    given = payload.dict(exclude=_PAPER)
    return services.decide_sanction(case_id=pk, said=_said(payload), **given, **updating(request))


@investigations.change("/{uuid:pk}/prolongations", response=Made)
def ask_longer(request: ApiRequest, pk: UUID, payload: LongerTermIn) -> object:
    """Register that the body asks for a longer term, of the investigation or of somebody's custody."""
    longer = services.Longer(**payload.dict())
    return services.ask_longer(case_id=pk, longer=longer, **updating(request))


@investigations.change("/{uuid:pk}/prolongation-decisions", response=Made)
def decide_longer(request: ApiRequest, pk: UUID, payload: LongerDecisionIn) -> object:
    """Agree to the longer term or not."""
    given = payload.dict(exclude=_PAPER)
    return services.decide_longer(case_id=pk, said=_said(payload), **given, **updating(request))


@investigations.change("/{uuid:pk}/complaints", response=Made)
def take_complaint(request: ApiRequest, pk: UUID, payload: CaseComplaintIn) -> object:
    """Register a complaint on what the investigator did or left undone."""
    given, appeal = payload.dict(exclude={"appeal"}), None
    if payload.appeal:
        found = appeal_called(request.actor, request.on, payload.appeal, field="appeal")
        appeal = (found.id, found.number)
    complained = services.Complained(**given, appeal=appeal)
    return services.take_complaint(case_id=pk, complained=complained, **updating(request))


@investigations.change("/{uuid:pk}/complaint-decisions", response=Made)
def decide_complaint(request: ApiRequest, pk: UUID, payload: ComplaintDecisionIn) -> object:
    """Uphold the complaint wholly or in part, or refuse it."""
    given = payload.dict(exclude=_PAPER)
    return services.decide_complaint(case_id=pk, said=_said(payload), **given, **updating(request))


@investigations.change("/{uuid:pk}/instructions", response=Made)
def instruct(request: ApiRequest, pk: UUID, payload: InstructionIn) -> object:
    """Instruct the investigator in one's own name."""
    return services.instruct(case_id=pk, days=payload.days, said=_said(payload), **updating(request))


@investigations.change("/{uuid:pk}/deliveries", response=Made)
def deliver(request: ApiRequest, pk: UUID, payload: CasePaperDeliveredIn) -> object:
    """Record that an instruction or a cancellation reached the body, with the proof."""
    proof = file_of(request, payload.proof_file_id, "proof_file_id")
    delivered = Delivered(payload.way, payload.served_on, proof, payload.proof_ref)
    return services.deliver(case_id=pk, row_id=payload.row_id, delivered=delivered, **updating(request))


@investigations.change("/{uuid:pk}/silences", response=Made)
def record_silence(request: ApiRequest, pk: UUID, payload: InstructionSilenceIn) -> object:
    """Record that no report on an instruction, or after a cancellation, came in its term."""
    return services.record_silence(case_id=pk, **payload.dict(), **updating(request))


@investigations.change("/{uuid:pk}/executions", response=Made)
def record_execution(request: ApiRequest, pk: UUID, payload: ExecutionIn) -> object:
    """Record what the body reported of an instruction, or after a cancellation."""
    return services.record_execution(case_id=pk, **payload.dict(), **updating(request))


@investigations.change("/{uuid:pk}/cancellations", response=Made)
def cancel(request: ApiRequest, pk: UUID, payload: CancelledIn) -> object:
    """Cancel an unlawful decision of the investigating body."""
    decided = services.Decided(**payload.dict(exclude=_PAPER))
    return services.cancel(case_id=pk, decided=decided, said=_said(payload), **updating(request))


@investigations.change("/{uuid:pk}/matter", response=InvestigationOut)
def link_matter(request: ApiRequest, response: HttpResponse, pk: UUID, payload: CaseMatterIn) -> Case:
    """Count the results of the case in an open matter of the direction."""
    return shown(response, services.link_matter(case_id=pk, **payload.dict(), **updating(request)))


@investigations.change("/{uuid:pk}/violations", response=Made)
def count_violation(request: ApiRequest, pk: UUID, payload: CaseViolationIn) -> object:
    """Record what an entry, a complaint or a cancellation found as a violation of the matter (L.1.3)."""
    return services.count_violation(case_id=pk, **payload.dict(), **updating(request))


@investigations.change("/{uuid:pk}/protected", response=Made)
def count_protected(request: ApiRequest, pk: UUID, payload: CaseProtectedIn) -> object:
    """Count somebody of the case among those the matter protected (L.1.3)."""
    restored = services.Restored(payload.restored, payload.restored_on, payload.told_how)
    party = payload.party_id
    return services.count_protected(case_id=pk, party_id=party, restored=restored, **updating(request))


def _case_of(kind: str, request: ApiRequest, response: HttpResponse, pk: UUID) -> Case:
    case_id = selectors.case_of(request.actor, request.on, kind, pk)
    return shown(response, selectors.read_case(request.actor, request.on, case_id))


@sanctions.get("/{uuid:pk}", response=InvestigationCardOut)
def read_sanction(request: ApiRequest, response: HttpResponse, pk: UUID) -> Case:
    """The case in which the consent was asked for; the reading is journalled."""
    return _case_of("sanctions", request, response, pk)


@instructions.get("/{uuid:pk}", response=InvestigationCardOut)
def read_instruction(request: ApiRequest, response: HttpResponse, pk: UUID) -> Case:
    """The case in which the instruction was given; the reading is journalled."""
    return _case_of("instructions", request, response, pk)


@complaints.get("/{uuid:pk}", response=InvestigationCardOut)
def read_complaint(request: ApiRequest, response: HttpResponse, pk: UUID) -> Case:
    """The case in which the complaint is; the reading is journalled."""
    return _case_of("complaints", request, response, pk)


registers.mount(investigations, INVESTIGATIONS)
registers.mount(sanctions, SANCTIONS)
registers.mount(instructions, INSTRUCTIONS)
registers.mount(complaints, COMPLAINTS)
