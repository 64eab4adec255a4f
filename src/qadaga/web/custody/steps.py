"""Every step on a place, a visit and a person found: the power, the form, the service."""

from typing import Any
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from qadaga import authority
from qadaga.law.model import Ruling
from qadaga.supervision.custody import selectors, services
from qadaga.supervision.custody.choices import HeldStatus
from qadaga.supervision.custody.models import HeldPerson, Place, Visit
from qadaga.supervision.custody.subject import held_subject, place_subject, visit_subject
from qadaga.web.acts.forms import NothingForm
from qadaga.web.custody import forms, visit_forms
from qadaga.web.names import language
from qadaga.web.steps import Desk, Step, StepForm
from qadaga.web.views import StaffRequest

CHECK, VISIT = "custody.check_person", "custody.visit"


def find_place(request: StaffRequest, pk: UUID) -> Place:
    """The place within the person's scope; NotFound otherwise."""
    return selectors.read_place(request.actor, request.on, pk)


def find_visit(request: StaffRequest, pk: UUID) -> Visit:
    """The visit within the person's scope; NotFound otherwise."""
    return selectors.read_visit(request.actor, request.on, pk)


def find_held(request: StaffRequest, pk: UUID) -> HeldPerson:
    """The person found, within the scope; NotFound otherwise, the reading journalled."""
    return selectors.read_held(request.actor, request.on, pk)


def _place_ruling(place: Place, power: str, request: StaffRequest) -> Ruling:
    actor, on = request.actor, request.on
    if power == CHECK:
        subject = held_subject(HeldPerson(place=place, status=HeldStatus.FOUND), actor, on)
    else:
        subject = place_subject(place, actor, on)
    return authority.offered(actor, power, subject, on)


def _visit_ruling(visit: Visit, power: str, request: StaffRequest) -> Ruling:
    subject = visit_subject(visit, request.actor, request.on)
    return authority.may(request.actor, power, subject, on=request.on, ground=visit.ground)


def _held_ruling(held: HeldPerson, power: str, request: StaffRequest) -> Ruling:
    subject = held_subject(held, request.actor, request.on, power=power)
    return authority.offered(request.actor, power, subject, request.on)


def _who(request: StaffRequest) -> dict[str, Any]:
    return {"by": request.actor, "on": request.on}


def _on(form: StepForm, request: StaffRequest) -> dict[str, Any]:
    return {"version": form.expected, **_who(request)}


def _plan(place: Place, form: forms.PlanForm, request: StaffRequest) -> str:
    values = form.cleaned_data
    made = services.plan(
        place_id=place.id,
        officer_id=UUID(values["officer"]),
        planned_on=values["planned_on"],
        **_who(request),
    )
    return reverse("visits:card", args=[made.id])


def _report(place: Place, form: forms.ReportForm, request: StaffRequest) -> None:
    reported = services.Reported(form.cleaned_data["what"], UUID(form.cleaned_data["officer"]))
    services.report(place_id=place.id, reported=reported, **_who(request))


def _find(place: Place, form: forms.FindForm, request: StaffRequest) -> str:
    made = services.find(place_id=place.id, found=form.found(), **_who(request))
    return reverse("held:card", args=[made.id])


def _correct(place: Place, form: forms.PlaceForm, request: StaffRequest) -> None:
    services.correct(place_id=place.id, entered=form.entered(), **_on(form, request))


def _close(place: Place, form: forms.CloseForm, request: StaffRequest) -> None:
    services.close(place_id=place.id, closed_on=form.cleaned_data["closed_on"], **_on(form, request))


def _begin(visit: Visit, form: StepForm, request: StaffRequest) -> str:
    services.begin(visit_id=visit.id, **_on(form, request))
    return reverse("visits:step", args=[visit.id, "fill"])


def _fill(visit: Visit, form: visit_forms.FillForm, request: StaffRequest) -> None:
    services.fill(visit_id=visit.id, answers=form.answers(), **_on(form, request))


def _finish(visit: Visit, form: visit_forms.FinishForm, request: StaffRequest) -> None:
    values = form.cleaned_data
    services.finish(
        visit_id=visit.id,
        outcome=values["outcome"],
        participants=values["participants"],
        talks=form.talks(),
        **_on(form, request),
    )


