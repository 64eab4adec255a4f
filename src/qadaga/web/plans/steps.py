"""Every step on a plan: the power, the form, the service."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from qadaga import authority
from qadaga.coordination.plans import consents, selectors, services
from qadaga.coordination.plans.changing import Changed, change_item
from qadaga.coordination.plans.choices import (
    AGREE,
    APPROVE,
    CHANGE,
    DRAFTING,
    REPORT,
    ConsentStatus,
    PlanKind,
)
from qadaga.coordination.plans.models import Plan, PlanItem
from qadaga.coordination.plans.subject import plan_subject
from qadaga.law.model import Ruling
from qadaga.web.acts.forms import NothingForm
from qadaga.web.plans import forms
from qadaga.web.plans.consent_forms import AnswerForm, AskForm
from qadaga.web.steps import Desk, Step, StepForm
from qadaga.web.views import StaffRequest

# Which power drafting is, the kind of the plan tells.
ADD = "draft"


def find(request: StaffRequest, pk: UUID) -> Plan:
    """The plan within the person's scope; NotFound otherwise."""
    return selectors.read_plan(request.actor, request.on, pk)


def _power(plan: Plan, power: str) -> str:
    return DRAFTING[PlanKind(plan.kind)] if power == ADD else power


def _ruling(plan: Plan, power: str, request: StaffRequest) -> Ruling:
    power = _power(plan, power)
    subject = plan_subject(plan, request.actor, request.on, power=power)
    return authority.offered(request.actor, power, subject, request.on)


def _add(plan: Plan, form: forms.ItemForm, request: StaffRequest) -> None:
    services.add(plan_id=plan.id, measure=form.measure(), **form.stamp)


def _approve(plan: Plan, form: StepForm, request: StaffRequest) -> None:
    services.approve(plan_id=plan.id, **form.stamp)


def _report(plan: Plan, form: forms.ReportForm, request: StaffRequest) -> None:
    values = form.cleaned_data
    services.report(plan_id=plan.id, **form.picked("result"), item_id=UUID(values["item"]), **form.stamp)


def _remove(plan: Plan, form: forms.RemoveForm, request: StaffRequest) -> None:
    services.remove(plan_id=plan.id, item_id=UUID(form.cleaned_data["item"]), **form.stamp)


def _postpone(plan: Plan, form: forms.PostponeForm, request: StaffRequest) -> None:
    _change(plan, form, Changed(**form.picked("reason", "until")))


def _drop(plan: Plan, form: forms.DropForm, request: StaffRequest) -> None:
    _change(plan, form, Changed(**form.picked("reason")))


def _change(plan: Plan, form: forms.DropForm, changed: Changed) -> None:
    change_item(plan_id=plan.id, item_id=UUID(form.cleaned_data["item"]), changed=changed, **form.stamp)


def _ask(plan: Plan, form: AskForm, request: StaffRequest) -> None:
    given = form.picked("asked_on", "asked_how")
    consents.ask(plan_id=plan.id, body_id=UUID(form.cleaned_data["body"]), **given, **form.stamp)


def _answer(plan: Plan, form: AnswerForm, request: StaffRequest) -> None:
    consent = UUID(form.cleaned_data["consent"])
    consents.answer(plan_id=plan.id, consent_id=consent, answered=form.answered(), **form.stamp)


PLAN_STEPS: dict[str, Step[Plan]] = {
    "add": Step(ADD, forms.ItemForm, _add, label=_("Add an item")),
    "approve": Step(APPROVE, NothingForm, _approve, text=_("Its items are under control from then on.")),
    "ask": Step(
        AGREE,
        AskForm,
        _ask,
        label=_("Ask a body for its consent"),
        text=_("Its items bind it from the day it consents; until then they are not due for it."),
    ),
    "answer": Step(AGREE, AnswerForm, _answer, label=_("Record what a body answered")),
    "report": Step(REPORT, forms.ReportForm, _report, label=_("Record that an item is done")),
    "remove": Step(ADD, forms.RemoveForm, _remove, label=_("Take an item out")),
    "postpone": Step(
        CHANGE,
        forms.PostponeForm,
        _postpone,
        label=_("Put an item off"),
        text=_("The old day and the reason stay on the card."),
    ),
    "give-up": Step(
        CHANGE,
        forms.DropForm,
        _drop,
        label=_("Give an item up"),
        text=_("It counts neither as done nor as behind; the reason stays on the card."),
    ),
}
OPEN = {
    "draft": ("add", "ask", "answer", "approve", "remove"),
    "approved": ("report", "ask", "answer", "postpone", "give-up"),
    "closed": ("ask", "answer"),
}


def steps_of(plan: Plan, parts: selectors.PlanParts) -> Mapping[str, Step[Any]]:
    """The steps open in the plan's status and of use, each with the power of its kind."""
    useful = {
        "ask": any(asks(one) for one in parts.items),
        "answer": any(one.status == ConsentStatus.ASKED for one in parts.consents),
    }
    return {
        slug: replace(PLAN_STEPS[slug], power=_power(plan, PLAN_STEPS[slug].power))
        for slug in OPEN[plan.status]
        if useful.get(slug, True)
    }


def asks(item: PlanItem) -> bool:
    """Whether the item waits for the consent of its body."""
    settled = item.done_on or item.dropped_on or item.agreed_on
    return item.body_id is not None and not settled


PLANS: Desk[Plan] = Desk(
    kind="work_plan",
    find=find,
    name=lambda plan: plan.title,
    card_url=lambda plan: reverse("plans:card", args=[plan.id]),
    ruling=_ruling,
    steps=PLAN_STEPS,
)
