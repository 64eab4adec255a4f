"""The steps on a measure: service of a request, and what came back."""

from typing import Any
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from qadaga import authority
from qadaga.acts import services
from qadaga.acts.models import Measure
from qadaga.acts.selectors import read_measure
from qadaga.acts.subject import measure_subject
from qadaga.law.model import Ruling
from qadaga.web.acts import forms
from qadaga.web.acts.term_steps import TERM_STEPS
from qadaga.web.steps import Desk, Step, StepForm
from qadaga.web.views import StaffRequest


def find(request: StaffRequest, pk: UUID) -> Measure:
    """The measure as `read_measure` finds it: within the scope, and not about the person."""
    return read_measure(request.actor, request.on, pk)


def card_url(measure: Measure) -> str:
    """Where the measure is shown."""
    return reverse("measures:card", args=[measure.id])


def ruling(measure: Measure, power: str, request: StaffRequest) -> Ruling:
    """Whether the person may exercise the power on the measure today."""
    subject = measure_subject(measure, request.actor, request.on)
    return authority.offered(request.actor, power, subject, request.on)


def _serve(measure: Measure, form: forms.MeasureServeForm, request: StaffRequest) -> None:
    values = form.cleaned_data
    services.serve_request(
        **_on(measure, form, request),
        way=values["way"],
        served_on=values["served_on"],
        days=values["days"],
    )


def _reply(measure: Measure, form: forms.MeasureReplyForm, request: StaffRequest) -> None:
    values = form.cleaned_data
    services.record_measure_reply(
        **_on(measure, form, request),
        replied_on=values["replied_on"],
        reply=values["reply"],
        file=form.stored(),
    )


def _on(measure: Measure, form: StepForm, request: StaffRequest) -> dict[str, Any]:
    return {"measure_id": measure.id, "version": form.expected, "by": request.actor, "on": request.on}


STEPS: dict[str, Step[Measure]] = {
    "serve": Step(
        "measure.request",
        forms.MeasureServeForm,
        _serve,
        label=_("Record that the request was served"),
        text=_("The term for the reply runs from the day of service."),
    ),
    "reply": Step("measure.record_reply", forms.MeasureReplyForm, _reply),
    **TERM_STEPS,
}

DESK = Desk(
    kind="measure",
    find=find,
    name=lambda measure: measure.number_text,
    card_url=card_url,
    ruling=ruling,
    steps=STEPS,
)
