"""Planned changes of an office, and the page on which one is called off before its day."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from qadaga import authority
from qadaga.authority.actor import Actor
from qadaga.offices.models import Office
from qadaga.organisation import subjects
from qadaga.organisation.restructuring.calling_off import POWER, call_off
from qadaga.organisation.restructuring.models import PlannedChange
from qadaga.organisation.restructuring.selectors import planned_change
from qadaga.web.components import Column, Row, Table, date_text, link
from qadaga.web.forms import posted
from qadaga.web.names import language
from qadaga.web.offices.editing import Change, respond
from qadaga.web.structure.merge_views import METHODS, card, crumbs
from qadaga.web.structure.ordering import OrderedForm
from qadaga.web.views import StaffRequest, staff_view

WORDS = {
    "office.merge": gettext_lazy("A merger"),
    "office.move": gettext_lazy("Another office above"),
    "office.close": gettext_lazy("The office is closed"),
    "office.rename": gettext_lazy("Another name"),
    "office.territory": gettext_lazy("Another territory"),
    "office.sphere": gettext_lazy("Another sphere"),
    "office.create": gettext_lazy("A new office"),
}


def may_call_off(actor: Actor, office: Office, on: date) -> bool:
    """Whether the actor may call off what is planned for the office."""
    return authority.offered(actor, POWER, subjects.of_office(office, on, by=actor), on).allowed


def table(changes: Iterable[PlannedChange], *, may: bool) -> Table:
    """What is to begin on a later day, by which order, and for whom `may`, where each is called off."""
    rows = [
        Row(
            [
                date_text(change.starts_on),
                str(WORDS[change.action]),
                change.ground,
                *([link(reverse("structure:call_off", args=[change.id]), _("Call it off"))] if may else []),
            ]
        )
        for change in changes
    ]
    columns = [Column(_("From"), "q-date"), Column(_("What")), Column(_("Order"))]
    return Table(_("Planned changes"), [*columns, *([Column(_("Change"))] if may else [])], rows)


@require_http_methods(METHODS)
@staff_view
def calling_off(request: StaffRequest, change_id: UUID) -> HttpResponse:
    """Call a planned change off by an order; everything stays as it was."""
    planned = planned_change(change_id)
    offices = sorted(planned.offices.all(), key=lambda row: row.code)
    office = next((row for row in offices if row.opened_on <= request.on), offices[0].parent or offices[0])
    form = OrderedForm(posted(request), office=office, on=request.on)

    def act(data: dict[str, Any]) -> str:
        call_off(
            by=request.actor,
            on=request.on,
            change_id=change_id,
            ground=data["ground"],
            order_id=data["order"],
        )
        return card(office)

    names = ", ".join(row.name_in(language()) for row in offices)
    note = _("%(what)s from %(day)s: %(offices)s. Everything stays as it is today; people keep their posts.")
    change = Change(
        power=POWER,
        subject=subjects.of_office(office, request.on, by=request.actor),
        title=_("Call off a planned change"),
        submit=_("Call it off"),
        crumbs=crumbs(office),
        act=act,
        note=note % {"what": WORDS[planned.action], "day": date_text(planned.starts_on), "offices": names},
    )
    return respond(request, form, change)
