"""What those who replaced the head signed and answer for, by days (O.14.2, O.15)."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django import forms
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET

from qadaga.acts.models import Act
from qadaga.authority.scope import scope_of
from qadaga.common.errors import NotFound
from qadaga.law.catalogue import load
from qadaga.offices import selectors
from qadaga.organisation.oversight import signed_by_acting
from qadaga.web.components import Column, Crumb, Empty, Row, Table, date_text, lines, link
from qadaga.web.forms import DateField
from qadaga.web.names import language
from qadaga.web.offices.words import post_of
from qadaga.web.views import StaffRequest, staff_view

MOST = 200


class PeriodForm(forms.Form):
    """The first and the last day."""

    since = DateField(label=gettext_lazy("From"))
    until = DateField(label=gettext_lazy("To"))

    def clean(self) -> dict[str, Any]:
        """A period has its last day not before its first."""
        data = super().clean() or {}
        if data.get("since") and data.get("until") and data["until"] < data["since"]:
            self.add_error("until", _("The last day cannot be before the first."))
        return data


@require_GET
@staff_view
def acting_signed(request: StaffRequest, code: str) -> HttpResponse:
    """Acts signed by somebody other than the head, the newest first; by default of the last year."""
    office = selectors.office_by_code(code)
    if not scope_of(request.actor, request.on).covers(office.id, office.region_id):
        raise NotFound()
    first = {"since": request.on - timedelta(days=365), "until": request.on}
    form = PeriodForm(request.GET if "since" in request.GET else first)
    days = form.cleaned_data if form.is_valid() else first
    rows = signed_by_acting(office.id, days["since"], days["until"], reader=request.actor.person_id)[:MOST]
    context = {
        "title": _("Signed by those who acted for the head"),
        "crumbs": [
            Crumb(_("Offices"), reverse("offices:tree")),
            Crumb(office.name_in(language()), reverse("offices:card", args=[code])),
        ],
        "form": form,
        "table": _table(rows),
        "most": MOST if len(rows) == MOST else 0,
    }
    return render(request, "offices/signed.html", context, status=422 if form.errors else 200)


def _table(rows: Any) -> Table:
    columns = [
        Column(_("Signed on"), "q-date"),
        Column(_("Act"), "q-wide"),
        Column(_("Signed by")),
        Column(_("Number"), "q-min"),
    ]
    nothing = Empty(_("Nobody acting signed anything in these days"), _("Choose other days."))
    return Table(_("Signed by those who acted for the head"), columns, [_row(act) for act in rows], nothing)


def _row(act: Act) -> Row:
    kind = load().act_kinds[act.kind].title.get(language()) if act.kind in load().act_kinds else act.kind
    signer = act.signer
    return Row(
        [
            date_text(act.signed_on),
            lines(act.heading, kind),
            lines(signer.person.name, post_of(signer)) if signer else "—",
            link(reverse("acts:card", args=[act.id]), act.number_text or "—"),
        ]
    )
