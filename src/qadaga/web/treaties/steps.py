"""Every step on a request, a part, a treaty and a check: the power, the form, the service."""

from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from qadaga.treaties import selectors, services
from qadaga.treaties.models import Part, Request, Treaty, TreatyCheck
from qadaga.treaties.subject import (
    ANSWER,
    CONCLUDE,
    COOPERATE,
    DECIDE,
    DRAFT,
    EXECUTE,
    GIVE,
    KEEP,
    KEEP_REQUEST,
    PASS_DOWN,
    PROLONG,
    SEND,
    SUPERVISE,
)
from qadaga.web.acts.term_steps import ProlongTermForm
from qadaga.web.names import language
from qadaga.web.steps import Desk, Step, StepForm
from qadaga.web.treaties import forms, treaty_forms
from qadaga.web.views import StaffRequest


def _pass(row: Request, form: forms.PassForm, request: StaffRequest) -> None:
    services.pass_down(request_id=row.id, passed=form.passed(), **form.stamp)


def _decide(row: Request, form: StepForm, request: StaffRequest) -> None:
    services.decide(request_id=row.id, **form.picked("decision", "reasons"), **form.stamp)


def _send(row: Request, form: StepForm, request: StaffRequest) -> None:
    services.send(request_id=row.id, **form.picked("sent_no", "sent_on", "days"), **form.stamp)


def _answer(row: Request, form: forms.AnswerForm, request: StaffRequest) -> None:
    services.answer(request_id=row.id, answered=form.answered(), **form.stamp)


def _reply(row: Request, form: forms.ReplyForm, request: StaffRequest) -> None:
    given = {"reply": form.cleaned_data["reply"], "answered": form.answered()}
    services.record_reply(request_id=row.id, **given, **form.stamp)


def _died(row: Request, form: StepForm, request: StaffRequest) -> None:
    services.record_death(request_id=row.id, **form.picked("died_on"), **form.stamp)


def _correct(row: Request, form: forms.RequestForm, request: StaffRequest) -> None:
    services.correct_request(request_id=row.id, asked=form.entered(), **form.stamp)


def _paper(row: Request, form: forms.PaperForm, request: StaffRequest) -> None:
    services.add_paper(owner_id=row.id, of="request", added=form.added(), **form.stamp)


def _longer(row: Request, form: ProlongTermForm, request: StaffRequest) -> None:
    services.prolong_request(request_id=row.id, **form.picked("until", "reason"), **form.stamp)


def _longer_part(row: Part, form: ProlongTermForm, request: StaffRequest) -> None:
    services.prolong_part(part_id=row.id, **form.picked("until", "reason"), **form.stamp)


def _give(row: Part, form: StepForm, request: StaffRequest) -> None:
    officer = UUID(form.cleaned_data["officer"])
    services.give_part(part_id=row.id, officer_id=officer, **form.stamp)


def _complete(row: Part, form: StepForm, request: StaffRequest) -> None:
    services.complete_part(part_id=row.id, **form.picked("outcome"), **form.stamp)


def _position(row: Treaty, form: StepForm, request: StaffRequest) -> None:
    given = form.picked("position", "position_text")
    services.give_position(treaty_id=row.id, **given, **form.stamp)


def _conclude(row: Treaty, form: treaty_forms.ConcludeForm, request: StaffRequest) -> None:
    services.conclude(treaty_id=row.id, concluded=form.concluded(), **form.stamp)


def _contact(row: Treaty, form: StepForm, request: StaffRequest) -> None:
    given = form.picked("kind", "held_on", "about", "outcome")
    services.record_contact(treaty_id=row.id, **given, **form.stamp)


def _end(row: Treaty, form: StepForm, request: StaffRequest) -> None:
    services.end_treaty(treaty_id=row.id, **form.picked("ended_on", "why"), **form.stamp)


def _treaty_paper(row: Treaty, form: forms.PaperForm, request: StaffRequest) -> None:
    services.add_paper(owner_id=row.id, of="treaty", added=form.added(), **form.stamp)


def _finish(row: TreatyCheck, form: StepForm, request: StaffRequest) -> None:
    given = form.picked("outcome", "findings", "told_how")
    services.finish_check(check_id=row.id, **given, **form.stamp)


def _violation(row: TreatyCheck, form: StepForm, request: StaffRequest) -> None:
    values = form.cleaned_data
    matter = UUID(values["matter"])
    services.pass_violation(check_id=row.id, matter_id=matter, norm=values["norm"], **form.who)


