"""Steps on an assignment: the lower office reports, the higher one takes it off control or gives it back."""

from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from qadaga.organisation.assignments import selectors, services
from qadaga.organisation.assignments.choices import REPLY, TAKE_OFF
from qadaga.organisation.assignments.models import Assignment
from qadaga.organisation.assignments.subject import assignment_subject
from qadaga.web.assignments import forms
from qadaga.web.steps import Desk, Step, ruled_by
from qadaga.web.views import StaffRequest


def find(request: StaffRequest, pk: UUID) -> Assignment:
    """The assignment within the person's scope, the reading journalled."""
    return selectors.read_assignment(request.actor, request.on, pk)


def _report(row: Assignment, form: forms.ReportForm, request: StaffRequest) -> None:
    services.report(assignment_id=row.id, **form.picked("report"), **form.stamp)


def _take_off(row: Assignment, form: forms.TakeOffForm, request: StaffRequest) -> None:
    services.take_off(assignment_id=row.id, **form.stamp)


def _give_back(row: Assignment, form: forms.GiveBackForm, request: StaffRequest) -> None:
    services.give_back(assignment_id=row.id, **form.picked("remarks", "last_day"), **form.stamp)


STEPS: dict[str, Step[Assignment]] = {
    "report": Step(REPLY, forms.ReportForm, _report, text=_("The office that gave it takes it off control.")),
    "take-off": Step(TAKE_OFF, forms.TakeOffForm, _take_off, button=_("Take off control")),
    "give-back": Step(
        TAKE_OFF,
        forms.GiveBackForm,
        _give_back,
        label=_("Give it back with remarks"),
        text=_("The term of control runs anew to the last day."),
    ),
}
DESK: Desk[Assignment] = Desk(
    kind="assignment",
    find=find,
    name=lambda row: row.number_text,
    card_url=lambda row: reverse("assignments:card", args=[row.id]),
    ruling=ruled_by(assignment_subject),
    steps=STEPS,
)
