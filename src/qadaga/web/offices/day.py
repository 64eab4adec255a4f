"""The day a page of the structure is asked for: today unless the address names another."""

from __future__ import annotations

from datetime import date

from django import forms
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from qadaga.web.forms import DateField

# Before it no office of any structure existed; after it nobody plans.
EARLIEST, LATEST = date(1991, 1, 1), date(2100, 1, 1)


class DayForm(forms.Form):
    """One date, asked for in the address."""

    on = DateField(label=_("As of"), required=False)

    def clean_on(self) -> date | None:
        """A day the structure can be asked about."""
        day: date | None = self.cleaned_data["on"]
        if day is not None and not EARLIEST <= day < LATEST:
            raise forms.ValidationError(_("Choose a day from 1991 to 2099."), "out_of_range")
        return day


def asked(request: HttpRequest, today: date) -> tuple[date, DayForm]:
    """The day to show and the form that asks for another; a wrong day leaves today, with the fault."""
    form = DayForm({"on": request.GET.get("on") or today.isoformat()})
    day = form.cleaned_data.get("on") if form.is_valid() else None
    return day or today, form
