"""The steps on a measure: service of a request, and what came back."""

from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from qadaga import authority
from qadaga.acts import services
from qadaga.acts.above.noting import asked_of
from qadaga.acts.choices import ORDERED
from qadaga.acts.models import Measure
from qadaga.acts.selectors import read_measure
from qadaga.acts.subject import measure_subject
from qadaga.law.model import Ruling
from qadaga.matters.gather import Gathered
from qadaga.web.acts import forms
from qadaga.web.acts.above_steps import ABOVE_STEPS, TAKE_OVER_STEP
from qadaga.web.acts.term_steps import TERM_STEPS
from qadaga.web.steps import Desk, Step
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
    subject = asked_of(measure, power, subject, request.actor, request.on)
    return authority.offered(request.actor, power, subject, request.on)


def _serve(measure: Measure, form: forms.ProofForm, request: StaffRequest) -> None:
    services.serve_request(measure_id=measure.id, delivered=form.delivered(), **form.stamp)


def _reply(measure: Measure, form: forms.MeasureReplyForm, request: StaffRequest) -> None:
    services.record_measure_reply(
        measure_id=measure.id, **form.picked("replied_on", "reply"), file=form.stored(), **form.stamp
    )


def _deliver(measure: Measure, form: forms.ProofForm, request: StaffRequest) -> None:
    services.deliver(measure_id=measure.id, delivered=form.delivered(), **form.stamp)


def _outcome(measure: Measure, form: forms.OutcomeForm, request: StaffRequest) -> None:
    values = form.cleaned_data
    words = {name: values[name] for name in ("outcome", "replied_on", "reply")}
    services.record_outcome(measure_id=measure.id, **words, file=form.stored(), **form.stamp)


def _remind(measure: Measure, form: forms.RemindForm, request: StaffRequest) -> None:
    services.remind(measure_id=measure.id, **form.picked("way", "reference"), **form.stamp)


def _ordered(parts: Gathered) -> bool:
    return any(row.kind in ORDERED for row in parts["itself"])


STEPS: dict[str, Step[Measure]] = {
    "serve": Step(
        "measure.request",
        forms.ProofForm,
        _serve,
        label=_("Record that the request was served"),
        text=_("The term for the reply runs from the day of service."),
    ),
    "reply": Step(
        "measure.record_reply",
        forms.MeasureReplyForm,
        _reply,
        needs=lambda parts: not _ordered(parts),
    ),
    "deliver": Step(
        "measure.serve",
        forms.ProofForm,
        _deliver,
        label=_("Record the delivery"),
        text=_("The term for the outcome runs from the day of delivery."),
    ),
    "outcome": Step(
        "measure.record_reply", forms.OutcomeForm, _outcome, label=_("Record what came of it"), needs=_ordered
    ),
    "report": Step("check.record_report", forms.OutcomeForm, _outcome),
    "remind": Step("measure.remind", forms.RemindForm, _remind),
    **TERM_STEPS,
    **ABOVE_STEPS,
    "take-over": TAKE_OVER_STEP,
}

DESK = Desk(
    kind="measure",
    find=find,
    name=lambda measure: measure.number_text,
    card_url=card_url,
    ruling=ruling,
    steps=STEPS,
)
