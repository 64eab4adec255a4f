"""Every step on a writ and on a bailiff: the power, the form, the service."""

from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from qadaga.common.money import Money
from qadaga.supervision.enforcement import selectors, services
from qadaga.supervision.enforcement.models import Bailiff, Writ
from qadaga.supervision.enforcement.services.recovering import Sums
from qadaga.supervision.enforcement.subject import (
    ASK_LONGER,
    ASSIGN,
    CHECK,
    KEEP,
    PROLONG,
    WITHDRAW,
    bailiff_subject,
    writ_subject,
)
from qadaga.web.cards.longer import AskForm, ConsentForm
from qadaga.web.enforcement import forms, work_forms
from qadaga.web.steps import Desk, Step, StepForm, ruled_by
from qadaga.web.views import StaffRequest


def find_writ(request: StaffRequest, pk: UUID) -> Writ:
    """The writ within the person's scope; NotFound otherwise, the reading journalled."""
    return selectors.read_writ(request.actor, request.on, pk)


def find_bailiff(request: StaffRequest, pk: UUID) -> Bailiff:
    """The bailiff within the person's scope; NotFound otherwise."""
    return selectors.read_bailiff(request.actor, request.on, pk)


def _check(writ: Writ, form: StepForm, request: StaffRequest) -> None:
    services.begin_check(writ_id=writ.id, **form.picked("ground", "about", "due_on"), **form.stamp)


def _finish(writ: Writ, form: StepForm, request: StaffRequest) -> None:
    given = form.picked("outcome", "findings", "told_how")
    services.finish_check(writ_id=writ.id, **given, **form.stamp)


def _ask(writ: Writ, form: AskForm, request: StaffRequest) -> None:
    services.ask_prolong(writ_id=writ.id, longer=form.longer(), **form.stamp)


def _prolong(writ: Writ, form: ConsentForm, request: StaffRequest) -> None:
    services.prolong(writ_id=writ.id, **form.decided(), **form.stamp)


def _violation(writ: Writ, form: StepForm, request: StaffRequest) -> None:
    values = form.cleaned_data
    services.pass_violation(
        writ_id=writ.id,
        check_id=UUID(values["check"]),
        matter_id=UUID(values["matter"]),
        norm=values["norm"],
        **form.who,
    )


def _withdraw(writ: Writ, form: StepForm, request: StaffRequest) -> None:
    given = form.picked("norm", "reasons", "language")
    withdrawn = services.Withdrawn(UUID(form.cleaned_data["to_bailiff"]), **given)
    services.withdraw(writ_id=writ.id, withdrawn=withdrawn, **form.stamp)


def _receipts(writ: Writ, form: StepForm, request: StaffRequest) -> None:
    receipts = services.Receipts(**form.picked("taken_no", "taken_on", "given_no", "given_on", "told_how"))
    services.record_receipts(writ_id=writ.id, receipts=receipts, **form.stamp)


def _recovered(writ: Writ, form: StepForm, request: StaffRequest) -> None:
    values = form.cleaned_data
    sums = Sums(Money.parse(values["sum"]), values["recovered_on"], UUID(values["act"]))
    services.record_recovered(writ_id=writ.id, sums=sums, **form.who)


def _assign(writ: Writ, form: StepForm, request: StaffRequest) -> None:
    officer = UUID(form.cleaned_data["officer"])
    services.assign(writ_id=writ.id, officer_id=officer, **form.stamp)


def _correct(writ: Writ, form: forms.WritForm, request: StaffRequest) -> None:
    services.correct(writ_id=writ.id, entered=form.entered(), **form.stamp)


def _end(writ: Writ, form: StepForm, request: StaffRequest) -> None:
    services.end_writ(writ_id=writ.id, **form.picked("ended_on", "ended_as"), **form.stamp)


def _renew(bailiff: Bailiff, form: forms.BailiffForm, request: StaffRequest) -> None:
    services.renew(bailiff_id=bailiff.id, licensed=form.entered(), **form.stamp)


def _end_bailiff(bailiff: Bailiff, form: StepForm, request: StaffRequest) -> None:
    services.end_bailiff(bailiff_id=bailiff.id, **form.picked("ended_on", "why"), **form.stamp)


WRIT_STEPS: dict[str, Step[Writ]] = {
    "check": Step(CHECK, work_forms.CheckForm, _check, label=_("Begin a check of the bailiff")),
    "finish": Step(CHECK, work_forms.FinishForm, _finish, label=_("Finish the check")),
    "ask": Step(
        ASK_LONGER, AskForm, _ask, text=_("The office above decides; until it does the present term runs.")
    ),
    "prolong": Step(
        PROLONG, ConsentForm, _prolong, text=_("With your consent the term of the check is longer at once.")
    ),
    "violation": Step(
        CHECK, work_forms.ViolationForm, _violation, label=_("Pass to a matter as a violation")
    ),
    "withdraw": Step(
        WITHDRAW,
        work_forms.WithdrawForm,
        _withdraw,
        text=_(
            "One resolution takes the writ away and hands it over. Its number and paper are made as you sign."
        ),
    ),
    "receipts": Step(
        WITHDRAW,
        work_forms.ReceiptsForm,
        _receipts,
        label=_("Record both receipts"),
        text=_("From then on the writ is with the state bailiff, and never goes back."),
    ),
    "recovered": Step(
        CHECK,
        work_forms.RecoveredForm,
        _recovered,
        label=_("Record a sum recovered by an act"),
        text=_("It counts in the matter of the act, for the claimant."),
    ),
    "assign": Step(ASSIGN, forms.AssignForm, _assign),
    "correct": Step(KEEP, forms.WritForm, _correct, label=_("Correct the entry"), button=_("Save")),
    "end": Step(KEEP, forms.EndWritForm, _end, label=_("Execution is over")),
}
BAILIFF_STEPS: dict[str, Step[Bailiff]] = {
    "correct": Step(KEEP, forms.BailiffForm, _renew, label=_("Correct the entry"), button=_("Save")),
    "end": Step(KEEP, forms.EndBailiffForm, _end_bailiff, label=_("Works no longer")),
}

WRITS: Desk[Writ] = Desk(
    kind="enforcement_case",
    find=find_writ,
    name=lambda writ: writ.number,
    card_url=lambda writ: reverse("writs:card", args=[writ.id]),
    ruling=ruled_by(writ_subject),
    steps=WRIT_STEPS,
)
BAILIFFS: Desk[Bailiff] = Desk(
    kind="bailiff",
    find=find_bailiff,
    name=lambda bailiff: bailiff.name,
    card_url=lambda bailiff: reverse("bailiffs:card", args=[bailiff.id]),
    ruling=ruled_by(bailiff_subject),
    steps=BAILIFF_STEPS,
)
