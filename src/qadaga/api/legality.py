"""Legal acts under supervision and analyses of the state of legality (L.3.1, L.1.12)."""

from uuid import UUID

from django.http import HttpResponse, HttpResponseBase
from ninja import Status

from qadaga.api import registers
from qadaga.api.act_shapes import RemarksIn
from qadaga.api.auth import ApiRequest
from qadaga.api.common import adding, file_of, needed_body, shown, updating
from qadaga.api.legality_shapes import (
    AnalysisCardOut,
    AnalysisFindingShape,
    AnalysisIn,
    AnalysisOut,
    AnalysisSourceShape,
    AnalysisSubmitIn,
    ConclusionIn,
    ContradictionIn,
    DroppedIn,
    EditionIn,
    FateIn,
    InformedIn,
    LegalActCardOut,
    LegalActEntryIn,
    LegalActIn,
    LegalActOut,
    PointsIn,
    ProposalShape,
    ProtestDecisionIn,
    ProtestIn,
    ReminderIn,
    ReviewIn,
)
from qadaga.api.routing import Router
from qadaga.api.schemas import Made, ReasonIn
from qadaga.documents.downloads import attachment, fresh
from qadaga.supervision.legality import paper, selectors, services
from qadaga.supervision.legality.models import Analysis, LegalAct
from qadaga.supervision.legality.register import ANALYSES, LEGAL_ACTS

legal_acts = Router(tags=["legality"])
analyses = Router(tags=["legality"])


def _entered(payload: LegalActEntryIn) -> services.Entered:
    values = payload.dict(exclude={"body", "edition"})
    return services.Entered(body=needed_body(payload.body, "body"), **values)


def _wording(request: ApiRequest, payload: EditionIn) -> services.Wording:
    file = file_of(request, payload.file_id, "file_id")
    return services.Wording(file=file, **payload.dict(exclude={"file_id"}))


@legal_acts.post("", response={201: LegalActOut})
def enter(request: ApiRequest, response: HttpResponse, payload: LegalActIn) -> Status[LegalAct]:
    """Enter a legal act with its first edition into the register of the caller's office."""
    made = services.enter(
        entered=_entered(payload), wording=_wording(request, payload.edition), **adding(request)
    )
    return Status(201, shown(response, made))


@legal_acts.get("/{uuid:pk}", response=LegalActCardOut)
def read_act(request: ApiRequest, response: HttpResponse, pk: UUID) -> LegalAct:
    """A legal act of the caller's scope."""
    return shown(response, selectors.read_act(request.actor, request.on, pk))


@legal_acts.change("/{uuid:pk}/correction", response=LegalActOut)
def correct(request: ApiRequest, response: HttpResponse, pk: UUID, payload: LegalActEntryIn) -> LegalAct:
    """Correct what is known of an act that was not given for review yet."""
    return shown(response, services.correct(act_id=pk, entered=_entered(payload), **updating(request)))


@legal_acts.change("/{uuid:pk}/editions", response=Made)
def add_edition(request: ApiRequest, pk: UUID, payload: EditionIn) -> object:
    """Enter a further edition of an act."""
    return services.add_edition(act_id=pk, wording=_wording(request, payload), **updating(request))


@legal_acts.change("/{uuid:pk}/review", response=Made)
def give(request: ApiRequest, pk: UUID, payload: ReviewIn) -> object:
    """Give an act to an officer for review."""
    return services.give(act_id=pk, **payload.dict(), **updating(request))


@legal_acts.change("/{uuid:pk}/higher-office", response=LegalActOut)
def pass_up(request: ApiRequest, response: HttpResponse, pk: UUID, payload: ReasonIn) -> LegalAct:
    """Pass an act that is not for the caller's level to the office it is for."""
    return shown(response, services.pass_up(act_id=pk, reason=payload.reason, **updating(request)))


@legal_acts.change("/{uuid:pk}/answers", response=Made)
def check(request: ApiRequest, pk: UUID, payload: PointsIn) -> object:
    """Save answers to points of the check list."""
    answers = {one.point: one.answer for one in payload.answers}
    return services.check(act_id=pk, answers=answers, **updating(request))


@legal_acts.change("/{uuid:pk}/contradictions", response=Made)
def find(request: ApiRequest, pk: UUID, payload: ContradictionIn) -> object:
    """Record a norm that the act contradicts."""
    return services.find(act_id=pk, found=services.Found(**payload.dict()), **updating(request))


@legal_acts.change("/{uuid:pk}/conclusion", response=Made)
def conclude(request: ApiRequest, pk: UUID, payload: ConclusionIn) -> object:
    """Conclude the review."""
    return services.conclude(act_id=pk, **payload.dict(), **updating(request))


