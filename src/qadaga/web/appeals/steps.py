"""Every step on an appeal: the power it exercises, its form, the service that carries it out."""

from typing import Any
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from qadaga import authority
from qadaga.appeals import services
from qadaga.appeals.kinds import AnswerState
from qadaga.appeals.models import Appeal
from qadaga.appeals.selectors import CALL_UP, read_appeal
from qadaga.appeals.subject import challenged_subject, subject_of
from qadaga.appeals.summonses import services as summonses
from qadaga.appeals.trust.services import record_opinion
from qadaga.common.errors import NotFound
from qadaga.law.model import Ruling
from qadaga.matters.gather import Gathered
from qadaga.web.acts.summons import ExplainForm, SummonForm
from qadaga.web.appeals.forms import answering, handling
from qadaga.web.steps import Desk, Step, StepForm
from qadaga.web.trust.forms import OpinionForm
from qadaga.web.views import StaffRequest


def find(request: StaffRequest, pk: UUID) -> Appeal:
    """The appeal as `read_appeal` finds it: within the scope, and not about the person."""
    return read_appeal(request.actor, request.on, pk)


def card_url(appeal: Appeal) -> str:
    """Where the appeal is shown."""
    return reverse("appeals:card", args=[appeal.id])


def ruling(appeal: Appeal, power: str, request: StaffRequest) -> Ruling:
    """Whether the person may exercise the power on the appeal today; calling up is of what it challenges."""
    challenged = challenged_subject(appeal, request.actor, request.on)
    if power == CALL_UP and challenged is not None:
        return authority.offered(request.actor, power, challenged, request.on)
    return authority.offered(request.actor, power, subject_of(appeal, request.actor, request.on), request.on)


def on(appeal: Appeal, form: StepForm, request: StaffRequest) -> dict[str, Any]:
    """The arguments of every change of the appeal."""
    return {"appeal_id": appeal.id, "version": form.expected, "by": request.actor, "on": request.on}


def _open_matter(appeal: Appeal, form: handling.MatterForm, request: StaffRequest) -> str:
    matter = services.open_matter(**on(appeal, form, request), entry=form.matter())
    return reverse("matters:card", args=[matter.id])


def _call_up(appeal: Appeal, form: handling.ReasonForm, request: StaffRequest) -> str:
    matter = services.call_up(**on(appeal, form, request), reason=form.cleaned_data["reason"])
    return reverse("matters:card", args=[matter.id])


def _forward(appeal: Appeal, form: handling.ForwardForm, request: StaffRequest) -> None:
    values = form.cleaned_data
    said = {name: values[name] for name in ("ground", "reason", "part", "control")}
    services.forward(**on(appeal, form, request), to=form.addressee(), **said)


def _decline(appeal: Appeal, form: handling.DeclineForm, request: StaffRequest) -> None:
    services.decline(**on(appeal, form, request), **_decision(form))


def _annul(appeal: Appeal, form: handling.AnnulForm, request: StaffRequest) -> None:
    services.annul(**on(appeal, form, request), **_decision(form))


def _prolong(appeal: Appeal, form: handling.ProlongForm, request: StaffRequest) -> None:
    services.prolong(**on(appeal, form, request), until=form.cleaned_data["until"], **_decision(form))


def _withdraw(appeal: Appeal, form: handling.ReasonForm, request: StaffRequest) -> None:
    services.withdraw(**on(appeal, form, request), reason=form.cleaned_data["reason"])


def _draft(appeal: Appeal, form: answering.AnswerForm, request: StaffRequest) -> None:
    services.draft_answer(**on(appeal, form, request), entry=form.answer())


def _sign(appeal: Appeal, form: StepForm, request: StaffRequest) -> None:
    services.sign_answer(**on(appeal, form, request))


def _send(appeal: Appeal, form: answering.SendForm, request: StaffRequest) -> None:
    values = form.cleaned_data
    services.send_answer(**on(appeal, form, request), sent_on=values["sent_on"], way=values["way"])


def _materials(appeal: Appeal, form: answering.MaterialsRequestForm, request: StaffRequest) -> None:
    values = form.cleaned_data
    services.request_materials(
        appeal_id=appeal.id,
        applicant_id=UUID(values["applicant"]),
        what=values["what"],
        requested_on=values["requested_on"],
        by=request.actor,
        on=request.on,
    )


def _summon(appeal: Appeal, form: SummonForm, request: StaffRequest) -> None:
    summonses.summon(appeal_id=appeal.id, called=form.called(), by=request.actor, on=request.on)


