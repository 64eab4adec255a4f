"""Every step on a case of an administrative offence: the power, the form, the service."""

from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from qadaga.supervision.offences import selectors, services
from qadaga.supervision.offences.models import OffenceCase
from qadaga.supervision.offences.subject import CHECK, CLOSE, FILE, OPEN, PROLONG, case_subject
from qadaga.web.acts.forms import ProofForm, RemindForm
from qadaga.web.offences import forms
from qadaga.web.steps import Desk, Step, ruled_by
from qadaga.web.views import StaffRequest


def find(request: StaffRequest, pk: UUID) -> OffenceCase:
    """The case within the person's scope; NotFound otherwise, the reading journalled."""
    return selectors.read_case(request.actor, request.on, pk)


def _receive(case: OffenceCase, form: forms.ReceiveForm, request: StaffRequest) -> None:
    services.receive(case_id=case.id, **form.picked("received_on", "sheets"), **form.stamp)


def _deliver(case: OffenceCase, form: ProofForm, request: StaffRequest) -> None:
    services.deliver(case_id=case.id, delivered=form.delivered(), **form.stamp)


def _served(case: OffenceCase, form: forms.ServedForm, request: StaffRequest) -> None:
    resolution = UUID(form.cleaned_data["resolution"])
    services.deliver_resolution(
        case_id=case.id, resolution_id=resolution, delivered=form.delivered(), **form.stamp
    )


def _prolong(case: OffenceCase, form: forms.LongerForm, request: StaffRequest) -> None:
    services.prolong(case_id=case.id, **form.picked("until", "reason"), **form.stamp)


def _remind(case: OffenceCase, form: RemindForm, request: StaffRequest) -> None:
    services.remind(case_id=case.id, **form.picked("way", "reference"), **form.stamp)


def _return(case: OffenceCase, form: forms.ReturnForm, request: StaffRequest) -> None:
    services.hand_back(case_id=case.id, **form.picked("returned_on"), **form.stamp)


def _silent(case: OffenceCase, form: forms.SilentForm, request: StaffRequest) -> None:
    matter = UUID(form.cleaned_data["matter"])
    services.record_silence(case_id=case.id, matter_id=matter, **form.picked("norm", "what"), **form.stamp)


def _withheld(case: OffenceCase, form: forms.WithheldForm, request: StaffRequest) -> None:
    services.give_up_file(case_id=case.id, **form.picked("paper"), **form.stamp)


def _check(case: OffenceCase, form: forms.CheckForm, request: StaffRequest) -> None:
    names = ("detention", "penalty", "norm", "findings")
    checked = services.Checked(**{name: form.cleaned_data[name] for name in names})
    services.check(case_id=case.id, checked=checked, **form.stamp)


def _open(case: OffenceCase, form: forms.DecidedForm, request: StaffRequest) -> None:
    services.open_proceedings(case_id=case.id, decided=form.decided(), **form.stamp)


def _close(case: OffenceCase, form: forms.CloseForm, request: StaffRequest) -> None:
    ground = form.cleaned_data["ground"]
    services.close_proceedings(case_id=case.id, ground=ground, decided=form.decided(), **form.stamp)


def _violation(case: OffenceCase, form: forms.ViolationForm, request: StaffRequest) -> None:
    services.pass_violation(case_id=case.id, matter_id=UUID(form.cleaned_data["matter"]), **form.stamp)


def _act(case: OffenceCase, form: forms.ActForm, request: StaffRequest) -> None:
    services.link_act(case_id=case.id, act_id=UUID(form.cleaned_data["act"]), **form.stamp)


def _outcome(case: OffenceCase, form: forms.OutcomeForm, request: StaffRequest) -> None:
    services.record_outcome(case_id=case.id, **form.picked("outcome", "outcome_on", "paper"), **form.stamp)


STEPS: dict[str, Step[OffenceCase]] = {
    "delivered": Step(FILE, ProofForm, _deliver, label=_("Record that the letter was delivered")),
    "served": Step(
        FILE,
        forms.ServedForm,
        _served,
        label=_("Record that a resolution was delivered"),
        text=_(
            "From that day runs the term of the body's decision, or of the outcome of closed proceedings."
        ),
    ),
    "receive": Step(FILE, forms.ReceiveForm, _receive, label=_("Record that the file came")),
    "silent": Step(
        CHECK,
        forms.SilentForm,
        _silent,
        label=_("Record that the file was not given"),
        text=_(
            "Once its term is over: a violation of the matter, which an act answers. The file is awaited on."
        ),
    ),
    "withheld": Step(
        CHECK,
        forms.WithheldForm,
        _withheld,
        label=_("Close without the file"),
        text=_("Only where a signed act answers that it was not given."),
    ),
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
    "remind": Step(
        FILE,
        RemindForm,
        _remind,
        label=_("Record a reminder to the silent body"),
        text=_("Once a term of the body is over: of the file, of its decision, of the outcome."),
    ),
    "return": Step(FILE, forms.ReturnForm, _return, label=_("Record that the file went back")),
    "outcome": Step(CHECK, forms.OutcomeForm, _outcome, label=_("Record the outcome of the case")),
}
DESK: Desk[OffenceCase] = Desk(
    kind="admin_case",
    find=find,
    name=lambda case: case.number_text,
    card_url=lambda case: reverse("offences:card", args=[case.id]),
    ruling=ruled_by(case_subject),
    steps=STEPS,
)