REQUEST_STEPS: dict[str, Step[Request]] = {
    "pass": Step(
        PASS_DOWN,
        forms.PassForm,
        _pass,
        text=_("The part appears in the register of that office, with its own term."),
    ),
    "decide": Step(DECIDE, forms.DecideForm, _decide, label=_("Decide on the petition")),
    "answer": Step(ANSWER, forms.AnswerForm, _answer),
    "send": Step(SEND, forms.SendForm, _send, label=_("Send abroad")),
    "reply": Step(KEEP_REQUEST, forms.ReplyForm, _reply, label=_("Record the reply from abroad")),
    "prolong": Step(PROLONG, forms.RequestTermForm, _longer, label=_("Prolong the term")),
    "paper": Step(
        KEEP_REQUEST, forms.PaperForm, _paper, label=_("Add a document or translation"), button=_("Add")
    ),
    "died": Step(
        KEEP_REQUEST,
        forms.DeathForm,
        _died,
        label=_("Record a death"),
        text=_("Nobody who has died is handed over: what may still be done is to refuse."),
    ),
    "correct": Step(
        KEEP_REQUEST, forms.RequestForm, _correct, label=_("Correct the entry"), button=_("Save")
    ),
}
PART_STEPS: dict[str, Step[Part]] = {
    "complete": Step(
        EXECUTE,
        forms.CompleteForm,
        _complete,
        label=_("Record that it was carried out"),
        text=_("The outcome goes to the central authority, which answers abroad."),
    ),
    "give": Step(GIVE, forms.GiveForm, _give),
    "prolong": Step(PROLONG, forms.PartTermForm, _longer_part, label=_("Prolong the term")),
}
TREATY_STEPS: dict[str, Step[Treaty]] = {
    "position": Step(DRAFT, treaty_forms.PositionForm, _position, label=_("Give the position on the draft")),
    "conclude": Step(CONCLUDE, treaty_forms.ConcludeForm, _conclude),
    "contact": Step(COOPERATE, treaty_forms.ContactForm, _contact, label=_("Record cooperation")),
    "paper": Step(
        KEEP, forms.PaperForm, _treaty_paper, label=_("Add a document or translation"), button=_("Add")
    ),
    "end": Step(KEEP, treaty_forms.EndForm, _end, label=_("No longer in force")),
}
CHECK_STEPS: dict[str, Step[TreatyCheck]] = {
    "finish": Step(SUPERVISE, treaty_forms.FinishForm, _finish, label=_("Finish the check")),
    "violation": Step(
        SUPERVISE, treaty_forms.ViolationForm, _violation, label=_("Pass to a matter as a violation")
    ),
}

REQUESTS: Desk[Request] = Desk(
    kind="treaty_request",
    find=lambda request, pk: selectors.read_request(request.actor, request.on, pk),
    name=lambda row: row.number_text,
    card_url=lambda row: reverse("treaty_requests:card", args=[row.id]),
    ruling=lambda row, power, request: selectors.request_ruling(row, power, request.actor, request.on),
    steps=REQUEST_STEPS,
)
PARTS: Desk[Part] = Desk(
    kind="treaty_part",
    find=lambda request, pk: selectors.read_part(request.actor, request.on, pk),
    name=lambda row: f"{row.request.number_text}/{row.no}",
    card_url=lambda row: reverse("treaty_parts:card", args=[row.id]),
    ruling=lambda row, power, request: selectors.part_ruling(row, power, request.actor, request.on),
    steps=PART_STEPS,
)
TREATIES: Desk[Treaty] = Desk(
    kind="treaty",
    find=lambda request, pk: selectors.read_treaty(request.actor, request.on, pk),
    name=lambda row: row.title(language()),
    card_url=lambda row: reverse("treaties:card", args=[row.id]),
    ruling=lambda row, power, request: selectors.treaty_ruling(row, power, request.actor, request.on),
    steps=TREATY_STEPS,
)
CHECKS: Desk[TreatyCheck] = Desk(
    kind="treaty_check",
    find=lambda request, pk: selectors.read_check(request.actor, request.on, pk),
    name=lambda row: row.body.name(language()),
    card_url=lambda row: reverse("treaty_checks:card", args=[row.id]),
    ruling=lambda row, _power, request: selectors.check_actions(row, request.actor, request.on)[0].ruling,
    steps=CHECK_STEPS,
)
