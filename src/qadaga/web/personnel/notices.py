"""Warnings about what ends soon, for staff officers and leaders, and how many days before they are given."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_http_methods

from qadaga import authority
from qadaga.authority.lists import cursors
from qadaga.authority.lists.cursors import Cursor
from qadaga.organisation.notices import days, selectors
from qadaga.organisation.notices.models import Ending, Notice
from qadaga.web.components import ActionView, Column, Crumb, Empty, Row, Table, badge, date_text, lines, link
from qadaga.web.day.notices import PRESSES, left
from qadaga.web.forms import BaseForm, posted
from qadaga.web.names import language
from qadaga.web.offices.editing import Change, respond
from qadaga.web.rulings import refused, ruling_view
from qadaga.web.views import StaffRequest, staff_view

SIZE = 50
_ORDER = "notices:ends_on"


class KindForm(forms.Form):
    """Which warnings are shown."""

    kind = forms.ChoiceField(
        label=gettext_lazy("What ends"),
        choices=[("", gettext_lazy("Everything")), *Ending.choices],
        required=False,
    )


@require_GET
@staff_view
def index(request: StaffRequest) -> HttpResponse:
    """Open warnings of the scope, the nearest end first."""
    form = KindForm(request.GET)
    kind = form.cleaned_data["kind"] if form.is_valid() else ""
    after = cursors.read(request.GET.get("cursor", ""), order=_ORDER)
    at = (date.fromisoformat(after.key), after.id) if after else None
    found = list(selectors.warnings(request.actor, request.on, kind=kind, after=at)[: SIZE + 1])
    ruling = authority.offered(request.actor, days.POWER, None, request.on)
    actions = [
        ActionView(
            _("Set the days of warnings"),
            ruling_view(ruling),
            url=reverse("personnel:notice_days"),
            icon="adjustments",
        )
    ]
    context = {
        "title": _("Warnings: what ends soon"),
        "crumbs": [Crumb(_("People"), reverse("personnel:home"))],
        "form": form,
        "table": _table(found[:SIZE], request.on),
        "more": _next(found, kind),
        "actions": actions,
        "refused": refused(actions),
        "days": _days(),
    }
    return render(request, "personnel/notices.html", context, status=422 if form.errors else 200)


def _next(found: list[Notice], kind: str) -> str:
    if len(found) <= SIZE:
        return ""
    last = found[SIZE - 1]
    word = cursors.write(Cursor(last.ends_on.isoformat(), last.pk), order=_ORDER)
    return f"?kind={kind}&cursor={word}"


def _table(rows: list[Notice], on: date) -> Table:
    columns = [Column(_("Ends"), "q-date"), Column(_("Who")), Column(_("What ends")), Column(_("Warned on"))]
    nothing = Empty(
        _("Nothing ends soon"), _("Warnings appear here by themselves, so many days before as is set.")
    )
    return Table(_("Warnings: what ends soon"), columns, [_row(row, on) for row in rows], nothing)


def _row(row: Notice, on: date) -> Row:
    presses = (row.ends_on - on).days <= PRESSES
    remains = left(row.ends_on, on)
    person = link(reverse("personnel:file", args=[row.person_id]), row.person.name)
    return Row(
        [
            lines(date_text(row.ends_on), badge(remains, "warning") if presses else remains),
            lines(person, row.office.name_in(language())),
            row.get_kind_display(),
            date_text(row.raised_on),
        ],
        "warning" if presses else "neutral",
    )


def _days() -> list[tuple[str, str]]:
    return [
        (str(Ending(kind).label), ", ".join(map(str, steps)) or "—")
        for kind, steps in days.days_before().items()
    ]


class DaysForm(BaseForm):
    """The days of each kind, with commas between them."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for kind in Ending:
            self.fields[kind.value] = forms.CharField(
                label=kind.label,
                max_length=60,
                required=False,
                help_text=_("Days before the end, such as 30, 7. Empty: no warning."),
            )

    def clean(self) -> dict[str, Any]:
        """Numbers and nothing else. A line left empty is a choice, one that was not sent is none."""
        data = super().clean() or {}
        for kind in Ending:
            if kind.value not in self.data:
                self.add_error(kind.value, self.fields[kind.value].error_messages["required"])
                continue
            words = [part.strip() for part in data.get(kind.value, "").split(",") if part.strip()]
            if any(not word.isascii() or not word.isdigit() or len(word) > 4 for word in words):
                self.add_error(kind.value, _("Enter whole numbers with commas between them, such as 30, 7."))
            data[kind.value] = [int(word) for word in words if word.isascii() and word.isdigit()]
        return data


@require_http_methods(["GET", "HEAD", "POST"])
@staff_view
def set_days(request: StaffRequest) -> HttpResponse:
    """Set how many days before an end warnings are given."""
    now = {kind: ", ".join(map(str, steps)) for kind, steps in days.days_before().items()}
    form = DaysForm(posted(request), initial=now)

    def act(data: dict[str, Any]) -> str:
        days.set_days(by=request.actor, on=request.on, days={kind.value: data[kind.value] for kind in Ending})
        return reverse("personnel:notices")

    change = Change(
        power=days.POWER,
        subject=None,
        title=_("Set the days of warnings"),
        submit=_("Save"),
        crumbs=[Crumb(_("Warnings: what ends soon"), reverse("personnel:notices"))],
        act=act,
        note=_("A product rule: no source names these figures. A new step counts from the next day on."),
    )
    return respond(request, form, change)
