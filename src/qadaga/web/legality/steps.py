"""Every step on a legal act and on an analysis: the power, the form, the service."""

from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from qadaga.supervision.legality import selectors, services
from qadaga.supervision.legality.choices import Brought
from qadaga.supervision.legality.models import Analysis, LegalAct
from qadaga.supervision.legality.subject import (
    ANALYSE,
    APPROVE,
    ASSESS,
    ENTER,
    FOLLOW,
    GIVE,
    PASS_UP,
    PROTEST,
    REPRESENT,
    TELL,
    analysis_subject,
    legal_act_subject,
)
from qadaga.web.acts.forms import NothingForm, RemarksForm
from qadaga.web.legality import analysis_forms, forms
from qadaga.web.matters.forms.work import ReasonForm
from qadaga.web.steps import Desk, Step, StepForm, ruled_by
from qadaga.web.views import StaffRequest


def find_act(request: StaffRequest, pk: UUID) -> LegalAct:
    """The act within the person's scope; NotFound otherwise."""
    return selectors.read_act(request.actor, request.on, pk)


def find_analysis(request: StaffRequest, pk: UUID) -> Analysis:
    """The analysis within the person's scope; NotFound otherwise."""
    return selectors.read_analysis(request.actor, request.on, pk)


def _correct(row: LegalAct, form: forms.CorrectForm, request: StaffRequest) -> None:
    services.correct(act_id=row.id, entered=form.entered(), **form.stamp)


def _edition(row: LegalAct, form: forms.EditionForm, request: StaffRequest) -> None:
    services.add_edition(act_id=row.id, wording=form.wording(), **form.stamp)


def _give(row: LegalAct, form: forms.GiveForm, request: StaffRequest) -> None:
    values = form.cleaned_data
    services.give(
        act_id=row.id, **form.picked("kind", "due_on"), reviewer_id=UUID(values["reviewer"]), **form.stamp
    )


def _pass_up(row: LegalAct, form: ReasonForm, request: StaffRequest) -> None:
    services.pass_up(act_id=row.id, **form.picked("reason"), **form.stamp)


def _check(row: LegalAct, form: forms.CheckForm, request: StaffRequest) -> None:
    services.check(act_id=row.id, answers=form.answers(), **form.stamp)


def _find(row: LegalAct, form: forms.FindForm, request: StaffRequest) -> None:
    services.find(act_id=row.id, found=form.found(), **form.stamp)


def _conclude(row: LegalAct, form: forms.ConcludeForm, request: StaffRequest) -> None:
    services.conclude(act_id=row.id, **form.picked("verdict", "conclusion"), **form.stamp)


def _decide(row: LegalAct, form: forms.DecideForm, request: StaffRequest) -> None:
    services.decide(act_id=row.id, matter_id=form.matter_id(), **form.stamp)


def _represent(row: LegalAct, form: forms.DecideForm, request: StaffRequest) -> None:
    answer = Brought.REPRESENTATION
    services.decide(act_id=row.id, matter_id=form.matter_id(), answer=answer, **form.stamp)


def _draft(row: LegalAct, form: forms.ProtestForm, request: StaffRequest) -> str:
    made = services.draft_protest(act_id=row.id, **form.picked("heading", "language"), **form.stamp)
    return reverse("acts:card", args=[made.id])


def _follow(row: LegalAct, form: forms.FollowForm, request: StaffRequest) -> None:
    services.follow(act_id=row.id, became=form.became(), **form.stamp)


def _remind(row: LegalAct, form: forms.RemindForm, request: StaffRequest) -> None:
    services.remind(act_id=row.id, **form.picked("way", "reference"), **form.stamp)


def _source(row: Analysis, form: analysis_forms.SourceForm, request: StaffRequest) -> None:
    values = form.cleaned_data
    names = ("kind", "reference", "shows")
    services.add_source(analysis_id=row.id, **{name: values[name] for name in names}, **form.stamp)


def _finding(row: Analysis, form: analysis_forms.FindingForm, request: StaffRequest) -> None:
    values = form.cleaned_data
    names = ("norm", "what", "times")
    services.add_finding(analysis_id=row.id, **{name: values[name] for name in names}, **form.stamp)


def _proposal(row: Analysis, form: analysis_forms.ProposalForm, request: StaffRequest) -> None:
    values = form.cleaned_data
    names = ("what", "executor", "until")
    services.add_proposal(analysis_id=row.id, **{name: values[name] for name in names}, **form.stamp)