@legal_acts.change("/{uuid:pk}/decision", response=LegalActOut)
def decide(request: ApiRequest, response: HttpResponse, pk: UUID, payload: ProtestDecisionIn) -> LegalAct:
    """Decide by which act an act found contrary is answered: the head only (L.1.12, O.8.d3)."""
    return shown(response, services.decide(act_id=pk, **payload.dict(), **updating(request)))


@legal_acts.change("/{uuid:pk}/protest", response=Made)
def draft_protest(request: ApiRequest, pk: UUID, payload: ProtestIn) -> object:
    """Draft the act decided on; its id is that of an act, which goes on as acts do."""
    return services.draft_protest(act_id=pk, **payload.dict(), **updating(request))


@legal_acts.change("/{uuid:pk}/fate", response=Made)
def follow(request: ApiRequest, pk: UUID, payload: FateIn) -> object:
    """Record what became of a protested act."""
    return services.follow(act_id=pk, became=services.Became(**payload.dict()), **updating(request))


@legal_acts.change("/{uuid:pk}/reminders", response=Made)
def remind(request: ApiRequest, pk: UUID, payload: ReminderIn) -> object:
    """Record a reminder to a body that let the term of a protest pass in silence."""
    return services.remind(act_id=pk, **payload.dict(), **updating(request))


@analyses.post("", response={201: AnalysisOut})
def order(request: ApiRequest, response: HttpResponse, payload: AnalysisIn) -> Status[Analysis]:
    """Order an analysis of the state of legality."""
    made = services.order(ordered=services.Ordered(**payload.dict()), **adding(request))
    return Status(201, shown(response, made))


@analyses.get("/{uuid:pk}", response=AnalysisCardOut)
def read_analysis(request: ApiRequest, response: HttpResponse, pk: UUID) -> Analysis:
    """An analysis of the caller's scope."""
    return shown(response, selectors.read_analysis(request.actor, request.on, pk))


@analyses.get("/{uuid:pk}/pdf")
def analysis_pdf(request: ApiRequest, pk: UUID) -> HttpResponseBase:
    """The analysis on paper: as it was approved, before that the draft as it will print, in Russian."""
    row = selectors.read_analysis(request.actor, request.on, pk)
    return attachment(row.pdf) if row.pdf is not None else fresh(paper.pdf(row, "ru"))


@analyses.change("/{uuid:pk}/sources", response=Made)
def add_source(request: ApiRequest, pk: UUID, payload: AnalysisSourceShape) -> object:
    """Name what the analysis rests on."""
    return services.add_source(analysis_id=pk, **payload.dict(), **updating(request))


@analyses.change("/{uuid:pk}/findings", response=Made)
def add_finding(request: ApiRequest, pk: UUID, payload: AnalysisFindingShape) -> object:
    """Record what was found."""
    return services.add_finding(analysis_id=pk, **payload.dict(), **updating(request))


@analyses.change("/{uuid:pk}/proposals", response=Made)
def add_proposal(request: ApiRequest, pk: UUID, payload: ProposalShape) -> object:
    """Propose what should be done."""
    return services.add_proposal(analysis_id=pk, **payload.dict(), **updating(request))


@analyses.change("/{uuid:pk}/removals", response=AnalysisOut)
def drop(request: ApiRequest, response: HttpResponse, pk: UUID, payload: DroppedIn) -> Analysis:
    """Take a source, a finding or a proposal out of the draft."""
    return shown(response, services.drop(analysis_id=pk, **payload.dict(), **updating(request)))


@analyses.change("/{uuid:pk}/submission", response=AnalysisOut)
def submit(request: ApiRequest, response: HttpResponse, pk: UUID, payload: AnalysisSubmitIn) -> Analysis:
    """Submit the analysis for approval."""
    return shown(response, services.submit(analysis_id=pk, **payload.dict(), **updating(request)))


@analyses.change("/{uuid:pk}/approval", response=AnalysisOut)
def approve(request: ApiRequest, response: HttpResponse, pk: UUID) -> Analysis:
    """Approve the analysis: the head or the replacement."""
    return shown(response, services.approve(analysis_id=pk, **updating(request)))


@analyses.change("/{uuid:pk}/remarks", response=AnalysisOut)
def send_back(request: ApiRequest, response: HttpResponse, pk: UUID, payload: RemarksIn) -> Analysis:
    """Send a submitted analysis back with remarks."""
    return shown(response, services.send_back(analysis_id=pk, remarks=payload.remarks, **updating(request)))


@analyses.change("/{uuid:pk}/informed", response=Made)
def tell(request: ApiRequest, pk: UUID, payload: InformedIn) -> object:
    """Record that a body was informed of the approved analysis."""
    values = payload.dict(exclude={"body"})
    body = needed_body(payload.body, "body")
    return services.tell(analysis_id=pk, body=body, **values, **updating(request))


registers.mount(legal_acts, LEGAL_ACTS)
registers.mount(analyses, ANALYSES)
