"""The form of a register's filters, made from what the register declares."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext as _

from qadaga.authority.lists.filters import Choice, Dates, Filter, Flag, Lead
from qadaga.authority.lists.register import Register
from qadaga.web.forms import BaseForm, DateField
from qadaga.web.registers.states import State


class FilterForm(BaseForm):
    """The filters of a register; `offices` are the (id, name) one may narrow the list to."""

    def __init__(
        self, register: Register, offices: Sequence[tuple[str, str]], *args: Any, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        del self.fields["submission"]  # showing a list again does nothing twice
        statuses = [(status, str(label)) for status, label in register.statuses.items()]
        self.fields["status"] = _many(_("Status"), statuses)
        for one in register.filters:
            self.fields.update(_fields(one))
        if len(offices) > 1:
            self.fields["office"] = forms.ChoiceField(
                label=_("Office"), required=False, choices=[("", _("All offices")), *offices]
            )


class ViewForm(BaseForm):
    """The name a view is saved under."""

    name = forms.CharField(max_length=80)


def initial(state: State) -> dict[str, Any]:
    """The form's values for a state."""
    values: dict[str, Any] = {"office": str(state.office or "")}
    for name, value in state.values.items():
        if isinstance(value, dict):
            values |= {f"{name}_{end}": day for end, day in value.items()}
        else:
            values[name] = value
    return values


def _fields(one: Filter) -> dict[str, forms.Field]:
    label = _(one.label)
    if isinstance(one, Choice):
        return {one.name: _many(label, [(key, str(word)) for key, word in (one.options or {}).items()])}
    if isinstance(one, Dates):
        return {
            f"{one.name}_from": DateField(label=_("%(label)s, from") % {"label": label}, required=False),
            f"{one.name}_to": DateField(label=_("%(label)s, to") % {"label": label}, required=False),
        }
    if isinstance(one, Flag):
        return {one.name: forms.BooleanField(label=label, required=False)}
    if isinstance(one, Lead):
        return {one.name: forms.UUIDField(required=False, widget=forms.HiddenInput)}
    return {one.name: forms.CharField(label=label, required=False, max_length=200)}


def _many(label: str, choices: list[tuple[str, str]]) -> forms.MultipleChoiceField:
    widget = forms.CheckboxSelectMultiple
    return forms.MultipleChoiceField(label=label, required=False, choices=choices, widget=widget)


def office_of(form: FilterForm) -> UUID | None:
    """The office chosen, if any."""
    chosen = form.cleaned_data.get("office")
    return UUID(chosen) if chosen else None
