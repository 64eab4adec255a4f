"""The measures taken in a matter: what is asked of others, looked up, inspected, brought to court."""

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from qadaga.acts import services as acts
from qadaga.acts.models import Measure
from qadaga.court.applications import services as applications
from qadaga.matters.models import Matter
from qadaga.supervision.gateway.services import ask
from qadaga.supervision.inspections import services as inspections
from qadaga.web.applications.forms import ApplyForm
from qadaga.web.inspections.drafting import InspectionForm
from qadaga.web.lookups.forms import LookUpForm
from qadaga.web.matters.forms import drafting, ordering
from qadaga.web.norms.forms import RightForm
from qadaga.web.steps import Step
from qadaga.web.views import StaffRequest


def _request(matter: Matter, form: drafting.RequestForm, request: StaffRequest) -> str:
    made = acts.request(**adding(matter, request), asked=form.asked())
    return reverse("measures:card", args=[made.id])


def _findings(matter: Matter, form: drafting.FindingsForm, request: StaffRequest) -> str:
    values = form.cleaned_data
    made = acts.findings(
        **adding(matter, request), ground=values["ground"], note=values["note"], language=values["language"]
    )
    return reverse("measures:card", args=[made.id])


def _examine(matter: Matter, form: ordering.OrderForm, request: StaffRequest) -> str:
    return _issued(acts.order_examination(**adding(matter, request), order=form.order()))


def _check(matter: Matter, form: ordering.OrderForm, request: StaffRequest) -> str:
    return _issued(acts.require_check(**adding(matter, request), order=form.order()))


def _lift(matter: Matter, form: ordering.OrderForm, request: StaffRequest) -> str:
    return _issued(acts.demand_lifting(**adding(matter, request), order=form.order()))


def _use_right(matter: Matter, form: RightForm, request: StaffRequest) -> str:
    return _issued(acts.use_right(**adding(matter, request), order=form.order()))


def _issued(measure: Measure) -> str:
    return reverse("measures:card", args=[measure.id])


def _apply(matter: Matter, form: ApplyForm, request: StaffRequest) -> str:
    made = applications.apply(**adding(matter, request), applied=form.applied())
    return reverse("applications:card", args=[made.id])


def _look_up(matter: Matter, form: LookUpForm, request: StaffRequest) -> str:
    made = ask(**adding(matter, request), question=form.question())
    return reverse("lookups:card", args=[made.id])


def _inspect(matter: Matter, form: InspectionForm, request: StaffRequest) -> str:
    made = inspections.draft(**adding(matter, request), draft=form.draft())
    return reverse("inspections:card", args=[made.id])


def adding(matter: Matter, request: StaffRequest) -> dict[str, Any]:
    """What every addition to a matter passes to its service."""
    return {"matter_id": matter.id, "by": request.actor, "on": request.on}


MEASURE_STEPS: dict[str, Step[Matter]] = {
    "request": Step("measure.request", drafting.RequestForm, _request),
    "findings": Step("measure.findings", drafting.FindingsForm, _findings),
    "examine": Step("expertise.order", ordering.ExaminationForm, _examine),
    "require-check": Step(
        "check.require",
        ordering.CheckForm,
        _check,
        text=_("The body has to report its outcome; the office replaces no other body and controls it."),
    ),
    "demand-lift": Step("restriction.demand_lift", ordering.LiftingForm, _lift),
    "use-right": Step(
        "right.other",
        RightForm,
        _use_right,
        text=_("The norm that gives the right is named; the term of the reply runs from the delivery."),
    ),
    "to-court": Step(
        "court.apply",
        ApplyForm,
        _apply,
        text=_("The paper gets its number and is frozen; an act that was not satisfied goes with it."),
    ),
    "look-up": Step("systems.consult", LookUpForm, _look_up),
    "inspect": Step("inspection.draft", InspectionForm, _inspect),
}
