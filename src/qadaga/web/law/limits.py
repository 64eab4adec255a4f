"""Limits of hours under Law: the figure in force, those before and after it, setting another (O.8.d4)."""

from datetime import date

from django import forms
from django.http import HttpResponseBase
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from qadaga import authority
from qadaga.common.errors import NotFound
from qadaga.law.catalogue import load
from qadaga.law.records import Limit
from qadaga.organisation.limits import services
from qadaga.organisation.limits.models import LONGEST, LimitEdition
from qadaga.organisation.limits.selectors import editions_of, figures
from qadaga.web.cards.entry import entry_page
from qadaga.web.components import Column, Crumb, Row, Table, Text, badge, date_text, lines
from qadaga.web.forms import BaseForm, DateField
from qadaga.web.law.conditions import status_flag
from qadaga.web.law.lists import Block
from qadaga.web.law.presenter import title_of
from qadaga.web.views import StaffRequest, staff_view


class LimitForm(BaseForm):
    """The figure, from which day on, by what."""

    hours = forms.IntegerField(label=gettext_lazy("Hours at most"), min_value=1, max_value=LONGEST)
    starts_on = DateField(
        label=gettext_lazy("In force from"),
        help_text=gettext_lazy(
            "Today at the earliest: visits of days gone by stay under their own figure. It replaces what was "
            "to begin on that day or later."
        ),
    )
    norm = forms.CharField(
        label=gettext_lazy("Norm or decision"),
        max_length=300,
        help_text=gettext_lazy("Kind, name, number and clause of what sets the figure."),
    )
    decided_on = DateField(label=gettext_lazy("Date of the decision"))
    checked = forms.BooleanField(
        label=gettext_lazy("The figure was held against the text of the norm"),
        required=False,
        help_text=gettext_lazy("Without it the figure is shown as unverified."),
    )

    def edition(self) -> services.Edition:
        """What was entered."""
        names = services.Edition.__dataclass_fields__
        return services.Edition(**{name: self.cleaned_data[name] for name in names})


@require_http_methods(["GET", "HEAD", "POST"])
@staff_view
def change(request: StaffRequest, limit: str) -> HttpResponseBase:
    """Another figure of a limit, from a day on; NotFound, NotPermitted."""
    record = load().limits.get(limit)
    if record is None:
        raise NotFound
    back = Crumb(title_of(record), reverse("law:record", args=["limits", limit]))
    data = request.POST if request.method == "POST" else None
    form = LimitForm(data, initial={"starts_on": request.on, "decided_on": request.on})

    def perform() -> str:
        services.set_limit(limit=limit, edition=form.edition(), by=request.actor, on=request.on)
        return back.url

    subject = services.limit_subject(request.actor, request.on)
    ruling = authority.offered(request.actor, services.SET, subject, request.on)
    text = _("One limit for the whole country. The change is journalled.")
    return entry_page(request, form, ruling, perform, register=back, text=text)


def address(request: StaffRequest, section: str, name: str) -> str:
    """Where another figure is set, for whoever may; empty for everybody else and every other record."""
    if section != "limits":
        return ""
    subject = services.limit_subject(request.actor, request.on)
    if not authority.may(request.actor, services.SET, subject, on=request.on).allowed:
        return ""
    return reverse("law:limit_change", args=[name])


def block(section: str, name: str, on: date) -> list[Block]:
    """The figures of a limit, the newest first, the one in force on the day marked; no block else."""
    if section != "limits" or name not in load().limits:
        return []
    editions, shipped = editions_of(name), load().limits[name]
    since = figures(on, editions)[name].since
    rows = [_row(one, in_force=one.replaced_on is None and one.starts_on == since) for one in editions]
    rows.append(
        Row(
            [
                _day(_("from the beginning"), in_force=since is None),
                str(shipped.hours),
                _shipped(shipped),
                "—",
            ]
        )
    )
    title = _("Figures, by the day they begin")
    columns = [
        Column(_("In force from"), "q-min"),
        Column(_("Hours at most"), "q-min"),
        Column(_("By what")),
        Column(_("Who set it")),
    ]
    note = _(
        "The General Prosecutor's Office sets it; a figure that nobody held against its norm is unverified."
    )
    return [Block(title, Table(title, columns, rows), len(rows), note=note)]


def _row(one: LimitEdition, *, in_force: bool) -> Row:
    status = "found" if one.checked else "unverified"
    by = lines(one.norm, date_text(one.decided_on), status_flag(status))
    who = lines(one.set_by.person.short_name, date_text(one.set_on))
    day = _day(date_text(one.starts_on), in_force=in_force)
    if one.replaced_on is not None:
        day = lines(day, badge(_("Replaced before it began"), "neutral"), date_text(one.replaced_on))
    return Row([day, str(one.hours), by, who])


def _day(said: str, *, in_force: bool) -> Text:
    return lines(said, badge(_("In force"), "success") if in_force else "")


def _shipped(record: Limit) -> Text:
    return lines(_("As the product ships it"), status_flag(record.status))
