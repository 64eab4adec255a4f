"""Every step on a check of records: the power, the form, the service."""

from typing import Any
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from qadaga import authority
from qadaga.law.model import Ruling
from qadaga.supervision.statistics import selectors, services
from qadaga.supervision.statistics.models import RecordsCheck
from qadaga.supervision.statistics.subject import ASK, CHECK, DEMAND, check_subject
from qadaga.web.statistics import forms
from qadaga.web.steps import Desk, Step, StepForm
from qadaga.web.views import StaffRequest


def find(request: StaffRequest, pk: UUID) -> RecordsCheck:
    """The check within the person's scope; NotFound otherwise, the reading journalled."""
    return selectors.read_check(request.actor, request.on, pk)


def _ruling(check: RecordsCheck, power: str, request: StaffRequest) -> Ruling:
    subject = check_subject(check, request.actor, request.on)
    return authority.offered(request.actor, power, subject, request.on)


def _on(check: RecordsCheck, form: StepForm, request: StaffRequest) -> dict[str, Any]:
    return {"check_id": check.id, "version": form.expected, "by": request.actor, "on": request.on}


def _ask(check: RecordsCheck, form: forms.AskForm, request: StaffRequest) -> None:
    services.ask_figures(asked_how=form.cleaned_data["asked_how"], **_on(check, form, request))


def _came(check: RecordsCheck, form: forms.CameForm, request: StaffRequest) -> None:
    services.receive_figures(came_on=form.cleaned_data["came_on"], **_on(check, form, request))


def _discrepancy(check: RecordsCheck, form: forms.DiscrepancyForm, request: StaffRequest) -> None:
    names = ("fault", "record_no", "reported", "found", "norm", "what")
    found = services.Found(**{name: form.cleaned_data[name] for name in names})
    services.add_discrepancy(found=found, **_on(check, form, request))


def _finish(check: RecordsCheck, form: forms.FinishForm, request: StaffRequest) -> None:
    services.finish(**_on(check, form, request))


def _demand(check: RecordsCheck, form: forms.DemandForm, request: StaffRequest) -> None:
    services.demand_correction(demanded=form.demanded(), **_on(check, form, request))


def _serve(check: RecordsCheck, form: forms.ServeForm, request: StaffRequest) -> None:
    names = ("served_on", "way", "proof_ref", "told_on")
    served = services.Served(**{name: form.cleaned_data[name] for name in names})
    services.serve(served=served, **_on(check, form, request))


def _correct(check: RecordsCheck, form: forms.CorrectForm, request: StaffRequest) -> None:
    values = form.cleaned_data
    services.correct(
        discrepancy_id=UUID(values["discrepancy"]),
        corrected_on=values["corrected_on"],
        proof=values["proof"],
        **_on(check, form, request),
    )


def _violation(check: RecordsCheck, form: forms.ViolationForm, request: StaffRequest) -> None:
    values = form.cleaned_data
    services.pass_violation(
        discrepancy_id=UUID(values["discrepancy"]),
        matter_id=UUID(values["matter"]),
        **_on(check, form, request),
    )


def _act(check: RecordsCheck, form: forms.ActForm, request: StaffRequest) -> None:
    services.link_act(act_id=UUID(form.cleaned_data["act"]), **_on(check, form, request))


def _close(check: RecordsCheck, form: forms.CloseForm, request: StaffRequest) -> None:
    services.close_with_act(**_on(check, form, request))


STEPS: dict[str, Step[RecordsCheck]] = {
    "discrepancy": Step(CHECK, forms.DiscrepancyForm, _discrepancy, label=_("Add a discrepancy")),
    "finish": Step(
        CHECK,
        forms.FinishForm,
        _finish,
        label=_("Finish the check"),
        text=_("Without discrepancies it is closed: the records are complete and true."),
    ),
    "ask": Step(ASK, forms.AskForm, _ask, text=_("The term of the reply runs from today.")),
    "came": Step(CHECK, forms.CameForm, _came, label=_("Record that the figures came")),
    "demand": Step(
        DEMAND,
        forms.DemandForm,
        _demand,
        text=_("By a representation; its number and paper are made now, with every discrepancy."),
    ),
    "serve": Step(
        CHECK,
        forms.ServeForm,
        _serve,
        label=_("Record that the demand was served"),
        text=_("The term of consideration runs from that day."),
    ),
    "correct": Step(
        CHECK,
        forms.CorrectForm,
        _correct,
        label=_("Record a correction"),
        text=_("The last correction closes the check."),
    ),
    "violation": Step(
        CHECK,
        forms.ViolationForm,
        _violation,
        label=_("Pass to a matter as a violation"),
        text=_("The act that answers silence or a refusal is drafted there."),
    ),
    "act": Step(CHECK, forms.ActForm, _act, label=_("Link the act brought on it")),
    "close": Step(
        CHECK,
        forms.CloseForm,
        _close,
        label=_("Close: an act was brought"),
        text=_("Only where a signed act answers what was not corrected."),
    ),
}
DESK: Desk[RecordsCheck] = Desk(
    kind="records",
    find=find,
    name=lambda check: check.number_text,
    card_url=lambda check: reverse("records:card", args=[check.id]),
    ruling=_ruling,
    steps=STEPS,
)
