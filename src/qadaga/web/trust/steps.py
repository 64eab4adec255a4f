"""Every step on a proposal: the power, the form, the service."""

from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from qadaga.appeals.trust import selectors, services
from qadaga.appeals.trust.choices import REVIEW
from qadaga.appeals.trust.models import Proposal
from qadaga.appeals.trust.subject import proposal_subject
from qadaga.web.steps import Desk, Step, ruled_by
from qadaga.web.trust import forms
from qadaga.web.views import StaffRequest


def find(request: StaffRequest, pk: UUID) -> Proposal:
    """The proposal within the person's scope; NotFound otherwise."""
    return selectors.read_proposal(request.actor, request.on, pk)


def _decide(row: Proposal, form: forms.DecideForm, request: StaffRequest) -> None:
    values = form.cleaned_data
    services.decide(
        proposal_id=row.id,
        **form.picked("decision", "due_on"),
        accepted=values["accepted"] == "yes",
        **form.stamp,
    )


def _carry_out(row: Proposal, form: forms.CarriedOutForm, request: StaffRequest) -> None:
    services.carry_out(proposal_id=row.id, **form.picked("outcome"), **form.stamp)


STEPS: dict[str, Step[Proposal]] = {
    "decide": Step(REVIEW, forms.DecideForm, _decide, label=_("Decide about the proposal")),
    "done": Step(REVIEW, forms.CarriedOutForm, _carry_out, label=_("Record what came of it")),
}
OPEN = {"made": ("decide",), "accepted": ("done",), "refused": (), "done": ()}

PROPOSALS: Desk[Proposal] = Desk(
    kind="proposal",
    find=find,
    name=lambda row: row.title,
    card_url=lambda row: reverse("proposals:card", args=[row.id]),
    ruling=ruled_by(proposal_subject),
    steps=STEPS,
)
