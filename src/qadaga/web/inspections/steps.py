"""Every step on an inspection: the power it exercises, its form, the service that carries it out."""

from typing import Any
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from qadaga import authority
from qadaga.appeals.selectors import appeal_called
from qadaga.law.model import Ruling
from qadaga.supervision.inspections import reading, services
from qadaga.supervision.inspections.models import Inspection
from qadaga.supervision.inspections.selectors.card import step_subject
from qadaga.web.acts.above_steps import ABOVE_STEPS, TAKE_OVER_STEP
from qadaga.web.acts.forms import NothingForm
from qadaga.web.acts.summons import ExplainForm, SummonForm
from qadaga.web.cards.longer import AskForm, ConsentForm, asks, awaits
from qadaga.web.inspections import forms
from qadaga.web.inspections.drafting import InspectionForm
from qadaga.web.inspections.examining import ExamineForm, examine
from qadaga.web.inspections.hands import HANDS_STEPS
from qadaga.web.inspections.specialists import SPECIALIST_STEPS
from qadaga.web.matters.forms.work import ReasonForm
from qadaga.web.steps import Desk, Step, StepForm
from qadaga.web.views import StaffRequest


def find(request: StaffRequest, pk: UUID) -> Inspection:
    """The inspection for whoever may read it; NotFound otherwise."""
    return reading.read(request.actor, request.on, pk)


def card_url(inspection: Inspection) -> str:
    """Where the inspection is shown."""
    return reverse("inspections:card", args=[inspection.id])


def ruling(inspection: Inspection, power: str, request: StaffRequest) -> Ruling:
    """Whether the person may exercise the power on the inspection today."""
    subject = step_subject(inspection, power, request.actor, request.on)
    return authority.offered(request.actor, power, subject, request.on)


def _adding(row: Inspection, request: StaffRequest) -> dict[str, Any]:
    return {"inspection_id": row.id, "by": request.actor, "on": request.on}


def _on(row: Inspection, form: StepForm, request: StaffRequest) -> dict[str, Any]:
    return {**_adding(row, request), "version": form.expected}


def _edit(row: Inspection, form: InspectionForm, request: StaffRequest) -> None:
    services.save_draft(**_on(row, form, request), draft=form.draft())


def _sign(row: Inspection, form: StepForm, request: StaffRequest) -> None:
    services.sign(**_on(row, form, request))


def _withdraw(row: Inspection, form: ReasonForm, request: StaffRequest) -> None:
    services.withdraw(**_on(row, form, request), reason=form.cleaned_data["reason"])


def _secrecy(row: Inspection, form: forms.SecrecyForm, request: StaffRequest) -> str | None:
    values = form.cleaned_data
    services.mark_secrecy(
        **_on(row, form, request), **{name: values[name] for name in ("secrecy", "reason", "state_secret")}
    )
    return None


def _notify(row: Inspection, form: forms.NotifyForm, request: StaffRequest) -> None:
    services.notify(**_on(row, form, request), notice=form.notice())


def _visit(row: Inspection, form: forms.VisitForm, request: StaffRequest) -> None:
    values = form.cleaned_data
    services.visit(
        **_adding(row, request), **{name: values[name] for name in ("place", "came_at", "left_at")}
    )


def _take(row: Inspection, form: forms.TakeForm, request: StaffRequest) -> None:
    services.take_documents(**_adding(row, request), taken=form.taken())


def _return(row: Inspection, form: forms.ReturnForm, request: StaffRequest) -> None:
    chosen = [forms.key(one) for one in form.cleaned_data["documents"]]
    services.return_documents(**_adding(row, request), document_ids=chosen, returned=form.returned())


def _keep(row: Inspection, form: forms.KeepForm, request: StaffRequest) -> None:
    values = form.cleaned_data
    services.keep_document(
        **_adding(row, request), document_id=forms.key(values["document"]), reason=values["reason"]
    )


def _summon(row: Inspection, form: SummonForm, request: StaffRequest) -> None:
    services.summon(**_adding(row, request), called=form.called())


def _explain(row: Inspection, form: ExplainForm, request: StaffRequest) -> None:
    values = form.cleaned_data
    services.record_explanation(
        **_adding(row, request),
        summons_id=forms.key(values["summons"]),
        ended=form.ended(),
    )