def _violation(visit: Visit, form: visit_forms.ViolationForm, request: StaffRequest) -> None:
    values = form.cleaned_data
    services.pass_violation(
        visit_id=visit.id,
        item=values["item"],
        matter_id=UUID(values["matter"]),
        norm=values["norm"],
        **_who(request),
    )


def _resolve(held: HeldPerson, form: forms.ResolveForm, request: StaffRequest) -> None:
    values = form.cleaned_data
    resolved = services.Resolved(values["norm"], values["reasons"], values["language"])
    services.resolve(held_id=held.id, resolved=resolved, **_on(form, request))


def _carried(held: HeldPerson, form: forms.CarriedForm, request: StaffRequest) -> None:
    values = form.cleaned_data
    carried = services.Carried(values["freed_at"], values["carried_by"], values["told_how"])
    services.record_carried_out(held_id=held.id, carried=carried, **_on(form, request))


def _lawful(held: HeldPerson, form: forms.LawfulForm, request: StaffRequest) -> None:
    services.found_lawful(held_id=held.id, checked=form.cleaned_data["checked"], **_on(form, request))


def _count(held: HeldPerson, form: forms.CountForm, request: StaffRequest) -> None:
    services.count(held_id=held.id, matter_id=UUID(form.cleaned_data["matter"]), **_on(form, request))


PLACE_STEPS: dict[str, Step[Place]] = {
    "find": Step(
        CHECK,
        forms.FindForm,
        _find,
        label=_("Record somebody held unlawfully"),
        text=_("The office and everybody above hear it at once; the minutes of the release run."),
    ),
    "report": Step(
        "custody.take_report",
        forms.ReportForm,
        _report,
        text=_("Somebody has to go there: the minutes run until the visit begins."),
    ),
    "plan": Step("custody.plan_visit", forms.PlanForm, _plan),
    "correct": Step(
        "custody.keep_place", forms.PlaceForm, _correct, label=_("Correct the entry"), button=_("Save")
    ),
    "close": Step("custody.keep_place", forms.CloseForm, _close, label=_("Take off the register")),
}
VISIT_STEPS: dict[str, Step[Visit]] = {
    "begin": Step(
        VISIT, NothingForm, _begin, label=_("Begin the visit"), text=_("The hour and minute are recorded.")
    ),
    "fill": Step(VISIT, visit_forms.FillForm, _fill, label=_("Check list"), button=_("Save the answers")),
    "finish": Step(
        VISIT,
        visit_forms.FinishForm,
        _finish,
        label=_("Finish the visit"),
        text=_("Every point of the check list has its answer by then."),
    ),
    "violation": Step(
        VISIT, visit_forms.ViolationForm, _violation, label=_("Pass to a matter as a violation")
    ),
}
HELD_STEPS: dict[str, Step[HeldPerson]] = {
    "release": Step(
        "detention.release",
        forms.ResolveForm,
        _resolve,
        text=_("By your own resolution, in force at once. Its number and paper are made as you sign."),
    ),
    "release-isolation": Step("detention.release_isolation", forms.ResolveForm, _resolve),
    "cancel": Step("penalty.cancel", forms.ResolveForm, _resolve),
    "carried-out": Step(
        CHECK,
        forms.CarriedForm,
        _carried,
        label=_("Record that it was carried out"),
        text=_("Who carried it out, when to the minute, and how the person was told."),
    ),
    "lawful": Step(
        CHECK,
        forms.LawfulForm,
        _lawful,
        label=_("A second check found it lawful"),
        text=_("By another officer than the one who found the person; the minutes stop."),
    ),
    "count": Step(CHECK, forms.CountForm, _count, label=_("Count in a matter as protected")),
}

PLACES: Desk[Place] = Desk(
    kind="custody_place",
    find=find_place,
    name=lambda place: place.name(language()),
    card_url=lambda place: reverse("places:card", args=[place.id]),
    ruling=_place_ruling,
    steps=PLACE_STEPS,
)
VISITS: Desk[Visit] = Desk(
    kind="custody_visit",
    find=find_visit,
    name=lambda visit: visit.place.name(language()),
    card_url=lambda visit: reverse("visits:card", args=[visit.id]),
    ruling=_visit_ruling,
    steps=VISIT_STEPS,
)
HELD: Desk[HeldPerson] = Desk(
    kind="held_person",
    find=find_held,
    name=lambda held: held.place.name(language()),
    card_url=lambda held: reverse("held:card", args=[held.id]),
    ruling=_held_ruling,
    steps=HELD_STEPS,
)
