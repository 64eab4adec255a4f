"""What the law kernel is told about a proposal and an office under review; how a proposal moves."""

from datetime import date

from qadaga.appeals.trust.choices import REVIEW, ProposalStatus
from qadaga.appeals.trust.models import Proposal
from qadaga.authority.actor import Actor
from qadaga.law.model import Subject
from qadaga.matters.step import Course
from qadaga.matters.subject import path_of
from qadaga.matters.transitions import Table
from qadaga.offices.models import Office

PROPOSAL = Table(
    {("made", REVIEW): ("accepted", "refused"), ("accepted", REVIEW): "done"},
    words=dict(ProposalStatus.choices),
)
PROPOSALS: Course[Proposal] = Course("proposal", PROPOSAL, lambda row: row.office_id)


def proposal_subject(row: Proposal, actor: Actor, on: date) -> Subject:
    """The proposal in the office where it was made."""
    return Subject(
        kind="proposal", office=row.office.code, path=path_of(row.office, actor, on), status=row.status
    )


def office_subject(office: Office, actor: Actor, on: date) -> Subject:
    """The office whose work is looked at."""
    return Subject(kind="office", office=office.code, path=path_of(office, actor, on))
