"""Forms of a unit: a new one; another name, another place, its end."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from qadaga.offices.models import Office
from qadaga.offices.naming import Names
from qadaga.organisation.units.checks import kinds_at
from qadaga.organisation.units.entries import UnitInput
from qadaga.web.forms import DateField
from qadaga.web.offices.words import unit_choices, unit_kind_title
from qadaga.web.structure.ordering import OrderedForm, VersionedOrderedForm

_NAME = 300
_DAY = _("The first day on which this holds.")


def _parents(office: Office, on: date) -> list[tuple[str, Any]]:
    return [("", _("directly in the office")), *unit_choices(office, on)]


class UnitForm(OrderedForm):
    """A new unit of the office."""

    code = forms.CharField(
        label=_("Code"), max_length=32, help_text=_("Small Latin letters, digits and hyphens.")
    )
    kind = forms.ChoiceField(label=_("Kind"))
    name_kk = forms.CharField(label=_("Name in Kazakh"), max_length=_NAME)
    name_ru = forms.CharField(label=_("Name in Russian"), max_length=_NAME)
    name_en = forms.CharField(label=_("Name in English"), max_length=_NAME)
    parent = forms.ChoiceField(label=_("Stands in"), required=False)
    starts_on = DateField(label=_("Exists from"), help_text=_DAY)

    def __init__(self, *args: Any, office: Office, on: date, **kwargs: Any) -> None:
        super().__init__(*args, office=office, on=on, **kwargs)
        kinds = [(kind, unit_kind_title(kind)) for kind in kinds_at(office, on)]
        self.fields["kind"].choices = kinds  # type: ignore[attr-defined]  # a choice field
        self.fields["parent"].choices = _parents(office, on)  # type: ignore[attr-defined]  # a choice field

    def entered(self) -> UnitInput:
        """What was entered, for the service."""
        data = self.cleaned_data
        return UnitInput(
            code=data["code"],
            kind=data["kind"],
            names=Names(data["name_ru"], data["name_kk"], data["name_en"]),
            starts_on=data["starts_on"],
            parent_id=UUID(data["parent"]) if data["parent"] else None,
            ground=data["ground"],
            order_id=data["order"],
        )


class PlaceForm(VersionedOrderedForm):
    """Another place of the unit from a day on."""

    parent = forms.ChoiceField(label=_("Stands in"), required=False)
    starts_on = DateField(label=_("From"), help_text=_DAY)

    def __init__(self, *args: Any, office: Office, on: date, **kwargs: Any) -> None:
        super().__init__(*args, office=office, on=on, **kwargs)
        self.fields["parent"].choices = _parents(office, on)  # type: ignore[attr-defined]  # a choice field


class UnitCloseForm(VersionedOrderedForm):
    """From when the unit is no more."""

    ends_on = DateField(label=_("From"), help_text=_("The first day without the unit."))
