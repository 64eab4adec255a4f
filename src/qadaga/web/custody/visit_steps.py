"""Every step on a visit: the power, the form, the service."""

from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from qadaga import authority
from qadaga.law.model import Ruling
from qadaga.supervision.custody import selectors, services
from qadaga.supervision.custody.models import Visit
from qadaga.supervision.custody.subject import visit_subject
from qadaga.web.acts.forms import NothingForm
from qadaga.web.custody import visit_forms
from qadaga.web.custody.complaints import ComplaintForm, take
from qadaga.web.custody.steps import PAST, TAKE, on_, taking, who
from qadaga.web.names import language
from qadaga.web.steps import Desk, Step, StepForm
from qadaga.web.views import StaffRequest

VISIT, PLAN = "custody.visit", "custody.plan_visit"


def find_visit(request: StaffRequest, pk: UUID) -> Visit:
    """The visit within the person's scope; NotFound otherwise."""
    return selectors.read_visit(request.actor, request.on, pk)


def _visit_ruling(visit: Visit, power: str, request: StaffRequest) -> Ruling:
    if power == TAKE:
        return taking(visit.place, request)
    subject = visit_subject(visit, request.actor, request.on)
    ground = visit.ground if power == VISIT else None
    return authority.may(request.actor, power, subject, on=request.on, ground=ground)


def _begin(visit: Visit, form: StepForm, request: StaffRequest) -> str:
    services.begin(visit_id=visit.id, **on_(form, request))
    return reverse("visits:step", args=[visit.id, "fill"])


def _move(visit: Visit, form: visit_forms.MoveForm, request: StaffRequest) -> None:
    values = form.cleaned_data
    services.move(
        visit_id=visit.id,
        officer_id=UUID(values["officer"]),
        planned_on=values["planned_on"],
        why=values["why"],
        **on_(form, request),
    )


def _call_off(visit: Visit, form: visit_forms.CallOffForm, request: StaffRequest) -> None:
    services.call_off(visit_id=visit.id, why=form.cleaned_data["why"], **on_(form, request))


def _fill(visit: Visit, form: visit_forms.FillForm, request: StaffRequest) -> None:
    services.fill(visit_id=visit.id, answers=form.answers(), **on_(form, request))


def _finish(visit: Visit, form: visit_forms.FinishForm, request: StaffRequest) -> None:
    values = form.cleaned_data
    services.finish(
        visit_id=visit.id,
        outcome=values["outcome"],
        participants=values["participants"],
        talks=form.talks(),
        **on_(form, request),
    )


def _violation(visit: Visit, form: visit_forms.ViolationForm, request: StaffRequest) -> None:
    values = form.cleaned_data
    services.pass_violation(
        visit_id=visit.id,
        item=values["item"],
        matter_id=UUID(values["matter"]),
        norm=values["norm"],
        **who(request),
    )


def _show(visit: Visit, form: visit_forms.EvidenceForm, request: StaffRequest) -> None:
    file = form.stored()
    assert file is not None  # a file is needed, and the form has said so
    services.show(visit_id=visit.id, file=file, **form.picked("item", "title"), **who(request))


def _settle(visit: Visit, form: visit_forms.SettleForm, request: StaffRequest) -> None:
    services.settle(visit_id=visit.id, chosen=form.chosen(), **on_(form, request))


def _from_visit(visit: Visit, form: ComplaintForm, request: StaffRequest) -> str:
    return take(visit.place, None, form, request)


VISIT_STEPS: dict[str, Step[Visit]] = {
    "begin": Step(
        VISIT, NothingForm, _begin, label=_("Begin the visit"), text=_("The hour and minute are recorded.")
    ),
    "move": Step(
        PLAN,
        visit_forms.MoveForm,
        _move,
        label=_("Move the visit"),
        text=_("To another day, another officer of the office, or both; the reason stays on record."),
        button=_("Move"),
    ),
    "call-off": Step(
        PLAN,
        visit_forms.CallOffForm,
        _call_off,
        label=_("Call off the visit"),
        text=_("It leaves the plan; by when the place has to be visited stays as it is."),
        button=_("Call off"),
    ),
    "fill": Step(VISIT, visit_forms.FillForm, _fill, label=_("Check list"), button=_("Save the answers")),
    "settle": Step(
        VISIT,
        visit_forms.SettleForm,
        _settle,
        label=_("Points answered twice"),
        text=_("Somebody answered these while a device was without a network. Both answers stay on record."),
        button=_("Let the chosen answers stand"),
    ),
    "evidence": Step(
        VISIT,
        visit_forms.EvidenceForm,
        _show,
        label=_("Add a photograph or file"),
        text=_("It stands beside the point on the card and in the printed list."),
        button=_("Add"),
    ),
    "complaint": Step(TAKE, ComplaintForm, _from_visit, text=PAST),
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
VISITS: Desk[Visit] = Desk(
    kind="custody_visit",
    find=find_visit,
    name=lambda visit: visit.place.name(language()),
    card_url=lambda visit: reverse("visits:card", args=[visit.id]),
    ruling=_visit_ruling,
    steps=VISIT_STEPS,
)
