"""Every step on a case of an administrative offence: the power, the form, the service."""

from typing import Any
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from qadaga import authority
from qadaga.law.model import Ruling
from qadaga.supervision.offences import selectors, services
from qadaga.supervision.offences.models import OffenceCase
from qadaga.supervision.offences.subject import CHECK, CLOSE, FILE, OPEN, PROLONG, case_subject
from qadaga.web.acts.forms import ProofForm
from qadaga.web.offences import forms
from qadaga.web.steps import Desk, Step, StepForm
from qadaga.web.views import StaffRequest


def find(request: StaffRequest, pk: UUID) -> OffenceCase:
    """The case within the person's scope; NotFound otherwise, the reading journalled."""
    return selectors.read_case(request.actor, request.on, pk)


def _ruling(case: OffenceCase, power: str, request: StaffRequest) -> Ruling:
    return authority.offered(request.actor, power, case_subject(case, request.actor, request.on), request.on)


def _on(case: OffenceCase, form: StepForm, request: StaffRequest) -> dict[str, Any]:
    return {"case_id": case.id, "version": form.expected, "by": request.actor, "on": request.on}


def _receive(case: OffenceCase, form: forms.ReceiveForm, request: StaffRequest) -> None:
    values = form.cleaned_data
    services.receive(received_on=values["received_on"], sheets=values["sheets"], **_on(case, form, request))


def _deliver(case: OffenceCase, form: ProofForm, request: StaffRequest) -> None:
    services.deliver(delivered=form.delivered(), **_on(case, form, request))


def _prolong(case: OffenceCase, form: forms.LongerForm, request: StaffRequest) -> None:
    values = form.cleaned_data
    services.prolong(until=values["until"], reason=values["reason"], **_on(case, form, request))


def _return(case: OffenceCase, form: forms.ReturnForm, request: StaffRequest) -> None:
    services.hand_back(returned_on=form.cleaned_data["returned_on"], **_on(case, form, request))


def _check(case: OffenceCase, form: forms.CheckForm, request: StaffRequest) -> None:
    names = ("detention", "penalty", "norm", "findings")
    checked = services.Checked(**{name: form.cleaned_data[name] for name in names})
    services.check(checked=checked, **_on(case, form, request))


def _open(case: OffenceCase, form: forms.DecidedForm, request: StaffRequest) -> None:
    services.open_proceedings(decided=form.decided(), **_on(case, form, request))


def _close(case: OffenceCase, form: forms.CloseForm, request: StaffRequest) -> None:
    ground = form.cleaned_data["ground"]
    services.close_proceedings(ground=ground, decided=form.decided(), **_on(case, form, request))


def _violation(case: OffenceCase, form: forms.ViolationForm, request: StaffRequest) -> None:
    services.pass_violation(matter_id=UUID(form.cleaned_data["matter"]), **_on(case, form, request))


def _act(case: OffenceCase, form: forms.ActForm, request: StaffRequest) -> None:
    services.link_act(act_id=UUID(form.cleaned_data["act"]), **_on(case, form, request))


def _outcome(case: OffenceCase, form: forms.OutcomeForm, request: StaffRequest) -> None:
    values = form.cleaned_data
    services.record_outcome(
        outcome=values["outcome"],
        outcome_on=values["outcome_on"],
        paper=values["paper"],
        **_on(case, form, request),
    )


STEPS: dict[str, Step[OffenceCase]] = {
    "delivered": Step(FILE, ProofForm, _deliver, label=_("Record that the letter was delivered")),
    "receive": Step(FILE, forms.ReceiveForm, _receive, label=_("Record that the file came")),
    "check": Step(CHECK, forms.CheckForm, _check),
    "open": Step(
        OPEN, forms.DecidedForm, _open, text=_("By your own resolution; its number and paper are made now.")
    ),
    "close": Step(
        CLOSE, forms.CloseForm, _close, text=_("By your own resolution; its number and paper are made now.")
    ),
    "violation": Step(
        CHECK,
        forms.ViolationForm,
        _violation,
        label=_("Pass to a matter as a violation"),
        text=_("The protest or representation is drafted there."),
    ),
    "act": Step(CHECK, forms.ActForm, _act, label=_("Link the act brought on the case")),
    "prolong": Step(PROLONG, forms.LongerForm, _prolong, label=_("Prolong the term of the file")),
    "return": Step(FILE, forms.ReturnForm, _return, label=_("Record that the file went back")),
    "outcome": Step(CHECK, forms.OutcomeForm, _outcome, label=_("Record the outcome of the case")),
}
DESK: Desk[OffenceCase] = Desk(
    kind="admin_case",
    find=find,
    name=lambda case: case.number_text,
    card_url=lambda case: reverse("offences:card", args=[case.id]),
    ruling=_ruling,
    steps=STEPS,
)
