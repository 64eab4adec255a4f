"""Every step on a council and a session: the power, the form, the service."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from qadaga import authority
from qadaga.coordination import selectors, services
from qadaga.coordination.choices import CARRY_OUT, POWERS, PROPOSE, RESPOND, Organ
from qadaga.coordination.models import Council, Session
from qadaga.coordination.subject import council_subject, session_subject
from qadaga.law.model import Ruling
from qadaga.web.acts.forms import NothingForm
from qadaga.web.coordination import forms
from qadaga.web.coordination.absence_forms import ExcuseForm, FollowForm
from qadaga.web.matters.forms.work import ReasonForm
from qadaga.web.steps import Desk, Step, ruled_by
from qadaga.web.views import StaffRequest

FORM = "coordination.form"


def find_council(request: StaffRequest, pk: UUID) -> Council:
    """The council within the person's scope; NotFound otherwise."""
    return selectors.read_council(request.actor, request.on, pk)


def find_session(request: StaffRequest, pk: UUID) -> Session:
    """The session within the person's scope; NotFound otherwise."""
    return selectors.read_session(request.actor, request.on, pk)


def power_of(session: Session, name: str) -> str:
    """The power of the session's organ by the name of a step, or the power named itself."""
    return str(getattr(POWERS[Organ(session.organ)], name, name))


def _session_ruling(session: Session, power: str, request: StaffRequest) -> Ruling:
    subject = session_subject(session, request.actor, request.on)
    return authority.offered(request.actor, power_of(session, power), subject, request.on)


Given = Callable[[Any], dict[str, Any]]


def _does(service: Callable[..., Any], given: Given = lambda form: {}) -> Callable[..., None]:
    """A step that calls a service on a session with what the form gives it."""

    def perform(session: Session, form: Any, request: StaffRequest) -> None:
        service(session_id=session.id, **given(form), **form.stamp)

    return perform


def _propose(session: Session, form: forms.ProposeForm, request: StaffRequest) -> None:
    values = form.cleaned_data
    given = {name: values[name] for name in ("topic", "reporter", "violation")}
    services.propose(session_id=session.id, **given, **form.who)


def _member(council: Council, form: forms.SeatForm, request: StaffRequest) -> None:
    since = form.cleaned_data["since"]
    services.add_member(council_id=council.id, seat=form.seat(), since=since, **form.stamp)


def _release(council: Council, form: forms.ReleaseForm, request: StaffRequest) -> None:
    values = form.cleaned_data
    services.release(
        council_id=council.id, **form.picked("until"), member_id=UUID(values["member"]), **form.stamp
    )


def _end(council: Council, form: forms.EndForm, request: StaffRequest) -> None:
    ended = form.cleaned_data["ended_on"]
    services.end_council(council_id=council.id, ended_on=ended, **form.stamp)


def _told(form: forms.TellForm) -> dict[str, Any]:
    values = form.cleaned_data
    return {"person_ids": form.chosen(), "told_on": values["told_on"], "told_how": values["told_how"]}


def _ordered(form: forms.CarryOutForm) -> dict[str, Any]:
    values = form.cleaned_data
    return {"decision_ids": [UUID(one) for one in values["decisions"]], "order_id": values["order"]}


def _answered(form: forms.RespondForm) -> dict[str, Any]:
    values = form.cleaned_data
    return {"item_id": form.item_id, "act_id": UUID(values["act"]), "norm": values["norm"]}


