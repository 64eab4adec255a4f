"""Every step on a place and on a person found: the power, the form, the service."""

from typing import Any
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from qadaga import authority
from qadaga.law.model import Ruling
from qadaga.supervision.custody import selectors, services
from qadaga.supervision.custody.choices import HeldStatus
from qadaga.supervision.custody.models import HeldPerson, Place
from qadaga.supervision.custody.subject import held_subject, place_subject
from qadaga.web.custody import forms
from qadaga.web.custody.complaints import ComplaintForm, take
from qadaga.web.names import language
from qadaga.web.steps import Desk, Step, StepForm
from qadaga.web.views import StaffRequest

CHECK, TAKE = "custody.check_person", "custody.take_complaint"


def find_place(request: StaffRequest, pk: UUID) -> Place:
    """The place within the person's scope; NotFound otherwise."""
    return selectors.read_place(request.actor, request.on, pk)


def find_held(request: StaffRequest, pk: UUID) -> HeldPerson:
    """The person found, within the scope; NotFound otherwise, the reading journalled."""
    return selectors.read_held(request.actor, request.on, pk)


def taking(place: Place, request: StaffRequest) -> Ruling:
    """Whether the person may take the complaint of somebody held in the place."""
    return authority.offered(request.actor, TAKE, place_subject(place, request.actor, request.on), request.on)


def _place_ruling(place: Place, power: str, request: StaffRequest) -> Ruling:
    actor, on = request.actor, request.on
    if power == TAKE:
        return taking(place, request)
    if power == CHECK:
        subject = held_subject(HeldPerson(place=place, status=HeldStatus.FOUND), actor, on)
    else:
        subject = place_subject(place, actor, on)
    return authority.offered(actor, power, subject, on)


def _held_ruling(held: HeldPerson, power: str, request: StaffRequest) -> Ruling:
    if power == TAKE:
        return taking(held.place, request)
    subject = held_subject(held, request.actor, request.on, power=power)
    return authority.offered(request.actor, power, subject, request.on)


def who(request: StaffRequest) -> dict[str, Any]:
    """The arguments of every change: by whom, on which day."""
    return {"by": request.actor, "on": request.on}


def on_(form: StepForm, request: StaffRequest) -> dict[str, Any]:
    """The same with the version that the person saw."""
    return {"version": form.expected, **who(request)}


def _plan(place: Place, form: forms.PlanForm, request: StaffRequest) -> str:
    values = form.cleaned_data
    made = services.plan(
        place_id=place.id,
        officer_id=UUID(values["officer"]),
        planned_on=values["planned_on"],
        **who(request),
    )
    return reverse("visits:card", args=[made.id])


def _report(place: Place, form: forms.ReportForm, request: StaffRequest) -> None:
    reported = services.Reported(form.cleaned_data["what"], UUID(form.cleaned_data["officer"]))
    services.report(place_id=place.id, reported=reported, **who(request))


def _find(place: Place, form: forms.FindForm, request: StaffRequest) -> str:
    made = services.find(place_id=place.id, found=form.found(), **who(request))
    return reverse("held:card", args=[made.id])


def _correct(place: Place, form: forms.PlaceForm, request: StaffRequest) -> None:
    services.correct(place_id=place.id, entered=form.entered(), **on_(form, request))


def _close(place: Place, form: forms.CloseForm, request: StaffRequest) -> None:
    services.close(place_id=place.id, closed_on=form.cleaned_data["closed_on"], **on_(form, request))


def _from_place(place: Place, form: ComplaintForm, request: StaffRequest) -> str:
    return take(place, None, form, request)


def _from_held(held: HeldPerson, form: ComplaintForm, request: StaffRequest) -> str:
    return take(held.place, held, form, request)


def _resolve(held: HeldPerson, form: forms.ResolveForm, request: StaffRequest) -> None:
    values = form.cleaned_data
    resolved = services.Resolved(values["norm"], values["reasons"], values["language"])
    services.resolve(held_id=held.id, resolved=resolved, **on_(form, request))


def _carried(held: HeldPerson, form: forms.CarriedForm, request: StaffRequest) -> None:
    values = form.cleaned_data
    carried = services.Carried(values["freed_at"], values["carried_by"], values["told_how"])
    services.record_carried_out(held_id=held.id, carried=carried, **on_(form, request))


def _lawful(held: HeldPerson, form: forms.LawfulForm, request: StaffRequest) -> None:
    services.found_lawful(held_id=held.id, checked=form.cleaned_data["checked"], **on_(form, request))


def _died(held: HeldPerson, form: forms.DeathForm, request: StaffRequest) -> None:
    given = {name: form.cleaned_data[name] for name in ("died_on", "death")}
    services.record_death(held_id=held.id, **given, **on_(form, request))


def _count(held: HeldPerson, form: forms.CountForm, request: StaffRequest) -> None:
    services.count(held_id=held.id, matter_id=UUID(form.cleaned_data["matter"]), **on_(form, request))


PAST = _("Taken from the person alone or sealed; the answer goes past the administration as well.")
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
    "complaint": Step(TAKE, ComplaintForm, _from_place, text=PAST),
    "correct": Step(
        "custody.keep_place", forms.PlaceForm, _correct, label=_("Correct the entry"), button=_("Save")
    ),
    "close": Step("custody.keep_place", forms.CloseForm, _close, label=_("Take off the register")),
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
    "died": Step(
        CHECK,
        forms.DeathForm,
        _died,
        label=_("Record a death"),
        text=_("The minutes of the release stop; nothing more is decided about the person."),
    ),
    "complaint": Step(TAKE, ComplaintForm, _from_held, text=PAST),
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
HELD: Desk[HeldPerson] = Desk(
    kind="held_person",
    find=find_held,
    name=lambda held: held.place.name(language()),
    card_url=lambda held: reverse("held:card", args=[held.id]),
    ruling=_held_ruling,
    steps=HELD_STEPS,
)
