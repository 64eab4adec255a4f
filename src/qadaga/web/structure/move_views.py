"""Putting an office under another one, and closing one that holds nothing any more."""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from qadaga.law import catalogue
from qadaga.offices import selectors
from qadaga.offices.models import Office
from qadaga.organisation import subjects
from qadaga.organisation.restructuring import moving
from qadaga.web.forms import DateField, posted
from qadaga.web.names import language
from qadaga.web.offices.editing import Change, respond
from qadaga.web.structure.merge_views import METHODS, card, crumbs
from qadaga.web.structure.ordering import VersionedOrderedForm
from qadaga.web.views import StaffRequest, staff_view


class MoveForm(VersionedOrderedForm):
    """Under which office, and from when."""

    parent = forms.ChoiceField(label=gettext_lazy("The office above"))
    starts_on = DateField(
        label=gettext_lazy("From"), help_text=gettext_lazy("The first day on which this holds.")
    )

    def __init__(self, *args: Any, office: Office, on: Any, **kwargs: Any) -> None:
        super().__init__(*args, office=office, on=on, **kwargs)
        kinds = catalogue.load().office_kinds[office.kind].parents
        rows = selectors.offices_open(on).filter(kind__in=kinds).exclude(id=office.id)
        choices = [(row.code, row.name_in(language())) for row in rows]
        self.fields["parent"].choices = choices  # type: ignore[attr-defined]  # a choice field


class CloseForm(VersionedOrderedForm):
    """From when the office is no more."""

    field_of = {**VersionedOrderedForm.field_of, "into": "starts_on", "offices": "starts_on"}

    starts_on = DateField(
        label=gettext_lazy("From"), help_text=gettext_lazy("The first day on which the office is closed.")
    )


@require_http_methods(METHODS)
@staff_view
def move(request: StaffRequest, code: str) -> HttpResponse:
    """Another office above this one from a day on."""
    office = selectors.office_by_code(code)
    now = {"parent": office.parent.code if office.parent else ""}
    form = MoveForm(posted(request), office=office, on=request.on, initial=_initial(office, request, now))

    def act(data: dict[str, Any]) -> str:
        moving.move(**_given(request, office, data), parent=data["parent"], starts_on=data["starts_on"])
        return card(office)

    note = _("Its rows come under the other region on that day, in batches; its registers stay its own.")
    change = Change(
        power="office.edit",
        subject=subjects.of_office(office, request.on, by=request.actor),
        title=_("Put under another office"),
        submit=_("Save"),
        crumbs=crumbs(office),
        act=act,
        note=note,
    )
    return respond(request, form, change)


@require_http_methods(METHODS)
@staff_view
def close(request: StaffRequest, code: str) -> HttpResponse:
    """Close an office that has nothing left to pass on."""
    office = selectors.office_by_code(code)
    form = CloseForm(posted(request), office=office, on=request.on, initial=_initial(office, request, {}))

    def act(data: dict[str, Any]) -> str:
        moving.close_empty(**_given(request, office, data), ends_on=data["starts_on"])
        return card(office)

    note = _("An office with people, territory or open work is merged into another one instead.")
    change = Change(
        power="office.close",
        subject=subjects.of_office(office, request.on, by=request.actor),
        title=_("Close the office"),
        submit=_("Save"),
        crumbs=crumbs(office),
        act=act,
        note=note,
    )
    return respond(request, form, change)


def _given(request: StaffRequest, office: Office, data: dict[str, Any]) -> dict[str, Any]:
    return {
        "by": request.actor,
        "on": request.on,
        "office_id": office.id,
        "ground": data["ground"],
        "order_id": data["order"],
        "version": data["version"],
    }


def _initial(office: Office, request: StaffRequest, now: dict[str, Any]) -> dict[str, Any]:
    return {**now, "starts_on": request.on, "version": office.version}