COUNCIL_STEPS: dict[str, Step[Council]] = {
    "member": Step(FORM, forms.SeatForm, _member, label=_("Name a member")),
    "release": Step(FORM, forms.ReleaseForm, _release, label=_("Release a member of the council")),
    "end": Step(FORM, forms.EndForm, _end, label=_("End the council")),
}
# The power is named as `Powers` names it: which of the law it is, the organ of the session tells.
SESSION_STEPS: dict[str, Step[Session]] = {
    "propose": Step(PROPOSE, forms.ProposeForm, _propose),
    "admit": Step(
        "admit",
        forms.ItemForm,
        _does(services.admit, lambda form: {"item_id": form.item_id}),
        label=_("Admit an item"),
    ),
    "decline": Step(
        "admit",
        forms.DeclineForm,
        _does(
            services.decline,
            lambda form: {"item_id": form.item_id, "reason": form.cleaned_data["reason"]},
        ),
        label=_("Leave an item out"),
    ),
    "official": Step(
        "official",
        forms.OfficialForm,
        _does(services.invite, lambda form: {"invited": form.invited()}),
        label=_("Call an official who broke the law"),
    ),
    "call": Step(
        "call",
        NothingForm,
        _does(services.call),
        label=_("Call the session"),
        text=_("The agenda stands; the members of that day are those who sit."),
    ),
    "guest": Step(
        "call",
        forms.GuestForm,
        _does(services.invite, lambda form: {"invited": form.invited()}),
        label=_("Invite somebody else"),
    ),
    "tell": Step("call", forms.TellForm, _does(services.tell, _told), label=_("Record how people were told")),
    "replan": Step(
        "call",
        forms.PlanForm,
        _does(services.replan, lambda form: {"planned": form.planned()}),
        label=_("Correct the day, the place or the subject"),
        button=_("Save"),
    ),
    "call-off": Step(
        "call",
        ReasonForm,
        _does(services.call_off, lambda form: {"reason": form.cleaned_data["reason"]}),
        label=_("Call the session off"),
    ),
    "attendance": Step(
        "decide",
        forms.AttendanceForm,
        _does(services.attendance, lambda form: {"present": form.chosen()}),
        label=_("Record who was there"),
    ),
    "absence": Step(
        "decide",
        ExcuseForm,
        _does(services.excuse, lambda form: form.given()),
        label=_("Record why somebody did not come"),
        text=_("It goes into the minutes."),
    ),
    "follow-up": Step(
        "official",
        FollowForm,
        _does(services.follow_up, lambda form: form.given()),
        label=_("Record what follows an absence"),
        text=_("Neither source says what follows: the choice is unverified data."),
    ),
    "hear": Step(
        "decide",
        forms.HearForm,
        _does(services.hear, lambda form: {"item_id": form.item_id, "heard": form.cleaned_data["heard"]}),
        label=_("Write down what was heard"),
    ),
    "decide": Step(
        "decide",
        forms.DecideForm,
        _does(services.decide, lambda form: {"decided": form.decided()}),
        label=_("Write down a decision"),
    ),
    "sign": Step(
        "decide",
        forms.SignForm,
        _does(services.sign, lambda form: {"language": form.cleaned_data["language"]}),
        label=_("Sign the minutes"),
        text=_("They get a number and stay as they are; every decision is under control from then on."),
    ),
    "order": Step(CARRY_OUT, forms.CarryOutForm, _does(services.carry_out, _ordered)),
    "act": Step(RESPOND, forms.RespondForm, _does(services.respond, _answered)),
}


def session_steps(session: Session, slugs: tuple[str, ...]) -> Mapping[str, Step[Any]]:
    """The steps, each with the power of the session's organ, for its panel."""
    found = {slug: SESSION_STEPS[slug] for slug in slugs}
    return {slug: replace(step, power=power_of(session, step.power)) for slug, step in found.items()}


COUNCILS: Desk[Council] = Desk(
    kind="council",
    find=find_council,
    name=lambda council: str(_("Coordination council")),
    card_url=lambda council: reverse("councils:card", args=[council.id]),
    ruling=ruled_by(council_subject),
    steps=COUNCIL_STEPS,
)
SESSIONS: Desk[Session] = Desk(
    kind="session",
    find=find_session,
    name=lambda session: session.title,
    card_url=lambda session: reverse("sessions:card", args=[session.id]),
    ruling=_session_ruling,
    steps=SESSION_STEPS,
)
