"""The distribution of duties of an office, and a new one by an order."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from qadaga import authority
from qadaga.offices import selectors
from qadaga.offices.models import Office
from qadaga.organisation import distribution, subjects
from qadaga.staff.duties import selectors as duties
from qadaga.web.components import ActionView, Crumb
from qadaga.web.forms import posted
from qadaga.web.names import language
from qadaga.web.offices import day
from qadaga.web.offices import duties_presenter as presenter
from qadaga.web.offices.duties_forms import DutiesForm, initial
from qadaga.web.offices.editing import Change, respond
from qadaga.web.rulings import refused, ruling_view
from qadaga.web.views import StaffRequest, staff_view


@require_GET
@staff_view
def duties_page(request: StaffRequest, code: str) -> HttpResponse:
    """Who works in what and which deputy agrees, on the day asked for, with what nobody has."""
    office = selectors.office_by_code(code)
    on, form = day.asked(request, request.on)
    found = duties.distribution_on(office.id, on)
    lines = duties.duties_in(found) if found else []
    subject = subjects.of_office(office, request.on, by=request.actor, kind="duties")
    ruling = authority.may(request.actor, "duties.distribute", subject, on=request.on)
    actions = [
        ActionView(
            _("Distribute duties"),
            ruling_view(ruling),
            url=reverse("offices:distribute", args=[code]),
            icon="adjustments",
        )
    ]
    context = {
        "title": _("Distribution of duties"),
        "crumbs": _crumbs(office),
        "subtitle": found.ground if found else "",
        "day": form,
        "matrix": presenter.matrix(lines, on),
        "units": presenter.units(lines),
        "chain": presenter.chain(duties.replacements_in(found) if found else [], lambda row: row.person.name),
        "history": presenter.history(office, duties.distributions_of(office.id)),
        "actions": actions,
        "refused": refused(actions),
    }
    return render(request, "offices/duties.html", context, status=422 if form.errors else 200)


@require_http_methods(["GET", "HEAD", "POST"])
@staff_view
def distribute(request: StaffRequest, code: str) -> HttpResponse:
    """A new distribution, beginning with the one in force."""
    office = selectors.office_by_code(code)
    lines, replacements, people = duties.in_force_in(office.id, request.on)
    form = DutiesForm(
        posted(request),
        office=office,
        people=people,
        on=request.on,
        initial={**initial(lines, replacements), "starts_on": request.on},
    )

    def act(data: dict[str, Any]) -> str:
        distribution.distribute(
            by=request.actor,
            on=request.on,
            office_id=office.id,
            starts_on=data["starts_on"],
            order_id=data["order"],
            shares=form.shares(),
        )
        return reverse("offices:duties", args=[code])

    change = Change(
        power="duties.distribute",
        subject=subjects.of_office(office, request.on, by=request.actor, kind="duties"),
        title=_("Distribute duties"),
        submit=_("Put in force"),
        crumbs=[*_crumbs(office), Crumb(_("Distribution of duties"), reverse("offices:duties", args=[code]))],
        act=act,
        note=_("A deputy coordinates and agrees what is ticked, another officer works in it."),
    )
    return respond(request, form, change)


def _crumbs(office: Office) -> list[Crumb]:
    card = reverse("offices:card", args=[office.code])
    return [Crumb(_("Offices"), reverse("offices:tree")), Crumb(office.name_in(language()), card)]
