"""Every step on a proposal: the power, the form, the service."""

from typing import Any
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from qadaga import authority
from qadaga.appeals.trust import selectors, services
from qadaga.appeals.trust.choices import REVIEW
from qadaga.appeals.trust.models import Proposal
from qadaga.appeals.trust.subject import proposal_subject
from qadaga.law.model import Ruling
from qadaga.web.steps import Desk, Step, StepForm
from qadaga.web.trust import forms
from qadaga.web.views import StaffRequest


def find(request: StaffRequest, pk: UUID) -> Proposal:
    """The proposal within the person's scope; NotFound otherwise."""
    return selectors.read_proposal(request.actor, request.on, pk)


def _ruling(row: Proposal, power: str, request: StaffRequest) -> Ruling:
    return authority.offered(
        request.actor, power, proposal_subject(row, request.actor, request.on), request.on
    )


def _on(row: Proposal, form: StepForm, request: StaffRequest) -> dict[str, Any]:
    return {"proposal_id": row.id, "version": form.expected, "by": request.actor, "on": request.on}


def _decide(row: Proposal, form: forms.DecideForm, request: StaffRequest) -> None:
    values = form.cleaned_data
    services.decide(
        **_on(row, form, request),
        accepted=values["accepted"] == "yes",
        decision=values["decision"],
        due_on=values["due_on"],
    )


def _carry_out(row: Proposal, form: forms.CarriedOutForm, request: StaffRequest) -> None:
    services.carry_out(**_on(row, form, request), outcome=form.cleaned_data["outcome"])


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
    ruling=_ruling,
    steps=STEPS,
)
