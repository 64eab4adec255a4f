"""Every step on a matter: the power it exercises, its form, the service that carries it out."""

from typing import Any
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from qadaga import authority
from qadaga.acts import services as acts
from qadaga.law.model import Ruling
from qadaga.matters import services
from qadaga.matters.bodies import officials
from qadaga.matters.models import Matter
from qadaga.matters.norms.services import serve
from qadaga.matters.obstacles import closing_marks
from qadaga.matters.selectors import read_matter
from qadaga.matters.subject import subject_of
from qadaga.web.matters.changed_hands import TELL_APPLICANT, TELL_OFFICE
from qadaga.web.matters.forms import drafting, findings, results, work
from qadaga.web.matters.measure_steps import MEASURE_STEPS, adding
from qadaga.web.norms.forms import ServesForm
from qadaga.web.steps import Desk, Step, StepForm
from qadaga.web.views import StaffRequest


def find(request: StaffRequest, pk: UUID) -> Matter:
    """The matter as `read_matter` finds it: within the scope, and not about the person."""
    return read_matter(request.actor, request.on, pk)


def card_url(matter: Matter) -> str:
    """Where the matter is shown."""
    return reverse("matters:card", args=[matter.id])


def ruling(matter: Matter, power: str, request: StaffRequest) -> Ruling:
    """Whether the person may exercise the power on the matter today."""
    extra = closing_marks(matter) if power == "matter.close" else ()
    subject = subject_of(matter, request.actor, request.on, extra=extra)
    return authority.offered(request.actor, power, subject, request.on)


def _set_tasks(matter: Matter, form: work.TasksForm, request: StaffRequest) -> None:
    services.set_tasks(**_updating(matter, form, request), tasks=form.cleaned_data["tasks"])


def _serve(matter: Matter, form: ServesForm, request: StaffRequest) -> None:
    serve(**_updating(matter, form, request), norm_id=UUID(form.cleaned_data["norm"]))


def _assign(matter: Matter, form: work.AssignForm, request: StaffRequest) -> None:
    values = form.cleaned_data
    services.assign(
        **_updating(matter, form, request), assignee_id=UUID(values["assignee"]), note=values["note"]
    )


def _declare_conflict(matter: Matter, form: work.ReasonForm, request: StaffRequest) -> None:
    services.declare_conflict(**adding(matter, request), reason=form.cleaned_data["reason"])


def _call_up(matter: Matter, form: work.ReasonForm, request: StaffRequest) -> None:
    services.call_up(**_updating(matter, form, request), reason=form.cleaned_data["reason"])


def _move(matter: Matter, form: work.MoveForm, request: StaffRequest) -> None:
    values = form.cleaned_data
    given = {name: values[name] for name in ("to_office", "ground", "reason")}
    services.move(**_updating(matter, form, request), **given)


def _suspend(matter: Matter, form: work.SuspendForm, request: StaffRequest) -> None:
    values = form.cleaned_data
    services.suspend(**_updating(matter, form, request), ground=values["ground"], reason=values["reason"])


def _resume(matter: Matter, form: work.ReasonForm, request: StaffRequest) -> None:
    services.resume(**_updating(matter, form, request), reason=form.cleaned_data["reason"])


def _attach(matter: Matter, form: work.AttachForm, request: StaffRequest) -> None:
    file = form.stored()
    assert file is not None  # a required field
    services.attach(**adding(matter, request), file=file, title=form.cleaned_data["title"])


def _violation(matter: Matter, form: findings.ViolationForm, request: StaffRequest) -> None:
    services.record_violation(**_updating(matter, form, request), violated=form.violated())


def _official(matter: Matter, form: findings.OfficialForm, request: StaffRequest) -> None:
    officials.name_violator(
        violation_id=form.row_id(),
        official_id=UUID(form.cleaned_data["official"]),
        **_updating(matter, form, request),
    )


def _protected(matter: Matter, form: findings.ProtectedForm, request: StaffRequest) -> None:
    services.record_protected(**_updating(matter, form, request), protected=form.protected())


def _told(matter: Matter, form: findings.ToldForm, request: StaffRequest) -> None:
    values = form.cleaned_data
    services.record_told(
        **_updating(matter, form, request),
        protected_id=form.row_id(),
        told_on=values["told_on"],
        told_how=values["told_how"],
    )