def _drop(row: Analysis, form: analysis_forms.DropForm, request: StaffRequest) -> None:
    part, key = form.chosen()
    services.drop(analysis_id=row.id, part=part, row_id=key, **form.stamp)


def _submit(row: Analysis, form: analysis_forms.SubmitForm, request: StaffRequest) -> None:
    services.submit(analysis_id=row.id, **form.picked("conclusion"), **form.stamp)


def _approve(row: Analysis, form: StepForm, request: StaffRequest) -> None:
    services.approve(analysis_id=row.id, **form.stamp)


def _send_back(row: Analysis, form: RemarksForm, request: StaffRequest) -> None:
    services.send_back(analysis_id=row.id, **form.picked("remarks"), **form.stamp)


def _tell(row: Analysis, form: analysis_forms.TellForm, request: StaffRequest) -> None:
    values, body = form.cleaned_data, form.body()
    assert body is not None  # a body is needed, and the form has said so
    names = ("told_on", "way", "reference")
    services.tell(analysis_id=row.id, body=body, **{name: values[name] for name in names}, **form.stamp)


ACT_STEPS: dict[str, Step[LegalAct]] = {
    "give": Step(GIVE, forms.GiveForm, _give, label=_("Give for review")),
    "check": Step(
        ASSESS,
        forms.CheckForm,
        _check,
        label=_("Check list"),
        button=_("Save the answers"),
        text=_("The first three points are those of the law; the others are the product's."),
    ),
    "find": Step(ASSESS, forms.FindForm, _find, label=_("Record a norm it contradicts"), button=_("Save")),
    "conclude": Step(
        ASSESS,
        forms.ConcludeForm,
        _conclude,
        label=_("Conclude the review"),
        text=_("Every point of the check list has its answer by then."),
    ),
    "protest": Step(
        PROTEST,
        forms.DecideForm,
        _decide,
        label=_("Decide to protest"),
        text=_("The reviewer then drafts the protest; it goes its way to your signature."),
    ),
    "represent": Step(
        REPRESENT,
        forms.DecideForm,
        _represent,
        label=_("Decide to answer by a representation"),
        text=_("To have the violation, its causes and conditions removed; it suspends nothing."),
    ),
    "draft": Step(
        ASSESS,
        forms.ProtestForm,
        _draft,
        label=_("Draft the act decided on"),
        text=_("The norms found become violations of the matter; a protest is against the act itself."),
    ),
    "follow": Step(FOLLOW, forms.FollowForm, _follow, label=_("Record what became of the act")),
    "remind": Step(FOLLOW, forms.RemindForm, _remind, label=_("Record a reminder to the silent body")),
    "edition": Step(ENTER, forms.EditionForm, _edition, label=_("Enter a further edition"), button=_("Save")),
    "correct": Step(ENTER, forms.CorrectForm, _correct, label=_("Correct the entry"), button=_("Save")),
    "pass-up": Step(PASS_UP, ReasonForm, _pass_up),
}
ANALYSIS_STEPS: dict[str, Step[Analysis]] = {
    "source": Step(ANALYSE, analysis_forms.SourceForm, _source, label=_("Name a source"), button=_("Save")),
    "finding": Step(
        ANALYSE, analysis_forms.FindingForm, _finding, label=_("Record a finding"), button=_("Save")
    ),
    "proposal": Step(
        ANALYSE, analysis_forms.ProposalForm, _proposal, label=_("Make a proposal"), button=_("Save")
    ),
    "submit": Step(
        ANALYSE,
        analysis_forms.SubmitForm,
        _submit,
        label=_("Submit for approval"),
        text=_("With a source, a finding and a proposal at least."),
    ),
    "drop": Step(ANALYSE, analysis_forms.DropForm, _drop, label=_("Take something out")),
    "approve": Step(
        APPROVE, NothingForm, _approve, text=_("It takes its number; from then on the text stands.")
    ),
    "send-back": Step(APPROVE, RemarksForm, _send_back, label=_("Send back with remarks")),
    "tell": Step(TELL, analysis_forms.TellForm, _tell),
}

ACTS: Desk[LegalAct] = Desk(
    kind="legal_act",
    find=find_act,
    name=str,
    card_url=lambda row: reverse("legal_acts:card", args=[row.id]),
    ruling=ruled_by(legal_act_subject),
    steps=ACT_STEPS,
)
ANALYSES: Desk[Analysis] = Desk(
    kind="legality_analysis",
    find=find_analysis,
    name=str,
    card_url=lambda row: reverse("analyses:card", args=[row.id]),
    ruling=ruled_by(analysis_subject),
    steps=ANALYSIS_STEPS,
)