def _explain(appeal: Appeal, form: ExplainForm, request: StaffRequest) -> None:
    summonses.record_explanation(
        appeal_id=appeal.id,
        summons_id=UUID(form.cleaned_data["summons"]),
        ended=form.ended(),
        by=request.actor,
        on=request.on,
    )


def _opinion(appeal: Appeal, form: OpinionForm, request: StaffRequest) -> None:
    record_opinion(appeal_id=appeal.id, said=form.said(), by=request.actor, on=request.on)


def _attach(appeal: Appeal, form: handling.AttachForm, request: StaffRequest) -> None:
    stored = form.stored()
    assert stored is not None  # a required field
    title = form.cleaned_data["title"]
    services.attach(appeal_id=appeal.id, file=stored, title=title, by=request.actor, on=request.on)


def _decision(form: StepForm) -> dict[str, Any]:
    return {name: form.cleaned_data[name] for name in ("ground", "reason")}


def _has_answer(parts: Gathered, state: AnswerState) -> bool:
    return any(one.state == state for one in parts["answers"])


def _considered(parts: Gathered) -> bool:
    """Whether a matter considers it: the card has the term only then running in it."""
    return any(term.matter_id is not None for term in parts["terms"])


STEPS: dict[str, Step[Appeal]] = {
    "matter": Step(
        "matter.open",
        handling.MatterForm,
        _open_matter,
        label=_("Open a matter"),
        text=_("The matter takes the body, the official complained of and the term of the appeal with it."),
    ),
    "call-up": Step(
        "matter.call_up",
        handling.ReasonForm,
        _call_up,
        label=_("Call up the matter that is challenged"),
        text=_("Your office decides in the matter from now on; the lower office goes on reading it."),
    ),
    "forward": Step(
        "appeal.forward",
        handling.ForwardForm,
        _forward,
        text=_("Within three working days from the registration, telling the applicant."),
    ),
    "decline": Step("appeal.decline", handling.DeclineForm, _decline),
    "summon": Step(
        "explanation.summon",
        SummonForm,
        _summon,
        text=_("Only while the appeal is considered, or an inspection goes on (O.8.7)."),
        needs=_considered,
    ),
    "explain": Step(
        "explanation.record",
        ExplainForm,
        _explain,
        needs=lambda parts: any(row.recorded_on is None for row in parts["summonses"]),
    ),
    "draft": Step(
        "appeal.draft_answer",
        answering.AnswerForm,
        _draft,
        button=_("Save the draft"),
        needs=lambda parts: not _has_answer(parts, AnswerState.SIGNED),
    ),
    "sign": Step(
        "appeal.sign_answer",
        handling.NothingForm,
        _sign,
        text=_("The answer gets its number; its PDF/A and its fingerprint are frozen. It cannot be undone."),
        needs=lambda parts: _has_answer(parts, AnswerState.DRAFT),
    ),
    "send": Step(
        "appeal.send_answer",
        answering.SendForm,
        _send,
        text=_("The consideration ends on the day on which the answer was sent."),
        needs=lambda parts: _has_answer(parts, AnswerState.SIGNED),
    ),
    "opinion": Step(
        "trust.record",
        OpinionForm,
        _opinion,
        text=_("Ask when the answer is handed over: it is how the office learns whether people trust it."),
        needs=lambda parts: not parts["opinions"],
    ),
    "prolong": Step(
        "appeal.prolong",
        handling.ProlongForm,
        _prolong,
        text=_("The applicant must be told within three working days."),
    ),
    "withdraw": Step("appeal.withdraw", handling.ReasonForm, _withdraw),
    "materials": Step("appeal.request_materials", answering.MaterialsRequestForm, _materials),
    "attach": Step("matter.attach", handling.AttachForm, _attach),
    "annul": Step(
        "appeal.annul",
        handling.AnnulForm,
        _annul,
        text=_("The registration keeps its number and stays in the register."),
    ),
}


def _elsewhere(appeal: Appeal, form: StepForm, request: StaffRequest) -> None:
    raise NotFound


# Two powers have pages of their own, with the form of a registration; the panel names them with the rest.
PANEL: dict[str, Step[Appeal]] = {
    **STEPS,
    "correct": Step("appeal.correct", handling.NothingForm, _elsewhere),
    "challenge": Step("appeal.challenge", handling.NothingForm, _elsewhere),
}

DESK = Desk(
    kind="appeal",
    find=find,
    name=lambda appeal: appeal.number,
    card_url=card_url,
    ruling=ruling,
    steps=STEPS,
)