def _officers(row: Inspection, form: forms.OfficersForm, request: StaffRequest) -> None:
    values = form.cleaned_data
    services.involve_officers(
        **_adding(row, request), **{name: values[name] for name in ("organisation", "names", "reason")}
    )


def _ask(row: Inspection, form: AskForm, request: StaffRequest) -> None:
    services.ask_prolong(**_on(row, form, request), longer=form.longer())


def _consent(row: Inspection, form: ConsentForm, request: StaffRequest) -> None:
    services.consent(**_on(row, form, request), **form.decided())


def _prolong(row: Inspection, form: StepForm, request: StaffRequest) -> None:
    services.prolong(**_on(row, form, request))


def _suspend(row: Inspection, form: forms.SuspendForm, request: StaffRequest) -> None:
    services.suspend(**_on(row, form, request), ground=form.cleaned_data["ground"], told=form.told())


def _resume(row: Inspection, form: forms.ResumeForm, request: StaffRequest) -> None:
    services.resume(**_on(row, form, request), told=form.told())


def _finish(row: Inspection, form: forms.FinishForm, request: StaffRequest) -> None:
    services.finish(**_on(row, form, request), outcome=form.cleaned_data["outcome"])


def _complaint(row: Inspection, form: forms.ComplaintForm, request: StaffRequest) -> None:
    appeal = appeal_called(request.actor, request.on, form.row_number())
    services.record_complaint(**_adding(row, request), appeal_id=appeal.id, number=appeal.number)


def _here(parts: Any) -> bool:
    return any(row.returned_at is None and row.kept_on is None for row in parts["documents"])


STEPS: dict[str, Step[Inspection]] = {
    "edit": Step(
        "inspection.draft", InspectionForm, _edit, label=_("Edit the draft"), button=_("Save the draft")
    ),
    "sign": Step(
        "inspection.open",
        NothingForm,
        _sign,
        text=_(
            "The resolution gets its number, it and the notice are frozen as PDF/A, and the term begins on "
            "the first day. This cannot be undone."
        ),
    ),
    "withdraw": Step("inspection.withdraw", ReasonForm, _withdraw),
    "notify": Step("inspection.notify", forms.NotifyForm, _notify),
    "visit": Step("inspection.visit", forms.VisitForm, _visit),
    "take": Step("inspection.take_documents", forms.TakeForm, _take),
    "return": Step("inspection.return_documents", forms.ReturnForm, _return, needs=_here),
    "keep": Step("inspection.keep_document", forms.KeepForm, _keep, needs=_here),
    "summon": Step("explanation.summon", SummonForm, _summon),
    "explain": Step(
        "explanation.record",
        ExplainForm,
        _explain,
        needs=lambda parts: any(row.recorded_on is None for row in parts["summonses"]),
    ),
    "examine": Step(
        "expertise.order",
        ExamineForm,
        examine,
        text=_("It becomes a measure of the matter, with its own term and outcome."),
    ),
    "officers": Step("inspection.involve_officers", forms.OfficersForm, _officers),
    "ask": Step(
        "inspection.ask_prolong",
        AskForm,
        _ask,
        needs=asks,
    ),
    "consent": Step(
        "inspection.consent",
        ConsentForm,
        _consent,
        needs=awaits,
    ),
    "prolong": Step(
        "inspection.prolong",
        NothingForm,
        _prolong,
        text=_("The last day moves to the one that the office above agreed to."),
        needs=lambda parts: any(row.applied_on is None for row in parts["prolongations"]),
    ),
    "suspend": Step(
        "inspection.suspend",
        forms.SuspendForm,
        _suspend,
        text=_("The term stands still from today; a notice to the inspected is printed now."),
    ),
    "resume": Step(
        "inspection.resume",
        forms.ResumeForm,
        _resume,
        text=_("The term runs on with the days that were left; a notice to the inspected is printed now."),
    ),
    **SPECIALIST_STEPS,
    "finish": Step("inspection.finish", forms.FinishForm, _finish),
    "complaint": Step("inspection.record_complaint", forms.ComplaintForm, _complaint),
    "secrecy": Step("inspection.mark_secrecy", forms.SecrecyForm, _secrecy),
    **HANDS_STEPS,
    **ABOVE_STEPS,
    "take-over": TAKE_OVER_STEP,
}

DESK = Desk(kind="inspection", find=find, name=str, card_url=card_url, ruling=ruling, steps=STEPS)
