"""What applicants think of answers, proposals of the staff, the head's review of a quarter (O.8.d7)."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import transaction

from qadaga import authority
from qadaga.appeals.services.base import locked as locked_appeal
from qadaga.appeals.services.base import record
from qadaga.appeals.subject import subject_of
from qadaga.appeals.trust import figures
from qadaga.appeals.trust.choices import (
    PROPOSE,
    RECORD,
    REVIEW,
    Aim,
    ProposalStatus,
    Satisfaction,
    Source,
)
from qadaga.appeals.trust.models import Opinion, Proposal, Review
from qadaga.appeals.trust.subject import PROPOSALS, office_subject, proposal_subject
from qadaga.authority.actor import Actor
from qadaga.common.errors import AlreadyDone, Conflict, FieldError, InvalidInput
from qadaga.common.i18n import N_
from qadaga.database.refusals import refused_by
from qadaga.law.coverage import implements
from qadaga.matters import change
from qadaga.matters.dates import choice, within
from qadaga.matters.services.base import text
from qadaga.offices.selectors import office_by_id

TWICE = {
    "review_quarter_once": FieldError(
        "starts_on", "reviewed", N_("This quarter was reviewed already: its review stands.")
    )
}


@dataclass(frozen=True, slots=True)
class Said:
    """What the applicant said of the answer, how it became known, on which day."""

    satisfaction: str
    source: str
    said_on: date
    words: str = ""


@implements("O.8.d7")
@transaction.atomic
def record_opinion(*, appeal_id: UUID, said: Said, by: Actor, on: date) -> Opinion:
    """Record what the applicant thinks of the answer, once. Raises InvalidInput, Conflict, NotPermitted."""
    appeal = locked_appeal(appeal_id, version=None, by=by, on=on)
    ruling = authority.require(by, RECORD, subject_of(appeal, by, on), on=on)
    if Opinion.objects.filter(appeal=appeal).exists():
        raise AlreadyDone()
    sent_on = appeal.answer.sent_on if hasattr(appeal, "answer") else None
    if sent_on is None:
        raise Conflict("no_answer", N_("No answer was sent on this appeal: there is nothing to speak of."))
    satisfaction = choice("satisfaction", said.satisfaction, Satisfaction.values)
    made = Opinion.objects.create(
        appeal=appeal,
        office_id=appeal.office_id,
        satisfaction=satisfaction,
        source=choice("source", said.source, Source.values),
        words=text("words", said.words, required=satisfaction == Satisfaction.NOT),
        said_on=within("said_on", said.said_on, earliest=sent_on, latest=on),
        recorded_on=on,
        recorded_by_id=by.appointment_id,
    )
    record(appeal, RECORD, by=by, on=on, ruling=ruling, data={"satisfaction": satisfaction})
    return made


@implements("O.8.d7")
@transaction.atomic
def propose(*, aim: str, title: str, why: str, by: Actor, on: date) -> Proposal:
    """Propose how to improve the work of the own office. Raises InvalidInput, NotPermitted."""
    office = office_by_id(by.office_id)
    row = Proposal(
        office=office,
        region_id=office.region_id,
        status=ProposalStatus.MADE,
        aim=choice("aim", aim, Aim.values),
        title=text("title", title, 300, multiline=False),
        why=text("why", why),
        author_id=by.appointment_id,
        made_on=on,
    )
    step = PROPOSALS.ask(row, PROPOSE, proposal_subject(row, by, on), by=by, on=on)
    row.save(force_insert=True)
    step.journal(aim=row.aim)
    return row


@implements("O.8.d7", "O.12")
@transaction.atomic
def decide(
    *,
    proposal_id: UUID,
    version: int,
    accepted: bool,
    decision: str,
    due_on: date | None,
    by: Actor,
    on: date,
) -> Proposal:
    """Accept a proposal, to be carried out by a day, or refuse it with the reason.

    Raises InvalidInput (accepted without a day to come), Conflict (decided already), NotPermitted.
    """
    row = _locked(proposal_id, by, on)
    to = ProposalStatus.ACCEPTED if accepted else ProposalStatus.REFUSED
    if row.status in (ProposalStatus.ACCEPTED, ProposalStatus.REFUSED, ProposalStatus.DONE):
        raise AlreadyDone()
    step = PROPOSALS.rule(row, REVIEW, proposal_subject(row, by, on), by=by, on=on, to=to)
    change.expect(row, version)
    if accepted and (due_on is None or due_on < on):
        raise InvalidInput.of("due_on", "required", N_("Say by which day it is to be carried out."))
    step.save(
        decision=text("decision", decision),
        decided_on=on,
        decided_by_id=by.appointment_id,
        due_on=due_on if accepted else None,
    )
    step.journal(due_on=row.due_on)
    return row


@implements("O.8.d7")
@transaction.atomic
def carry_out(*, proposal_id: UUID, version: int, outcome: str, by: Actor, on: date) -> Proposal:
    """Record what came of an accepted proposal once it is carried out. Raises Conflict, NotPermitted."""
    row = _locked(proposal_id, by, on)
    if row.status == ProposalStatus.DONE:
        raise AlreadyDone()
    if row.status != ProposalStatus.ACCEPTED:
        raise Conflict("not_accepted", N_("Only an accepted proposal is carried out."))
    step = PROPOSALS.rule(row, REVIEW, proposal_subject(row, by, on), by=by, on=on)
    change.expect(row, version)
    step.save(outcome=text("outcome", outcome), done_on=on, done_by_id=by.appointment_id)
    step.journal()
    return row


@implements("O.8.d7", "O.12")
@transaction.atomic
def review(*, starts_on: date, conclusion: str, decision: str, by: Actor, on: date) -> Review:
    """Review a quarter of the own office that is over, or the running one near its end: figures are kept.

    Raises InvalidInput (no first day of a quarter, one to come, one reviewed already), NotPermitted.
    """
    office = office_by_id(by.office_id)
    ruling = authority.require(by, REVIEW, office_subject(office, by, on), on=on)
    if figures.quarter_of(starts_on) != starts_on or starts_on > on:
        raise InvalidInput.of("starts_on", "no_quarter", N_("Choose a quarter that has begun."))
    trust = figures.of_quarter(office.id, starts_on)
    row = Review(
        office=office,
        starts_on=starts_on,
        **{name: getattr(trust, name) for name in ("answered", "challenged", "asked", "satisfied")},
        conclusion=text("conclusion", conclusion),
        decision=text("decision", decision),
        reviewed_on=on,
        reviewed_by_id=by.appointment_id,
    )
    with refused_by(TWICE):
        row.save(force_insert=True)
    change.write(
        office_id=office.id,
        power=REVIEW,
        subject=office,
        kind="office",
        by=by,
        on=on,
        ruling=ruling,
        data={"review": row.id, "starts_on": starts_on},
    )
    return row


def _locked(proposal_id: UUID, by: Actor, on: date) -> Proposal:
    return change.locked(Proposal.objects.select_related("office"), proposal_id, by=by, on=on)
