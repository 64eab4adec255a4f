"""Reading opinions, proposals and reviews: the viewer's scope first, nobody what complains of them."""

from collections.abc import Sequence
from datetime import date
from typing import Any
from uuid import UUID

from qadaga import authority
from qadaga.appeals.trust.choices import PROPOSE, REVIEW, ProposalStatus
from qadaga.appeals.trust.models import Opinion, Proposal, Review
from qadaga.appeals.trust.subject import PROPOSAL, office_subject, proposal_subject
from qadaga.authority import barred
from qadaga.authority.actor import Actor
from qadaga.authority.scope import get_or_404, scope_of
from qadaga.common.errors import NotFound
from qadaga.law.model import Ruling
from qadaga.matters.gather import Part
from qadaga.matters.selectors.actions import Action, judged
from qadaga.offices.models import Office
from qadaga.offices.selectors import office_by_id

OF_APPEAL: tuple[Part, ...] = (Part("opinions", Opinion, "t.appeal_id = %(id)s", ("recorded_by_id",)),)
"""What the applicant said, for the card of the appeal."""
MOST = 20


def office_of(actor: Actor, on: date, pk: UUID | None) -> Office:
    """The office of the key within the scope, the actor's own for none. Raises NotFound."""
    if pk is None or pk == actor.office_id:
        return office_by_id(actor.office_id)
    office = Office.objects.filter(id=pk).first()
    if office is None or not scope_of(actor, on).covers(office.id, office.region_id):
        raise NotFound()
    return office


def read_proposal(actor: Actor, on: date, pk: Any) -> Proposal:
    """The proposal with its office and people; NotFound outside the scope."""
    people = ("author", "decided_by", "done_by")
    related = [f"{one}__{part}" for one in people for part in ("person", "office")]
    return get_or_404(Proposal.objects.select_related("office__parent", *related), scope_of(actor, on), pk)


def proposal_actions(row: Proposal, actor: Actor, on: date) -> Sequence[Action]:
    """The ruling on deciding about the proposal."""
    return judged(PROPOSAL, (REVIEW,), proposal_subject(row, actor, on), actor, on)


def new_proposal(actor: Actor, office: Office | None = None) -> Proposal:
    """A proposal of the actor's office, not made yet: what the law is asked about."""
    return Proposal(office=office or office_by_id(actor.office_id), status="", version=0)


def may_propose(actor: Actor, on: date, office: Office | None = None) -> Ruling:
    """Whether the actor may propose something in the own office, given where it is read already."""
    return authority.may(actor, PROPOSE, proposal_subject(new_proposal(actor, office), actor, on), on=on)


def may_review(office: Office, actor: Actor, on: date) -> Ruling:
    """Whether the actor may review the work of the office."""
    return authority.may(actor, REVIEW, office_subject(office, actor, on), on=on)


def last_opinions(actor: Actor, office: Office) -> list[Opinion]:
    """The newest opinions about answers of the office, none on an appeal that complains of the actor."""
    rows = barred.without(Opinion.objects.filter(office=office), actor.person_id, "opinion")
    return list(rows.select_related("appeal").order_by("-said_on", "-id")[:MOST])


def open_proposals(office: Office) -> list[Proposal]:
    """Proposals of the office that wait for a decision or are carried out; those to decide first."""
    open_ones = (ProposalStatus.MADE, ProposalStatus.ACCEPTED)
    rows = Proposal.objects.filter(office=office, status__in=open_ones)
    return list(rows.select_related("author__person", "author__office").order_by("-status", "made_on")[:MOST])


def reviews_of(office: Office) -> list[Review]:
    """The reviews of the office, the newest quarter first."""
    rows = Review.objects.filter(office=office).select_related("reviewed_by__person", "reviewed_by__office")
    return list(rows.order_by("-starts_on")[:MOST])
