"""Forms of a collegium: forming it, naming and releasing a member, ending it, the rules of all collegia."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from qadaga.common.errors import InvalidInput
from qadaga.offices.models import Office
from qadaga.organisation.collegia.services import KIND
from qadaga.web.forms import BaseForm, DateField, choose
from qadaga.web.matters.forms.work import long_text
from qadaga.web.orders.fields import OrderField
from qadaga.web.orders.people import others, people_choices
from qadaga.web.structure.ordering import offer

BELOW = _("Family name, given name, patronymic of somebody of an office below; one person a line.")


class ByOrderForm(BaseForm):
    """What rests on an order on the collegium, and from when."""

    order = OrderField(help_text=_("A signed order on the collegium, of this office or of one above (O.4)."))

    def __init__(self, *args: Any, office: Office, on: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.office, self.on = office, on
        offer(self, office, on, KIND)
        self.prepare()

    def prepare(self) -> None:
        """Fill the choices; the base has none."""

    def named(self, text: str, field: str) -> list[UUID]:
        """The appointments of people typed by name; a fault stands on the field."""
        try:
            return others(text, self.on, field)
        except InvalidInput as error:
            self.add_faults(error)
            return []


class FormForm(ByOrderForm):
    """A new collegium with its first members."""

    members = forms.MultipleChoiceField(
        label=_("Members of this office"), required=False, widget=forms.CheckboxSelectMultiple
    )
    others = long_text(_("Members of offices below"), required=False, rows=3, help_text=BELOW)
    starts_on = DateField(label=_("From"))
    field_order = ["order", "starts_on", "members", "others"]

    def prepare(self) -> None:
        """Everybody of the office."""
        choose(self, "members", people_choices(self.office.id, self.on))

    def clean_others(self) -> list[UUID]:
        """The people named, found."""
        return self.named(str(self.cleaned_data["others"]), "others")

    def people(self) -> list[UUID]:
        """Everybody chosen."""
        return [*map(UUID, self.cleaned_data["members"]), *self.cleaned_data["others"]]


class SeatForm(ByOrderForm):
    """One more member."""

    member = forms.ChoiceField(label=_("Member"), required=False)
    other = forms.CharField(
        label=_("Or somebody of an office below"),
        required=False,
        max_length=200,
        help_text=_("Family name, given name, patronymic."),
    )
    starts_on = DateField(label=_("From"))
    field_order = ["order", "member", "other", "starts_on"]

    def prepare(self) -> None:
        """Everybody of the office."""
        people = people_choices(self.office.id, self.on)
        choose(self, "member", [("", gettext("Choose from the list")), *people])

    def clean(self) -> dict[str, Any]:
        """One person, from the list or by name."""
        super().clean()
        values = self.cleaned_data
        if bool(values.get("member")) == bool(values.get("other")):
            self.add_error("member", _("Choose one person: from the list, or by name."))
        elif values.get("other"):
            values["member"] = next(iter(self.named(values["other"], "other")), "")
        return values


class EndForm(ByOrderForm):
    """The first day without the member, or without the collegium."""

    ends_on = DateField(label=_("First day without"))


class RulesForm(ByOrderForm):
    """The order that sets the rules of collegia and the status of members."""

    order = OrderField(help_text=_("The Prosecutor General's signed order on the collegium."))
    starts_on = DateField(label=_("From"))
