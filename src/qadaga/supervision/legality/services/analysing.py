"""An analysis of the state of legality: ordered, written, submitted, approved, told (ORD32.1)."""

from dataclasses import dataclass
from datetime import date
from io import BytesIO
from uuid import UUID

from django.db import transaction

from qadaga.authority.actor import Actor
from qadaga.authority.signing import signer_of
from qadaga.common.errors import Conflict, FieldError, InvalidInput
from qadaga.common.i18n import N_
from qadaga.documents.services import store
from qadaga.law.coverage import implements
from qadaga.matters import change
from qadaga.matters.choices import MatterKind, ServingWay
from qadaga.matters.dates import choice, within
from qadaga.matters.models import Body
from qadaga.matters.services.base import text
from qadaga.matters.step import Step
from qadaga.offices.selectors import office_by_id
from qadaga.organisation.refusals import check_period, refused_by
from qadaga.supervision.legality import paper
from qadaga.supervision.legality.choices import AnalysisStatus, SourceKind
from qadaga.supervision.legality.models import (
    Analysis,
    AnalysisFinding,
    AnalysisSource,
    Informed,
    Proposal,
)
from qadaga.supervision.legality.services import base
from qadaga.supervision.legality.subject import ANALYSE, APPROVE, ORDER, TELL, analysis_subject

MOST_TIMES = 1_000_000
TWICE = {
    "analysis_ordered_once": FieldError(
        "subject", "taken", N_("Your office has an analysis of this subject and period already.")
    ),
    "informed_once": FieldError("body", "taken", N_("This body was informed already.")),
}
PARTS: dict[str, type[AnalysisSource | AnalysisFinding | Proposal]] = {
    "source": AnalysisSource,
    "finding": AnalysisFinding,
    "proposal": Proposal,
}


@dataclass(frozen=True, slots=True)
class Ordered:
    """What is to be analysed, over which period (its end is the first day left out), where, by whom."""

    subject: str
    question: str
    starts_on: date
    ends_on: date
    ground: str
    author_id: UUID
    due_on: date
    kato: str | None = None
    sphere: str | None = None


@implements("L.3.1", "O.7.1")
@transaction.atomic
def order(*, ordered: Ordered, by: Actor, on: date) -> Analysis:
    """Order an analysis in the actor's office and give it to an officer.

    Raises InvalidInput (the period, an officer of another office, the same twice), NotPermitted (no lawful
    ground, another's territory or sphere).
    """
    office = office_by_id(by.office_id)
    row = Analysis(office=office, region_id=office.region_id, status=AnalysisStatus.DRAFT, ordered_on=on)
    row.subject = text("subject", ordered.subject, 300, multiline=False)
    row.question = text("question", ordered.question, 8000)
    check_period(ordered.starts_on, ordered.ends_on)
    row.starts_on, row.ends_on = ordered.starts_on, ordered.ends_on
    row.ground = choice("ground", ordered.ground, MatterKind.values)
    place = base.place(ordered.kato, ordered.sphere)
    row.kato, row.sphere = place["kato"], place["sphere"]
    row.due_on = base.not_past("due_on", ordered.due_on, on)
    step = base.ANALYSES.ask(row, ORDER, analysis_subject(row, by, on), by=by, on=on, ground=row.ground)
    row.author = base.officer("author", ordered.author_id, office.id, on)
    row.ordered_by_id = by.appointment_id
    with refused_by(TWICE):
        row.save(force_insert=True)
    step.journal(ground=row.ground, author=row.author_id, due_on=row.due_on)
    return row


@implements("L.3.1")
@transaction.atomic
def add_source(
    *, analysis_id: UUID, version: int, kind: str, reference: str, shows: str, by: Actor, on: date
) -> AnalysisSource:
    """Name what the analysis rests on, and what it shows."""
    step = _writing(analysis_id, version, by, on)
    row = AnalysisSource(analysis=step.row, kind=choice("kind", kind, SourceKind.values))
    row.reference = text("reference", reference, 500, multiline=False)
    row.shows = text("shows", shows, 8000)
    row.save(force_insert=True)
    step.save(to=AnalysisStatus.DRAFT)
    step.journal(source=row.id)
    return row


@implements("L.3.1", "O.6.2")
@transaction.atomic
def add_finding(
    *, analysis_id: UUID, version: int, norm: str, what: str, times: int | None, by: Actor, on: date
) -> AnalysisFinding:
    """Record what was found: the norm not kept, how, how often where that is known."""
    step = _writing(analysis_id, version, by, on)
    if times is not None and not 1 <= times <= MOST_TIMES:
        raise InvalidInput.of("times", "out_of_range", N_("How many times: one at least, or leave it empty."))
    row = AnalysisFinding(analysis=step.row, times=times)
    row.norm, row.what = text("norm", norm, 500, multiline=False), text("what", what, 8000)
    row.save(force_insert=True)
    step.save(to=AnalysisStatus.DRAFT)
    step.journal(finding=row.id)
    return row


