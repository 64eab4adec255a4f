"""The step on an application to court: what the court did."""

from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from qadaga.court.applications import selectors, services
from qadaga.court.applications.choices import KEEP
from qadaga.court.applications.models import Application
from qadaga.court.applications.subject import application_subject
from qadaga.web.applications import forms
from qadaga.web.steps import Desk, Step, ruled_by
from qadaga.web.views import StaffRequest


def find(request: StaffRequest, pk: UUID) -> Application:
    """The application within the person's scope; NotFound otherwise, the reading journalled."""
    return selectors.read_application(request.actor, request.on, pk)


def _outcome(row: Application, form: forms.CourtOutcomeForm, request: StaffRequest) -> None:
    said = {name: form.cleaned_data[name] for name in ("outcome", "decided_on", "decision", "case_number")}
    services.record_outcome(
        application_id=row.id, version=form.expected, **said, by=request.actor, on=request.on
    )


STEPS: dict[str, Step[Application]] = {
    "outcome": Step(KEEP, forms.CourtOutcomeForm, _outcome, label=_("Record what the court did"))
}

APPLICATIONS: Desk[Application] = Desk(
    kind="court_claim",
    find=find,
    name=str,
    card_url=lambda row: reverse("applications:card", args=[row.id]),
    ruling=ruled_by(application_subject),
    steps=STEPS,
)
