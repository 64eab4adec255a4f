"""Every step on a check of records: the power, the form, the service."""

from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from qadaga.supervision.statistics import selectors, services
from qadaga.supervision.statistics.models import RecordsCheck
from qadaga.supervision.statistics.subject import ASK, CHECK, DEMAND, check_subject
from qadaga.web.acts.forms import ProofForm
from qadaga.web.statistics import forms
from qadaga.web.steps import Desk, Step, ruled_by
from qadaga.web.views import StaffRequest


def find(request: StaffRequest, pk: UUID) -> RecordsCheck:
    """The check within the person's scope; NotFound otherwise, the reading journalled."""
    return selectors.read_check(request.actor, request.on, pk)


def _ask(check: RecordsCheck, form: forms.AskForm, request: StaffRequest) -> None:
    services.ask_figures(check_id=check.id, asked=form.asked(), **form.stamp)


def _delivered(check: RecordsCheck, form: ProofForm, request: StaffRequest) -> None:
    services.deliver_figures(check_id=check.id, delivered=form.delivered(), **form.stamp)


def _came(check: RecordsCheck, form: forms.CameForm, request: StaffRequest) -> None:
    services.receive_figures(check_id=check.id, **form.picked("came_on"), **form.stamp)


def _silent(check: RecordsCheck, form: forms.SilentForm, request: StaffRequest) -> None:
    services.record_silence(check_id=check.id, **form.picked("norm", "what"), **form.stamp)


def _discrepancy(check: RecordsCheck, form: forms.DiscrepancyForm, request: StaffRequest) -> None:
    names = ("fault", "record_no", "reported", "found", "norm", "what")
    found = services.Found(**{name: form.cleaned_data[name] for name in names})
    services.add_discrepancy(check_id=check.id, found=found, **form.stamp)


def _finish(check: RecordsCheck, form: forms.FinishForm, request: StaffRequest) -> None:
    services.finish(check_id=check.id, **form.stamp)


def _demand(check: RecordsCheck, form: forms.DemandForm, request: StaffRequest) -> None:
    services.demand_correction(check_id=check.id, demanded=form.demanded(), **form.stamp)


def _serve(check: RecordsCheck, form: forms.ServeForm, request: StaffRequest) -> None:
    names = ("served_on", "way", "proof_ref", "told_on")
    served = services.Served(**{name: form.cleaned_data[name] for name in names})
    services.serve(check_id=check.id, served=served, **form.stamp)


def _correct(check: RecordsCheck, form: forms.CorrectForm, request: StaffRequest) -> None:
    values = form.cleaned_data
    services.correct(
        check_id=check.id,
        **form.picked("corrected_on", "proof"),
        discrepancy_id=UUID(values["discrepancy"]),
        **form.stamp,
    )


def _violation(check: RecordsCheck, form: forms.ViolationForm, request: StaffRequest) -> None:
    values = form.cleaned_data
    services.pass_violation(
        check_id=check.id,
        discrepancy_id=UUID(values["discrepancy"]),
        matter_id=UUID(values["matter"]),
        **form.stamp,
    )


def _act(check: RecordsCheck, form: forms.ActForm, request: StaffRequest) -> None:
    services.link_act(check_id=check.id, act_id=UUID(form.cleaned_data["act"]), **form.stamp)


def _close(check: RecordsCheck, form: forms.CloseForm, request: StaffRequest) -> None:
    services.close_with_act(check_id=check.id, **form.stamp)


STEPS: dict[str, Step[RecordsCheck]] = {
    "discrepancy": Step(CHECK, forms.DiscrepancyForm, _discrepancy, label=_("Add a discrepancy")),
    "finish": Step(
        CHECK,
        forms.FinishForm,
        _finish,
        label=_("Finish the check"),
        text=_("Without discrepancies it is closed: the records are complete and true."),
    ),
    "ask": Step(
        ASK,
        forms.AskForm,
        _ask,
        text=_("The letter gets its number now; the term of the reply runs from its delivery."),
    ),
    "delivered": Step(
        CHECK, ProofForm, _delivered, label=_("Record that the request for figures was delivered")
    ),
    "came": Step(CHECK, forms.CameForm, _came, label=_("Record that the figures came")),
    "silent": Step(
        CHECK,
        forms.SilentForm,
        _silent,
        label=_("Record that the body keeps silent"),
        text=_("Once the term of the reply is over: it joins the discrepancies, and an act answers."),
    ),
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
    ruling=ruled_by(check_subject),
    steps=STEPS,
)
