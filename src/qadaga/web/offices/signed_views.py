"""What those who replaced the head signed and answer for: a register with its filters (O.14.2, O.15)."""

from __future__ import annotations

from datetime import timedelta
from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from django import forms
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET

from qadaga.acts.choices import MeasureKind
from qadaga.appeals.kinds import AnswerOutcome
from qadaga.appeals.selectors.acting import WHAT, Asked, Signed, acting_in, signed_by_acting
from qadaga.authority.scope import scope_of
from qadaga.common.errors import NotFound
from qadaga.law.catalogue import load
from qadaga.offices import selectors
from qadaga.organisation.orders.choices import OrderForm
from qadaga.staff.models import ActingHead
from qadaga.web.components import Column, Crumb, Empty, Row, Table, date_text, lines, link
from qadaga.web.forms import DateField
from qadaga.web.names import language, post_title
from qadaga.web.views import StaffRequest, staff_view

_PAGES = {"act": "acts:card", "order": "orders:card", "answer": "appeals:card", "measure": "measures:card"}
_KINDS: dict[str, Any] = {"order": OrderForm, "answer": AnswerOutcome, "measure": MeasureKind}


class SignedForm(forms.Form):
    """The first and the last day, the sort, and who signed."""

    since = DateField(label=gettext_lazy("From"))
    until = DateField(label=gettext_lazy("To"))
    what = forms.ChoiceField(
        label=gettext_lazy("What"), choices=[("", gettext_lazy("Everything")), *WHAT.items()], required=False
    )
    who = forms.ChoiceField(label=gettext_lazy("Signed by"), required=False)

    def __init__(self, *args: Any, people: list[ActingHead], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        named = [(str(row.appointment_id), row.appointment.person.name) for row in people]
        self.fields["who"].choices = [("", _("Everybody who acted")), *named]  # type: ignore[attr-defined]  # a choice field

    def clean(self) -> dict[str, Any]:
        """A period has its last day not before its first."""
        data = super().clean() or {}
        if data.get("since") and data.get("until") and data["until"] < data["since"]:
            self.add_error("until", _("The last day cannot be before the first."))
        return data


@require_GET
@staff_view
def acting_signed(request: StaffRequest, code: str) -> HttpResponse:
    """Everything signed for the absent head, the newest first; by default of the last year."""
    office = selectors.office_by_code(code)
    if not scope_of(request.actor, request.on).covers(office.id, office.region_id):
        raise NotFound()
    year_ago = request.on - timedelta(days=365)
    first = {"since": year_ago, "until": request.on}
    given = {name: request.GET[name] for name in ("since", "until", "what", "who") if name in request.GET}
    form = SignedForm({**first, **given}, people=acting_in(office.id))
    asked = _asked(form, request.GET.get("cursor", "")) if form.is_valid() else Asked(year_ago, request.on)
    rows, after = signed_by_acting(office.id, asked, reader=request.actor.person_id)
    context = {
        "title": _("Signed by those who acted for the head"),
        "crumbs": [
            Crumb(_("Offices"), reverse("offices:tree")),
            Crumb(office.name_in(language()), reverse("offices:card", args=[code])),
        ],
        "form": form,
        "table": _table(rows),
        "more": f"?{_address(asked, after)}" if after else "",
    }
    return render(request, "offices/signed.html", context, status=422 if form.errors else 200)


def _asked(form: SignedForm, cursor: str) -> Asked:
    data = form.cleaned_data
    who = UUID(data["who"]) if data["who"] else None
    return Asked(data["since"], data["until"], data["what"], who, cursor)


def _address(asked: Asked, after: str) -> str:
    days = {"since": asked.since.isoformat(), "until": asked.until.isoformat()}
    return urlencode({**days, "what": asked.what, "who": asked.who or "", "cursor": after})


def _table(rows: list[Signed]) -> Table:
    columns = [
        Column(_("Signed on"), "q-date"),
        Column(_("What"), "q-wide"),
        Column(_("Signed by")),
        Column(_("Number"), "q-min"),
    ]
    nothing = Empty(_("Nobody acting signed anything in these days"), _("Choose other days."))
    return Table(_("Signed by those who acted for the head"), columns, [_row(row) for row in rows], nothing)


def _row(row: Signed) -> Row:
    return Row(
        [
            date_text(row.on),
            lines(row.heading or "—", f"{WHAT[row.sort]}: {_kind(row)}"),
            lines(row.who, post_title(row.post, kind=row.office_kind)),
            link(reverse(_PAGES[row.sort], args=[row.id]), row.number or "—"),
        ]
    )


def _kind(row: Signed) -> str:
    if row.sort == "act":
        record = load().act_kinds.get(row.kind)
        return record.title.get(language()) if record else row.kind
    return str(_KINDS[row.sort](row.kind).label)