def _liability(matter: Matter, form: findings.RaisedForm, request: StaffRequest) -> None:
    services.raise_liability(**_updating(matter, form, request), raised=form.raised())


def _imposed(matter: Matter, form: findings.ImposedForm, request: StaffRequest) -> None:
    values = form.cleaned_data
    services.record_imposed(
        **_updating(matter, form, request),
        liability_id=form.row_id(),
        imposed_on=values["imposed_on"],
        imposed=values["imposed"],
    )


def _result(matter: Matter, form: results.ResultForm, request: StaffRequest) -> None:
    values = form.cleaned_data
    services.record_result(
        **_updating(matter, form, request),
        kind=values["kind"],
        outcome=values["outcome"],
        note=values["note"],
    )


def _recovery(matter: Matter, form: results.RecoveryForm, request: StaffRequest) -> None:
    services.record_recovery(**_updating(matter, form, request), recovered=form.recovered())


def _close(matter: Matter, form: work.CloseForm, request: StaffRequest) -> None:
    services.close(**_updating(matter, form, request), conclusion=form.cleaned_data["conclusion"])


def _draft(matter: Matter, form: drafting.DraftForm, request: StaffRequest) -> str:
    made = acts.draft(**adding(matter, request), draft=form.draft())
    return reverse("acts:card", args=[made.id])


def _updating(matter: Matter, form: StepForm, request: StaffRequest) -> dict[str, Any]:
    return {**adding(matter, request), "version": form.expected}


STEPS: dict[str, Step[Matter]] = {
    "tasks": Step("matter.set_tasks", work.TasksForm, _set_tasks),
    "serves": Step(
        "matter.set_tasks",
        ServesForm,
        _serve,
        label=_("Name another task or function"),
        text=_("Only what a norm of the register gives may be named (O.6.4, O.7.5)."),
    ),
    "assign": Step("matter.assign", work.AssignForm, _assign),
    "conflict": Step(
        "matter.declare_conflict",
        work.ReasonForm,
        _declare_conflict,
        text=_("You will not be given this matter and will decide nothing in it."),
    ),
    **MEASURE_STEPS,
    "violation": Step("matter.record_violation", findings.ViolationForm, _violation),
    "official": Step(
        "matter.record_violation",
        findings.OfficialForm,
        _official,
        label=_("Name the official who broke the norm"),
        needs=lambda parts: any(row.violator_body_id for row in parts["violations"]),
    ),
    "draft": Step("act.draft", drafting.DraftForm, _draft),
    "protected": Step("matter.record_protected", findings.ProtectedForm, _protected),
    "told": Step(
        "matter.record_protected",
        findings.ToldForm,
        _told,
        label=_("Record that people were told"),
        needs=lambda parts: any(row.status == "restored" for row in parts["protected"]),
    ),
    "liability": Step(
        "matter.record_liability", findings.RaisedForm, _liability, label=_("Record liability raised")
    ),
    "imposed": Step(
        "matter.record_liability",
        findings.ImposedForm,
        _imposed,
        label=_("Record what was imposed"),
        needs=lambda parts: any(row.imposed_on is None for row in parts["liabilities"]),
    ),
    # The first step of a power is the one that a card marks as expected.
    "result": Step(
        "matter.record_result",
        results.ResultForm,
        _result,
        text=_("Every matter ends with four results: found, removed, protected, held liable."),
    ),
    "recovery": Step(
        "matter.record_result", results.RecoveryForm, _recovery, label=_("Record money recovered")
    ),
    "attach": Step("matter.attach", work.AttachForm, _attach),
    "suspend": Step("matter.suspend", work.SuspendForm, _suspend),
    "resume": Step("matter.resume", work.ReasonForm, _resume),
    "call-up": Step(
        "matter.call_up",
        work.ReasonForm,
        _call_up,
        text=_("Your office decides in this matter from now on; the lower office goes on reading it."),
    ),
    "move": Step(
        "matter.move",
        work.MoveForm,
        _move,
        text=_("The other office decides from now on; the matter goes over to its register with its number."),
    ),
    "tell-applicant": TELL_APPLICANT,
    "tell-office": TELL_OFFICE,
    "close": Step("matter.close", work.CloseForm, _close),
}

DESK = Desk(
    kind="matter",
    find=find,
    name=lambda matter: matter.number_text,
    card_url=card_url,
    ruling=ruling,
    steps=STEPS,
)
