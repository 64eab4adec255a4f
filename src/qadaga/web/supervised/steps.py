"""Steps on a body: merge, part, enter an official."""

from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from qadaga import authority
from qadaga.law.model import Ruling
from qadaga.matters.bodies import merging, officials, selectors
from qadaga.matters.bodies.subject import BODY, ENTER, MERGE, PART, entering
from qadaga.matters.models import Body
from qadaga.web.names import language
from qadaga.web.steps import Desk, Step
from qadaga.web.supervised import forms
from qadaga.web.views import StaffRequest


def _find(_request: StaffRequest, pk: UUID) -> Body:
    return selectors.get_body(pk)


def _ruling(_body: Body, power: str, request: StaffRequest) -> Ruling:
    subject = entering(request.actor, request.on) if power == ENTER else BODY
    return authority.offered(request.actor, power, subject, request.on)


def _merge(body: Body, form: forms.MergeForm, request: StaffRequest) -> None:
    merging.merge(
        survivor_id=body.id,
        duplicate_id=form.chosen(),
        version=form.expected,
        reason=form.cleaned_data["reason"],
        by=request.actor,
        on=request.on,
    )


def _part(_body: Body, form: forms.PartForm, request: StaffRequest) -> None:
    merging.part(
        merge_id=UUID(form.cleaned_data["merge"]),
        version=form.expected,
        reason=form.cleaned_data["reason"],
        by=request.actor,
        on=request.on,
    )


def _enter(body: Body, form: forms.OfficialForm, request: StaffRequest) -> str:
    values = form.cleaned_data
    entered = officials.Entered(body, iin=values["iin"], name=values["name"], post=values["post"])
    made = officials.enter(entered=entered, by=request.actor, on=request.on)
    return reverse("officials:card", args=[made.id])


STEPS: dict[str, Step[Body]] = {
    "merge": Step(
        MERGE,
        forms.MergeForm,
        _merge,
        label=_("Merge with another record"),
        text=_("This record stands for both. Nothing is rewritten: parting them restores everything."),
    ),
    "part": Step(PART, forms.PartForm, _part, label=_("Part a merged record")),
    "official": Step(ENTER, forms.OfficialForm, _enter, label=_("Enter an official")),
}
DESK: Desk[Body] = Desk(
    kind="body",
    find=_find,
    name=lambda body: body.name(language()),
    card_url=lambda body: reverse("supervised:card", args=[body.id]),
    ruling=_ruling,
    steps=STEPS,
)
