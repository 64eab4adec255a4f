"""Every step on an act: the power it exercises, its form, the service that carries it out."""

from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from qadaga import authority
from qadaga.acts import services
from qadaga.acts.above.noting import asked_of
from qadaga.acts.models import Act
from qadaga.acts.selectors import read_act
from qadaga.acts.subject import act_subject
from qadaga.law.model import Ruling
from qadaga.web.acts import forms
from qadaga.web.acts.above_steps import ABOVE_STEPS, TAKE_OVER_STEP
from qadaga.web.acts.term_steps import TERM_STEPS
from qadaga.web.matters.forms.work import AttachForm, ReasonForm
from qadaga.web.steps import Desk, Step, StepForm
from qadaga.web.views import StaffRequest


def find(request: StaffRequest, pk: UUID) -> Act:
    """The act as `read_act` finds it: within the scope, and its matter not about the person."""
    return read_act(request.actor, request.on, pk)


def name(act: Act) -> str:
    """The number of a signed act, the heading of a draft."""
    return act.number_text or act.heading


def card_url(act: Act) -> str:
    """Where the act is shown."""
    return reverse("acts:card", args=[act.id])


def ruling(act: Act, power: str, request: StaffRequest) -> Ruling:
    """Whether the person may exercise the power on the act today."""
    subject = act_subject(act, request.actor, request.on)
    subject = asked_of(act, power, subject, request.actor, request.on)
    return authority.offered(request.actor, power, subject, request.on)


def _save(act: Act, form: forms.WordingForm, request: StaffRequest) -> None:
    services.save_draft(act_id=act.id, wording=form.wording(), **form.stamp)


def _submit(act: Act, form: StepForm, request: StaffRequest) -> None:
    services.submit(act_id=act.id, **form.stamp)


def _agree(act: Act, form: StepForm, request: StaffRequest) -> None:
    services.agree(act_id=act.id, **form.stamp)


def _send_back(act: Act, form: forms.RemarksForm, request: StaffRequest) -> None:
    services.send_back(act_id=act.id, **form.picked("remarks"), **form.stamp)


def _sign(act: Act, form: StepForm, request: StaffRequest) -> None:
    services.sign(act_id=act.id, **form.stamp)


def _serve(act: Act, form: forms.ServeForm, request: StaffRequest) -> None:
    services.serve(act_id=act.id, served=form.served(), **form.stamp)


def _reply(act: Act, form: forms.ReplyForm, request: StaffRequest) -> None:
    services.record_reply(act_id=act.id, replied=form.replied(), **form.stamp)


def _assess(act: Act, form: forms.AssessForm, request: StaffRequest) -> None:
    services.assess_reply(act_id=act.id, **form.picked("assessment", "note"), **form.stamp)


def _removal(act: Act, form: forms.RemovalForm, request: StaffRequest) -> None:
    services.confirm_removal(act_id=act.id, removed=form.removed(), **form.stamp)


def _escalate(act: Act, form: ReasonForm, request: StaffRequest) -> None:
    services.escalate(act_id=act.id, **form.picked("reason"), **form.stamp)


def _to_court(act: Act, form: forms.CourtForm, request: StaffRequest) -> None:
    services.to_court(act_id=act.id, **form.picked("court", "reason"), **form.stamp)


def _court_decision(act: Act, form: forms.CourtDecisionForm, request: StaffRequest) -> None:
    services.record_court_decision(act_id=act.id, decided=form.decided(), **form.stamp)


def _suspend_effect(act: Act, form: forms.SuspendEffectForm, request: StaffRequest) -> None:
    services.suspend_effect(act_id=act.id, suspended=form.suspended(), **form.stamp)


def _withdraw(act: Act, form: ReasonForm, request: StaffRequest) -> None:
    services.withdraw(act_id=act.id, **form.picked("reason"), **form.stamp)


def _attach(act: Act, form: AttachForm, request: StaffRequest) -> None:
    file = form.stored()
    assert file is not None  # the form requires it
    services.attach(
        act_id=act.id, file=file, title=form.cleaned_data["title"], by=request.actor, on=request.on
    )


STEPS: dict[str, Step[Act]] = {
    "edit": Step("act.draft", forms.WordingForm, _save, label=_("Edit the text"), button=_("Save the text")),
    "submit": Step(
        "act.submit",
        forms.SubmitForm,
        _submit,
        text=_("The deputy reads the draft and agrees it, or sends it back with remarks."),
    ),
    "agree": Step(
        "act.agree",
        forms.NothingForm,
        _agree,
        text=_("The head, or whoever replaces the head, then signs it."),
    ),
    "send-back": Step(
        "act.send_back",
        forms.RemarksForm,
        _send_back,
        text=_("The author gets the draft back with your remarks."),
    ),
    "sign": Step(
        "act.sign",
        forms.NothingForm,
        _sign,
        text=_("The act gets its number; its PDF/A and its fingerprint are frozen. This cannot be undone."),
    ),
    "serve": Step(
        "act.serve",
        forms.ServeForm,
        _serve,
        text=_("The term of consideration runs from the day of service."),
    ),
    "reply": Step("act.record_reply", forms.ReplyForm, _reply),
    "assess": Step("act.assess_reply", forms.AssessForm, _assess),
    "removal": Step(
        "act.confirm_removal",
        forms.RemovalForm,
        _removal,
        text=_("The violations of this act are marked as removed; the proof stays with it."),
    ),
    "suspend-effect": Step("act.suspend_effect", forms.SuspendEffectForm, _suspend_effect),
    "escalate": Step("act.escalate", ReasonForm, _escalate),
    "to-court": Step("act.to_court", forms.CourtForm, _to_court),
    "court-decision": Step(
        "act.court_outcome",
        forms.CourtDecisionForm,
        _court_decision,
        text=_("The act leaves the court: granted, refused, or left without consideration."),
    ),
    **TERM_STEPS,
    "withdraw": Step("act.withdraw", ReasonForm, _withdraw),
    **ABOVE_STEPS,
    "take-over": TAKE_OVER_STEP,
    "attach": Step("matter.attach", AttachForm, _attach),
}

DESK = Desk(kind="act", find=find, name=name, card_url=card_url, ruling=ruling, steps=STEPS)
