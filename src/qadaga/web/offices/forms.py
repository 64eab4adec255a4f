"""Forms of the structure: an office, its name, territory and sphere."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from qadaga.offices.models import Office
from qadaga.offices.naming import Names
from qadaga.web.forms import DateField
from qadaga.web.offices import words
from qadaga.web.structure.ordering import OrderedForm, VersionedOrderedForm

_NAME = 300


def _day(label: Any) -> DateField:
    return DateField(label=label, help_text=_("The first day on which this holds."))


class NameForm(VersionedOrderedForm):
    """Another name from a day on."""

    name_kk = forms.CharField(label=_("Name in Kazakh"), max_length=_NAME)
    name_ru = forms.CharField(label=_("Name in Russian"), max_length=_NAME)
    name_en = forms.CharField(label=_("Name in English"), max_length=_NAME)
    starts_on = _day(_("From"))

    def names(self) -> Names:
        """The three names entered."""
        data = self.cleaned_data
        return Names(data["name_ru"], data["name_kk"], data["name_en"])


class TerritoryForm(VersionedOrderedForm):
    """Another territory from a day on."""

    kato = forms.MultipleChoiceField(
        label=_("Territory"),
        required=False,
        widget=forms.SelectMultiple(attrs={"size": 14}),
        help_text=_("Units of the administrative division. None means the whole country."),
    )
    starts_on = _day(_("From"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["kato"].choices = words.kato_choices()  # type: ignore[attr-defined]  # a choice field


class SphereForm(VersionedOrderedForm):
    """Other spheres from a day on."""

    spheres = forms.MultipleChoiceField(
        label=_("Sphere"), required=False, widget=forms.CheckboxSelectMultiple
    )
    starts_on = _day(_("From"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["spheres"].choices = words.sphere_choices()  # type: ignore[attr-defined]  # a choice field


class CreateForm(OrderedForm):
    """A new office under the one whose page it was opened from."""

    code = forms.CharField(
        label=_("Code"), max_length=24, help_text=_("Small Latin letters, digits and hyphens.")
    )
    kind = forms.ChoiceField(label=_("Kind"))
    name_kk = forms.CharField(label=_("Name in Kazakh"), max_length=_NAME)
    name_ru = forms.CharField(label=_("Name in Russian"), max_length=_NAME)
    name_en = forms.CharField(label=_("Name in English"), max_length=_NAME)
    kato = forms.MultipleChoiceField(
        label=_("Territory"), required=False, widget=forms.SelectMultiple(attrs={"size": 10})
    )
    spheres = forms.MultipleChoiceField(
        label=_("Sphere"), required=False, widget=forms.CheckboxSelectMultiple
    )
    starts_on = _day(_("Exists from"))

    def __init__(self, *args: Any, above: Office, **kwargs: Any) -> None:
        super().__init__(*args, office=above, **kwargs)
        choices = {
            "kind": words.kind_choices(above),
            "kato": words.kato_choices(),
            "spheres": words.sphere_choices(),
        }
        for name, values in choices.items():
            self.fields[name].choices = values  # type: ignore[attr-defined]  # choice fields all three

    def names(self) -> Names:
        """The three names entered."""
        data = self.cleaned_data
        return Names(data["name_ru"], data["name_kk"], data["name_en"])
