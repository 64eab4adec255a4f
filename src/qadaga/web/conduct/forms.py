"""Forms about conduct and interference."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from qadaga.offices.selectors import offices_open
from qadaga.organisation.conduct.entries import ConductInput
from qadaga.organisation.conduct.models import ConductKind
from qadaga.web.forms import BaseForm, DateField, VersionedForm
from qadaga.web.names import language


def _text(label: Any) -> forms.CharField:
    return forms.CharField(label=label, max_length=4000, widget=forms.Textarea(attrs={"rows": 6}))


class ConductForm(BaseForm):
    """An entry of one kind, named by the address."""

    happened_on = DateField(label=_("When it happened"))
    with_whom = forms.CharField(label=_("From whom, or with whom"), max_length=300)
    value = forms.CharField(
        label=_("Value, tenge"), max_length=40, required=False, help_text=_("For example 15 000,50.")
    )
    text = _text(_("What happened"))

    def __init__(self, *args: Any, kind: ConductKind, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.kind = kind
        if kind != ConductKind.GIFT:
            del self.fields["value"]
        if kind == ConductKind.MATTER:
            del self.fields["with_whom"]

    def entry(self) -> ConductInput:
        """What was entered, for the service."""
        data = {key: value for key, value in self.cleaned_data.items() if key != "submission"}
        return ConductInput(kind=self.kind, **data)


class OutcomeForm(VersionedForm):
    """What came of it."""

    version = forms.IntegerField(widget=forms.HiddenInput, required=False)
    outcome = _text(_("Outcome"))


class ReportForm(BaseForm):
    """Who interfered, when and how: somebody of the service or an outsider."""

    field_of = {"insider_id": "name"}

    outsider = forms.CharField(
        label=_("An outsider: who"),
        required=False,
        max_length=300,
        help_text=_("A company, an official, a private person. Leave empty for somebody of the service."),
    )
    office = forms.ChoiceField(label=_("Somebody of the service: office"), required=False)
    name = forms.CharField(label=_("Somebody of the service: family name"), required=False, max_length=200)
    happened_on = DateField(label=_("When it happened"))
    text = _text(_("What was done or demanded"))

    def __init__(self, *args: Any, on: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offices = [(office.code, office.name_in(language())) for office in offices_open(on)]
        self.fields["office"].choices = [("", "—"), *offices]  # type: ignore[attr-defined]  # a choice field
