"""The form of a change of the calendar: one day put in or taken out, on a decision."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from qadaga.organisation.workdays import Change
from qadaga.web.components import date_text
from qadaga.web.forms import DateField, VersionedForm, choose
from qadaga.workdays.table import Special, YearTable

WHAT = [
    ("moved", gettext_lazy("A day off is moved: one day becomes free, another is worked for it")),
    ("rest", gettext_lazy("A day is declared a day of rest, nothing is worked for it")),
    ("work", gettext_lazy("A holiday of the table is worked this year")),
    ("remove", gettext_lazy("A day is taken out of the table")),
    ("publish", gettext_lazy("No day changes: only whether the year is complete")),
]


class ChangeForm(VersionedForm):
    """One change of a year's table; `version` is the table that its author saw."""

    what = forms.ChoiceField(label=gettext_lazy("What changes"), choices=WHAT, widget=forms.RadioSelect)
    rest = DateField(label=gettext_lazy("Day that becomes free"), required=False)
    worked = DateField(label=gettext_lazy("Day that is worked"), required=False)
    name_ru = forms.CharField(
        label=gettext_lazy("Name of the day in Russian"), required=False, max_length=120
    )
    name_kk = forms.CharField(label=gettext_lazy("Name of the day in Kazakh"), required=False, max_length=120)
    remove = forms.ChoiceField(label=gettext_lazy("Day to take out"), required=False)
    act = forms.CharField(
        label=gettext_lazy("Number of the decision"),
        max_length=60,
        required=False,
        help_text=gettext_lazy("The Government's resolution or the order that moves the day."),
    )
    decided_on = DateField(label=gettext_lazy("Date of the decision"), required=False)
    complete = forms.BooleanField(
        label=gettext_lazy("With this, all moved days of the year are published"),
        required=False,
        help_text=gettext_lazy(
            "Until then every term that runs into the year says that its date may change."
        ),
    )

    def __init__(self, *args: Any, table: YearTable, **kwargs: Any) -> None:
        self.table = table
        kwargs.setdefault("initial", {})
        kwargs["initial"] = {
            "what": "moved",
            "version": table.version,
            "complete": table.complete,
            **kwargs["initial"],
        }
        super().__init__(*args, **kwargs)
        days = [(day.first.isoformat(), _label(day)) for day in table.days]
        choose(self, "remove", [("", _("not chosen")), *days])

    def clean(self) -> dict[str, Any]:
        """Each kind of change names what it needs."""
        data = super().clean() or {}
        needed = {
            "moved": ("rest", "worked", "act", "decided_on"),
            "rest": ("rest", "name_ru", "act", "decided_on"),
            "work": ("worked", "act", "decided_on"),
            "remove": ("remove",),
        }
        for field in needed.get(str(data.get("what")), ()):
            if field not in self.errors and not data.get(field):
                self.add_error(field, _("This is needed for the change chosen."))
        return data

    def change(self) -> Change:
        """The year's table after the change; call it on a valid form only."""
        data = self.cleaned_data
        days = list(self.table.days)
        if data["what"] == "remove":
            days = [day for day in days if day.first != date.fromisoformat(data["remove"])]
        elif data["what"] != "publish":
            days.append(self._day(data))
        return Change(self.table.year, tuple(days), data["complete"], data["version"])

    def _day(self, data: dict[str, Any]) -> Special:
        kind = data["what"]
        return Special(
            kind=kind,
            rest=data["rest"] if kind != "work" else None,
            worked=data["worked"] if kind != "rest" else None,
            act=data["act"],
            decided_on=data["decided_on"],
            name_ru=data["name_ru"] if kind == "rest" else "",
            name_kk=data["name_kk"] if kind == "rest" else "",
        )


def _label(day: Special) -> str:
    return " → ".join(date_text(one) for one in (day.worked, day.rest) if one)
