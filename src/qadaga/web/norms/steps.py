"""Every step on a norm and on a duty that one lays: the power, the form, the service."""

from typing import Any
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from qadaga import authority
from qadaga.law.model import Ruling
from qadaga.matters.norms import laying, selectors, services
from qadaga.matters.norms.choices import APPROVE, ENTER, FULFIL
from qadaga.matters.norms.models import LaidDuty, Norm
from qadaga.matters.norms.subject import duty_subject, norm_subject
from qadaga.web.norms import forms
from qadaga.web.steps import Desk, Step, StepForm
from qadaga.web.views import StaffRequest


def _find_norm(request: StaffRequest, pk: UUID) -> Norm:
    return selectors.read_norm(request.actor, request.on, pk)


def _find_duty(request: StaffRequest, pk: UUID) -> LaidDuty:
    return selectors.read_duty(request.actor, request.on, pk)


def _on_norm(norm: Norm, power: str, request: StaffRequest) -> Ruling:
    return authority.offered(request.actor, power, norm_subject(norm, request.actor), request.on)


def _on_duty(duty: LaidDuty, power: str, request: StaffRequest) -> Ruling:
    return authority.offered(request.actor, power, duty_subject(duty, request.actor, request.on), request.on)


def _changing(form: StepForm, request: StaffRequest) -> dict[str, Any]:
    return {"version": form.expected, "by": request.actor, "on": request.on}


def _approve(norm: Norm, form: forms.ApproveForm, request: StaffRequest) -> None:
    said = {name: form.cleaned_data[name] for name in ("decision", "decided_on")}
    services.approve(norm_id=norm.id, **said, **_changing(form, request))


def _end(norm: Norm, form: forms.EndNormForm, request: StaffRequest) -> None:
    services.end(norm_id=norm.id, valid_to=form.cleaned_data["valid_to"], **_changing(form, request))


def _fulfil(duty: LaidDuty, form: forms.FulfilForm, request: StaffRequest) -> None:
    laying.fulfil(duty_id=duty.id, outcome=form.cleaned_data["outcome"], **_changing(form, request))


NORM_STEPS: dict[str, Step[Norm]] = {
    "approve": Step(
        APPROVE,
        forms.ApproveForm,
        _approve,
        label=_("Approve the norm"),
        text=_("From its first day matters, rights and duties may rest on it."),
    ),
    "end": Step(
        ENTER,
        forms.EndNormForm,
        _end,
        label=_("Record the end of the norm"),
        text=_("What rested on it before stays as it is; nothing new rests on it from that day."),
    ),
}
DUTY_STEPS: dict[str, Step[LaidDuty]] = {"fulfil": Step(FULFIL, forms.FulfilForm, _fulfil)}

NORMS: Desk[Norm] = Desk(
    kind="norm",
    find=_find_norm,
    name=str,
    card_url=lambda norm: reverse("norms:card", args=[norm.id]),
    ruling=_on_norm,
    steps=NORM_STEPS,
)
DUTIES: Desk[LaidDuty] = Desk(
    kind="laid_duty",
    find=_find_duty,
    name=lambda duty: str(duty.norm),
    card_url=lambda duty: reverse("laid_duties:card", args=[duty.id]),
    ruling=_on_duty,
    steps=DUTY_STEPS,
)