@implements("L.3.1", "O.6.2")
@transaction.atomic
def add_proposal(
    *, analysis_id: UUID, version: int, what: str, executor: str, until: date | None, by: Actor, on: date
) -> Proposal:
    """Propose what should be done, by whom, until when."""
    step = _writing(analysis_id, version, by, on)
    row = Proposal(analysis=step.row, what=text("what", what, 8000))
    row.executor = text("executor", executor, 300, multiline=False)
    row.until = base.not_past("until", until, on) if until else None
    row.save(force_insert=True)
    step.save(to=AnalysisStatus.DRAFT)
    step.journal(proposal=row.id)
    return row


@transaction.atomic
def drop(*, analysis_id: UUID, version: int, part: str, row_id: UUID, by: Actor, on: date) -> Analysis:
    """Take a source, a finding or a proposal out of the draft. Raises InvalidInput where it is not there."""
    step = _writing(analysis_id, version, by, on)
    model = PARTS[choice("part", part, list(PARTS))]
    gone, _ = model._default_manager.filter(analysis=step.row, id=row_id).delete()
    if not gone:
        raise InvalidInput.of("row", "not_found", N_("It is not in this analysis any more."))
    step.save(to=AnalysisStatus.DRAFT)
    step.journal(dropped=row_id, part=part)
    return step.row


@implements("L.3.1")
@transaction.atomic
def submit(*, analysis_id: UUID, version: int, conclusion: str, by: Actor, on: date) -> Analysis:
    """Submit the analysis for approval. Raises Conflict without a source, a finding and a proposal."""
    step = _writing(analysis_id, version, by, on)
    row = step.row
    if not (row.sources.exists() and row.findings.exists() and row.proposals.exists()):
        raise Conflict(
            "incomplete", N_("Name at least one source, one finding and one proposal before submitting.")
        )
    step.save(to=AnalysisStatus.SUBMITTED, conclusion=text("conclusion", conclusion, 20_000), submitted_on=on)
    step.journal()
    return row


@implements("L.3.1", "O.12")
@transaction.atomic
def approve(*, analysis_id: UUID, version: int, by: Actor, on: date) -> Analysis:
    """Approve the analysis: it takes its number, its text is frozen on paper. The head or the replacement."""
    step = base.analysis(analysis_id, APPROVE, version=version, by=by, on=on)
    row = step.row
    base.ANALYSES.table.move(row.status, APPROVE, AnalysisStatus.APPROVED)
    number, number_text = change.number(row.office, on, "analysis")
    row.number_text = number_text
    printed = paper.pdf(row, by.language, signer_of(by), on)
    pdf = store(BytesIO(printed), f"analysis-{on.year}-{number}.pdf", by=by)
    step.save(
        pdf=pdf,
        to=AnalysisStatus.APPROVED,
        year=on.year,
        number=number,
        number_text=number_text,
        approved_on=on,
        approved_by_id=by.appointment_id,
        due_on=None,
        remarks="",
    )
    step.journal(number=number, sha256=pdf.sha256)
    return row


@transaction.atomic
def send_back(*, analysis_id: UUID, version: int, remarks: str, by: Actor, on: date) -> Analysis:
    """Send a submitted analysis back to its author with remarks."""
    step = base.analysis(analysis_id, APPROVE, version=version, by=by, on=on)
    step.save(to=AnalysisStatus.DRAFT, remarks=text("remarks", remarks, 4000), submitted_on=None)
    step.journal()
    return step.row


@implements("L.3.1", "O.6.3")
@transaction.atomic
def tell(
    *,
    analysis_id: UUID,
    version: int,
    body: Body,
    told_on: date,
    way: str,
    reference: str,
    by: Actor,
    on: date,
) -> Informed:
    """Record that a body was informed of the approved analysis."""
    step = base.analysis(analysis_id, TELL, version=version, by=by, on=on)
    row = Informed(analysis=step.row, body=body, way=choice("way", way, ServingWay.values))
    row.on = within("told_on", told_on, earliest=step.row.approved_on, latest=on)
    row.reference = text("reference", reference, 200, multiline=False)
    row.by_id = by.appointment_id
    with refused_by(TWICE):
        row.save(force_insert=True)
    step.save()
    step.journal(informed=row.id, body=body.id)
    return row


def _writing(analysis_id: UUID, version: int, by: Actor, on: date) -> Step[Analysis]:
    step = base.analysis(analysis_id, ANALYSE, version=version, by=by, on=on)
    if step.row.status != AnalysisStatus.DRAFT:
        raise Conflict("submitted", N_("The analysis waits for approval: the head may send it back to you."))
    return step
