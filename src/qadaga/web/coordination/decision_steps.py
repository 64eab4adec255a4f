"""Every step on a decision under control: the power, the form, the service."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from qadaga import authority
from qadaga.coordination import selectors, services
from qadaga.coordination.models import Decision
from qadaga.coordination.subject import decision_subject
from qadaga.law.model import Ruling
from qadaga.web.coordination.decision_forms import PostponeForm, ReportForm
from qadaga.web.coordination.steps import power_of
from qadaga.web.steps import Desk, Step
from qadaga.web.views import StaffRequest


def find_decision(request: StaffRequest, pk: UUID) -> Decision:
    """The decision within the person's scope; NotFound otherwise."""
    return selectors.read_decision(request.actor, request.on, pk)


def _decision_ruling(decision: Decision, power: str, request: StaffRequest) -> Ruling:
    subject = decision_subject(decision, request.actor, request.on)
    return authority.offered(request.actor, power_of(decision.session, power), subject, request.on)


def _report(decision: Decision, form: ReportForm, request: StaffRequest) -> None:
    services.report(decision_id=decision.id, **form.picked("words", "done", "left"), **form.stamp)


def _postpone(decision: Decision, form: PostponeForm, request: StaffRequest) -> None:
    services.postpone(decision_id=decision.id, postponed=form.postponed(), **form.stamp)


DECISION_STEPS: dict[str, Step[Decision]] = {
    "report": Step("control", ReportForm, _report, label=_("Record what was done")),
    "postpone": Step(
        "postpone",
        PostponeForm,
        _postpone,
        label=_("Prolong the term, or put it off"),
        text=_("The day it had and the reason stay on the card."),
    ),
}


def decision_steps(decision: Decision) -> Mapping[str, Step[Any]]:
    """The step of a decision with the power of its organ."""
    return {
        slug: replace(step, power=power_of(decision.session, step.power))
        for slug, step in DECISION_STEPS.items()
    }


DECISIONS: Desk[Decision] = Desk(
    kind="decision",
    find=find_decision,
    name=lambda decision: f"{decision.session} · {decision.no}",
    card_url=lambda decision: reverse("decisions:card", args=[decision.id]),
    ruling=_decision_ruling,
    steps=DECISION_STEPS,
)
